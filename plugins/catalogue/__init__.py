"""The catalogue of itinerant tools: what can be borrowed, from whom, when it is free, where it stops."""


def register() -> None:
    """Declare the catalogue's pages."""
    from catalogue import comparing
    from catalogue.pages import pages
    from catalogue.record.page import tool_page
    from catalogue.requesting.pages import requesting
    from catalogue.requesting.tool_document import tool_document
    from publishing.capabilities import declare, declare_each
    from views.pages import own_page

    declare("catalogue", pages)
    declare("comparing", comparing.pages)
    declare_each("catalogue", {"exhibition"}, own_page("tool.html", tool_page))
    declare("catalogue/requesting", requesting)
    declare_each("catalogue/requesting", {"exhibition"}, tool_document)
