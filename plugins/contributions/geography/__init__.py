"""Towns, departments and where they are: the lists of all communes of France, and how people write their names."""
