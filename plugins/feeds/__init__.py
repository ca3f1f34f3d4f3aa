"""Feeds and calendars: RSS 2.0 and iCalendar, whole and by list, theme, department, organisation."""


def register() -> None:
    """Declare its pages."""
    from feeds.pages import pages
    from publishing.capabilities import declare

    declare("feeds", pages)
