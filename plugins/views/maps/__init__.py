"""The map: what it shows, and how it is drawn."""
