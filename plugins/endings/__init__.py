"""How every command ends: with 0, 1 or 2 and, where it could not do what was asked, a sentence in French that says what to do next.

Needs nothing but Python's standard library: a library that is missing is one of the ends.
"""
