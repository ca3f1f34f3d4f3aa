"""What a change does to those who follow a contribution: its file as it is, beside the one of an earlier revision."""
