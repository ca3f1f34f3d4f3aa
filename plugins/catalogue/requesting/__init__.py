"""Asking for tools: the request to their owners, what comes back after a loan, and what both must know of each tool."""
