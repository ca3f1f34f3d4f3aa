"""/newsletter/prochaine/ is Monday's letter as of today, for editors alone."""

from collections.abc import Callable
from datetime import date

from contributions.library.library import Library
from newsletter.pages import NEXT
from support import TODAY, article, event
from support_letters import made, titles

Reading = Callable[..., Library]


class TestTheNextLetter:
    def test_holds_what_was_published_this_week_and_what_begins_on_monday(self, library: Reading) -> None:
        tree = (
            article("neuf", date="2026-11-20")
            | article("demain", date="2026-11-22")
            | event("jeudi", slots=[{"start": "2026-11-26 14:00"}])
        )
        page = made(library(tree))[NEXT]
        assert page.data["letter"].label == "Semaine du 23\u00a0novembre 2026"
        assert titles(page.data["letter"]) == {"Cette semaine, près de chez vous": ["Sujet jeudi"], "À lire": ["Sujet neuf"]}

    def test_is_of_the_following_monday_on_a_monday(self, library: Reading) -> None:
        page = made(library(article("neuf", date="2026-11-16"), date(2026, 11, 16)))[NEXT]
        assert page.data["letter"].label == "Semaine du 23\u00a0novembre 2026"

    def test_is_there_though_it_holds_nothing(self, library: Reading) -> None:
        assert made(library({}))[NEXT].data["letter"].sections == ()

    def test_is_found_by_nobody(self, library: Reading) -> None:
        found = made(library(article("neuf", date=TODAY.isoformat())))
        page = found[NEXT]
        assert (page.noindex, page.search, page.feeds) == (True, None, ())
        assert NEXT.encode() not in found["/flux/newsletter.xml"].content
        assert all(head.path != NEXT for head in found["/newsletter/"].data["letters"])
