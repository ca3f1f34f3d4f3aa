"""The weekly letter: what was published and what comes, a week a page and an item of its feed."""


def register() -> None:
    """Declare its pages and its feed."""
    from newsletter.feed import feed
    from newsletter.pages import pages
    from publishing.capabilities import declare

    declare("newsletter", pages)
    declare("newsletter-feed", feed)
