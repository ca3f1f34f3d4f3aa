"""The body of a contribution: Markdown as our contributors write it, and safe HTML."""
