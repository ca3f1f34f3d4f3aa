"""Propose what sources say: one pull request for each, brought up to date and not repeated."""
