"""The engine: what must be made of all that is declared, made in workers, kept, and published in one step."""
