"""What Escale spends to build beside others: a corpus, edits of it, a Hugo that makes the same pages, rounds, a table."""
