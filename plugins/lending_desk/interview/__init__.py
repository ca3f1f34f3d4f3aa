"""The questions of a loan, and how they are asked."""
