"""Fetch what an address of the web holds, and nothing of a network inside."""
