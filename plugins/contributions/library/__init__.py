"""All contributions together: the lists they stand in, what is found by looking around, and what is read of them."""
