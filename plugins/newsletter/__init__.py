"""The weekly letter: what was published and what comes, a week a page, an item of its feed, and a mail."""


def register() -> None:
    """Declare its pages, its feed and its mails."""
    from newsletter.feed import feed
    from newsletter.mails import mails
    from newsletter.pages import pages
    from publishing.capabilities import declare

    declare("newsletter", pages)
    declare("newsletter-feed", feed)
    declare("newsletter-mails", mails)
