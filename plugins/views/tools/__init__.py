"""Show the tools of the catalogue: when each is free, its card and its coming months."""
