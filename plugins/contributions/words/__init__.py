"""Words of French texts: folded to be compared, as addresses, as they are set; what must not stand in them."""
