"""What every hub has: home, lists, themes, departments, map, legal pages, site plan."""


def register() -> None:
    """Declare its pages; the site plan, the site map and robots.txt come after all others are known."""
    from hub.contribution_pages import KINDS, record_page
    from hub.pages import pages
    from hub.plan import plan
    from publishing.capabilities import declare, declare_afterwards, declare_each
    from views.pages import own_page

    declare("hub", pages)
    for kind in KINDS:
        declare_each(f"hub-{kind}", {kind}, own_page(f"{kind}.html", record_page))
    declare_afterwards("hub", plan)
