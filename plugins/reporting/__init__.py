"""What a check found, told to people and to programs: one module a format, each a function of a report."""
