"""Feeds and calendars: RSS 2.0 and iCalendar, whole and by list, theme, department, audience, programme, organisation."""


def register() -> None:
    """Declare its pages."""
    from feeds.pages import calendar_of, days_of, of_listed, pages
    from publishing.capabilities import declare, declare_each

    declare("feeds", pages)
    declare_each("feeds-event", {"event"}, calendar_of)
    declare_each("feeds-exhibition", {"exhibition"}, days_of)
    declare_each("feeds-organisation", {"organisation"}, of_listed)
    declare_each("feeds-programme", {"programme"}, of_listed)
