"""Broken contributions at random, and what must hold of whatever is said about them."""
