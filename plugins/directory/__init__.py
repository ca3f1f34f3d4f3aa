"""The directory: who shares science here, what each publishes and lends."""


def register() -> None:
    """Declare its pages."""
    from directory.pages import organisation_page, pages
    from publishing.capabilities import declare, declare_each
    from views.pages import own_page

    declare("directory", pages)
    declare_each("directory", {"organisation"}, own_page("organisation.html", organisation_page))
