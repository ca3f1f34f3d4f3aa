"""A letter as mail programs show it: HTML, plain text, and what its feed holds of it; and the services that send it."""
