"""The directory: who shares science here, what each publishes and lends."""


def register() -> None:
    """Declare its pages."""
    from directory.pages import pages
    from publishing.capabilities import declare

    declare("directory", pages)
