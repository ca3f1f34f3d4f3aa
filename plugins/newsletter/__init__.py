"""The letters: what was published and what comes, a page and an item of a feed each; weekly, and those of hub.yml."""


def register() -> None:
    """Declare their pages and feeds."""
    from newsletter.feed import feed
    from newsletter.other_pages import feeds_of_others, pages_of_others
    from newsletter.pages import pages
    from publishing.capabilities import declare

    declare("newsletter", pages)
    declare("newsletter-feed", feed)
    declare("letters", pages_of_others)
    declare("letters-feeds", feeds_of_others)
