"""The page of an event: what is so with it, when, where, how to book, what stands around it, and what programs read of it."""
