"""One contribution as it was read: its values, showings and states, its names in calendars, and how all that is kept."""
