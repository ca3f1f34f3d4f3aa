"""The values of a file judged by its model: what is wrong, what others call it, what was meant, and the lines to write."""
