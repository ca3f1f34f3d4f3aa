"""What is suggested while somebody writes, and what sentences are understood by."""
