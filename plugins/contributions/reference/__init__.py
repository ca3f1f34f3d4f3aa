"""What is said of each key, from its model: the JSON Schema, the reference in words, the draft of a file."""
