"""Feeds and calendars: RSS 2.0 and iCalendar, whole and by list, theme, department, organisation."""


def register() -> None:
    """Declare its pages."""
    from feeds.pages import calendar_of, pages
    from publishing.capabilities import declare, declare_each

    declare("feeds", pages)
    declare_each("feeds", {"event"}, calendar_of)
