"""The agenda: what is on, where and when; and what was, by year."""


def register() -> None:
    """Declare the agenda's pages."""
    from agenda.pages import page, pages
    from publishing.capabilities import declare, declare_each

    declare("agenda", pages)
    declare_each("agenda", {"event"}, page)
