"""What the columns of a sheet are, and what the sheet holds."""
