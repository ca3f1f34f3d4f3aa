"""What a lender reads on Monday."""
