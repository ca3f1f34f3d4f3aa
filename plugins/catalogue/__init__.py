"""The catalogue of itinerant tools: what can be borrowed, from whom, when it is free, where it stops."""


def register() -> None:
    """Declare the catalogue's pages."""
    from catalogue.pages import page, pages
    from publishing.capabilities import declare, declare_each

    declare("catalogue", pages)
    declare_each("catalogue", {"exhibition"}, page)
