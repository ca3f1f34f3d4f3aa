"""What the filters of the catalogue need: the tools as data, their words, their cards in pages, and what can be chosen."""
