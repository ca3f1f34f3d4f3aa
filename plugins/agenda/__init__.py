"""The agenda: what is on, where and when; and what was, by year."""


def register() -> None:
    """Declare the agenda's pages."""
    from agenda.pages import event_page, pages
    from publishing.capabilities import declare, declare_each
    from views.pages import own_page

    declare("agenda", pages)
    declare_each("agenda", {"event"}, own_page("event.html", event_page))
