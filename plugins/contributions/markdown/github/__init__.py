"""Where Python-Markdown reads a text otherwise than GitHub's preview shows it to its author: it is read as GitHub does."""
