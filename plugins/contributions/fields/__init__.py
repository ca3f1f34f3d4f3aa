"""What a single value may be: texts, days, rules of repetition, words of a vocabulary."""
