"""Decide what becomes of each record beside what stands here, and say it."""
