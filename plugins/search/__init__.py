"""The search page; its index is made by Pagefind from the pages themselves."""


def register() -> None:
    """Declare its pages."""
    from publishing.capabilities import declare
    from search.pages import pages

    declare("search", pages)
