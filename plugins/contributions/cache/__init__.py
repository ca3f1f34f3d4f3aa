"""What the cache counts on: results kept under what they follow from, and the versions of libraries."""
