"""The text of a file: decoded, its header read and mended, the line and column of what is wrong."""
