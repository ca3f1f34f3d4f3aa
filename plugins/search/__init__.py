"""The search page; its index is made by Pagefind from the pages themselves."""


def register() -> None:
    """Declare its pages."""
    from search.pages import pages
    from publishing.capabilities import declare

    declare("search", pages)
