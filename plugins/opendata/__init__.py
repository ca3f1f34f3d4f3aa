"""Open data: every list as JSON and CSV."""


def register() -> None:
    """Declare its pages."""
    from opendata.pages import pages
    from publishing.capabilities import declare

    declare("opendata", pages)
