"""How a contribution shows: the frozen values that templates see. Imports no Pelican; capabilities build pages from these."""
