"""What every hub has: home, lists, themes, departments, map, legal pages, site plan."""


def register() -> None:
    """Declare its pages; the site plan, the site map and robots.txt come after all others are known."""
    from hub.pages import pages
    from hub.plan import plan
    from hub.records import KINDS, record
    from publishing.capabilities import declare, declare_afterwards, declare_each

    declare("hub", pages)
    declare_each("hub", KINDS, record)
    declare_afterwards("hub", plan)
