"""All contributions together: what is known of each, the lists they stand in, and what is read of them."""
