"""The agenda: what is on, where and when; and what was, by year."""


def register() -> None:
    """Declare the agenda's pages."""
    from agenda.pages import pages
    from publishing.capabilities import declare

    declare("agenda", pages)
