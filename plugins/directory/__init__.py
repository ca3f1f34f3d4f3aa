"""The directory: who shares science here, what each publishes and lends."""


def register() -> None:
    """Declare its pages."""
    from directory.pages import page, pages
    from publishing.capabilities import declare, declare_each

    declare("directory", pages)
    declare_each("directory", {"organisation"}, page)
