"""Programmes: what a festival, a trail, a course or a network holds, by day, by town, for schools, and what came of it."""


def register() -> None:
    """Declare the pages of each programme."""
    from programmes.pages import pages
    from publishing.capabilities import declare_each

    declare_each("programmes", {"programme"}, pages)
