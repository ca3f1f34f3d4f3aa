"""The letters: what was published and what comes, a page, an item of a feed and a mail each; weekly, and those of hub.yml."""


def register() -> None:
    """Declare their pages, feeds and mails."""
    from newsletter.feed import feed
    from newsletter.mails import mails
    from newsletter.others.pages import feeds_of_others, pages_of_others
    from newsletter.pages import pages
    from publishing.capabilities import declare

    declare("newsletter", pages)
    declare("newsletter-feed", feed)
    declare("letters", pages_of_others)
    declare("letters-feeds", feeds_of_others)
    declare("letters-mails", mails)
