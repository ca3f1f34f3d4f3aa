"""The tools that can be borrowed: by the questions that each answers, and the lists made of them."""
