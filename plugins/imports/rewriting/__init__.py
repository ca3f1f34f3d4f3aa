"""Rewrite the texts of others: HTML of word processors and platforms becomes a body that the check has nothing to say against."""
