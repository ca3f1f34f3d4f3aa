"""Values in French words: days and hours, numbers, labels, states, prices."""
