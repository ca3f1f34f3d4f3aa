"""What must hold of whatever is said about broken files, and how they are asked."""
