"""Read what a source gives: a module, or a room, a kind of source; each gives the same values."""
