"""What the cells of a sheet say, as front matter has it."""
