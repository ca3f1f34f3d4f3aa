"""Show lists: what narrows them, how they are parted into pages and sections."""
