"""What is printed of a loan: its convention, and the states of the tool as it leaves and as it comes back."""
