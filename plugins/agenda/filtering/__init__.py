"""What the filters of the agenda need: the entries as data, their words, the towns of the region, and what can be chosen."""
