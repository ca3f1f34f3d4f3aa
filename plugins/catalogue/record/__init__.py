"""The page of a tool: its facts in the borrower's order, when it is free, what it looks like beside a person, where it went."""
