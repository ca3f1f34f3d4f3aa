"""What a contribution is: its source, its model, the library of all of them, and every problem found. Imports no Pelican."""
