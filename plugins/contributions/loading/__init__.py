"""A content folder read: its files, its towns, its tables; the rules run on them; the library and all problems."""
