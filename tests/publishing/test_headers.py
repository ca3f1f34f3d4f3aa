"""What the host says with each answer: for no address two values of one name, so that it does not matter what a host makes of two."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.media.file_types import DOCUMENTS
from contributions.region.addresses import PLACEHOLDER, Addresses, addresses
from publishing.assets import Theme
from publishing.headers import POLICY, Rule, Table, headers, policy_of_a_page_anywhere, read, rules, table
from support import REPOSITORY, Tree, hub, page
from support_headers import both, last, meet

REPEATED = {POLICY, "X-Frame-Options"}
"""What a browser takes twice for once where both say the same (CSP 3, section 4.1; HTML, section 7.9)."""
FRAMED = replace(table(), own={**table().own, "/embed/": {POLICY: "default-src 'none'; frame-ancestors *"}})
"""A table in which a path loosens what holds for all others."""
SLUG = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True) | st.sampled_from(
    [
        "documents-utiles",
        "documentsx",
        "images",
        "embedded",
        "embed-2",
        "themes-a-venir",
        "news",
        "newsletter-2020",
        "flux-rss",
        "donnees-personnelles",
        "theme",
        "a-propos",
    ]
)


def of_the_site(said: Table = FRAMED, pages: Iterable[str] = ("a-propos", "documents-utiles", "images-du-ciel")) -> tuple[Rule, ...]:
    """The rules of a site with some pages."""
    return tuple(rules(said, addresses(), pages))


def conflicts(found: tuple[Rule, ...]) -> list[tuple[str, str, str]]:
    """Pairs of rules that may fit one address, and a name of which they give two values, or one that nobody takes twice."""
    return [
        (one.path, other.path, name)
        for one, other in combinations(found, 2)
        for name in one.values.keys() & other.values.keys()
        if (name not in REPEATED or one.values[name] != other.values[name]) and meet(one, other)
    ]


def example(pattern: str) -> str:
    """An address of a pattern."""
    return PLACEHOLDER.sub("x", pattern)


class TestRules:
    def test_that_fit_one_address_never_give_a_name_two_values(self) -> None:
        assert conflicts(of_the_site(table())) == []
        assert conflicts(of_the_site()) == []

    @given(st.sets(SLUG, max_size=5))
    def test_never_do_whatever_pages_are_called(self, pages: set[str]) -> None:
        assert conflicts(of_the_site(pages=pages)) == []

    @given(st.data())
    def test_say_the_same_by_both_customs_of_hosts_at_any_address(self, data: Any) -> None:
        found = of_the_site()
        shape = data.draw(st.sampled_from([rule.path for rule in found]))
        filled = "/".join(
            data.draw(st.text("abc-.é", min_size=1, max_size=4)) if part.startswith(":") else part.replace("*", data.draw(st.text("ab/.")))
            for part in shape.split("/")
        )
        assert sorted(set(both(found, filled))) == sorted(last(found, filled))

    def test_meet_where_some_address_fits_both(self) -> None:
        def rule(path: str) -> Rule:
            return Rule(path, {})

        assert meet(rule("/theme/*"), rule("/themes/*"))
        assert meet(rule("/agenda/*"), rule("/agenda.ics"))
        assert meet(rule("/documents/*.csv"), rule("/documents/*"))
        assert not meet(rule("/documents/*.csv"), rule("/documents/*.zip"))
        assert not meet(rule("/theme/:hash/*"), rule("/themes/*"))
        assert not meet(rule("/"), rule("/agenda/*"))
        assert meet(rule("/"), rule("/*"))

    def test_are_few_enough_for_hosts_that_count_them(self) -> None:
        assert len(of_the_site()) < 100


class TestAPath:
    @pytest.mark.parametrize("address", addresses().all, ids=lambda address: address.pattern)
    def test_that_is_published_says_what_it_may_do_and_who_may_frame_it(self, address: Any) -> None:
        said = dict(last(of_the_site(table(), ["x"]), example(address.pattern)))
        if address.pattern.startswith("/embed/"):
            assert "X-Frame-Options" not in said
            assert said[POLICY].endswith("; form-action 'none'; base-uri 'none'; frame-ancestors *")
        elif not address.pattern.startswith("/_"):
            assert said["X-Frame-Options"] == "DENY"
        if not address.pattern.startswith("/_"):
            assert "'unsafe-" not in said[POLICY] or address.pattern.endswith("/mail.html")
            assert said["X-Content-Type-Options"] == "nosniff"

    def test_that_has_its_own_says_nothing_else(self) -> None:
        found = of_the_site()
        assert dict(last(found, "/embed/agenda/"))[POLICY] == "default-src 'none'; frame-ancestors *"
        assert "X-Frame-Options" not in dict(last(found, "/embed/agenda/"))
        assert [value for name, value in both(found, "/embed/agenda/") if name == POLICY] == ["default-src 'none'; frame-ancestors *"]

    def test_that_only_begins_like_one_with_its_own_is_a_page_like_others(self) -> None:
        found = of_the_site()
        for path in ("/documents-utiles/", "/images-du-ciel/"):
            assert {value for name, value in both(found, path) if name == POLICY} == {table().pages[POLICY]}

    def test_of_nothing_at_the_top_says_what_holds_everywhere(self) -> None:
        assert both(of_the_site(), "/nulle-part/") == list(table().everywhere.items())

    @pytest.mark.parametrize(
        "address", [address for address in addresses().all if address.pattern.endswith(".ics")], ids=lambda a: a.pattern
    )
    def test_of_a_calendar_says_so_and_is_open_to_programs_of_others(self, address: Any) -> None:
        said = both(of_the_site(), example(address.pattern))
        assert ("Content-Type", "text/calendar; charset=utf-8") in said, "add it in headers.toml, where calendars are"
        assert [value for name, value in said if name == "Access-Control-Allow-Origin"] == ["*"]

    def test_of_a_feed_says_so_and_its_page_does_not(self) -> None:
        found = of_the_site()
        assert ("Content-Type", "application/rss+xml; charset=utf-8") in both(found, "/flux/themes/astronomie.xml")
        assert "Content-Type" not in dict(both(found, "/flux/"))

    @pytest.mark.parametrize("path", ["/newsletter/2026-w47/mail.html", "/lettres/nuits-noires/2026-11-16/mail.html"])
    def test_of_a_mail_shows_its_styles_and_loosens_nothing_for_the_page_beside_it(self, path: str) -> None:
        found = of_the_site()
        said = [value for name, value in both(found, path) if name == POLICY]
        assert said == [
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        ]
        assert ("X-Robots-Tag", "noindex") in both(found, path)
        for beside in ("", "index.html", "mail.txt"):
            near = path.replace("mail.html", beside)
            assert [value for name, value in both(found, near) if name == POLICY] == [table().pages[POLICY]]
            assert (("X-Robots-Tag", "noindex") in both(found, near)) == (beside == "mail.txt")

    def test_of_the_theme_is_kept_and_pages_of_themes_are_not(self) -> None:
        found = of_the_site()
        theme = Theme(REPOSITORY / "themes" / "escale" / "static", {})
        files = [file.path for file in theme.declared() if file.path.startswith(f"{theme.prefix}/")]
        assert len(files) > 10
        assert [path for path in files if "immutable" not in dict(both(found, path)).get("Cache-Control", "")] == []
        assert "Cache-Control" not in dict(both(found, "/themes/astronomie/"))


class TestDocuments:
    @pytest.mark.parametrize("ending", DOCUMENTS)
    @pytest.mark.parametrize("folder", ["", "2026/presse/"])
    def test_run_nothing_and_are_kept_rather_than_shown_but_for_pdf(self, ending: str, folder: str) -> None:
        said = both(of_the_site(), f"/documents/{folder}Compte rendu{ending}")
        assert [value for name, value in said if name == POLICY] in ([found := "sandbox; default-src 'none'"], [found, found])
        assert [value for name, value in said if name == "Content-Disposition"] == ([] if ending == ".pdf" else ["attachment"])


class TestTheFile:
    def test_is_read_as_it_was_written(self, library: Callable[..., Library]) -> None:
        found = read(headers(library({**page("a-propos")})))
        assert [(rule.path, dict(rule.values)) for rule in found] == [(rule.path, dict(rule.values)) for rule in _plain(["a-propos"])]

    def test_keeps_search_engines_out_of_previews(self, library: Callable[..., Library]) -> None:
        assert ("X-Robots-Tag", "noindex") in both(read(headers(library({}, drafts=True))), "/documents/x.pdf")
        assert ("X-Robots-Tag", "noindex") not in both(read(headers(library({}))), "/documents/x.pdf")
        assert headers(library({}, drafts=True)).count("noindex") == 1

    def test_knows_an_address_of_no_capability_as_well(self) -> None:
        assert [rule.path for rule in rules(Table({"A": "1"}, {"B": "2"}), Addresses(()), ["x"])] == ["/*", "/index.html", "/x/*"]


def _plain(pages: list[str]) -> tuple[Rule, ...]:
    policy = table().pages[POLICY].replace(" {letter}", "")
    return tuple(rules(replace(table(), pages={**table().pages, POLICY: policy}), addresses(), pages))


class TestTheLetter:
    @staticmethod
    def form(address: str) -> Tree:
        return hub(newsletter={"provider": "autre", "action_url": address})

    @pytest.mark.parametrize(
        ("address", "named"),
        [
            ("https://lettre.example/abonner?liste=3", "https://lettre.example"),
            ("https://lettre.example:8443/x", "https://lettre.example:8443"),
            ("HTTPS://Lettre.Example/", "https://lettre.example"),
            ("https://région.example/", "https://xn--rgion-bsa.example"),
        ],
    )
    def test_is_sent_to_the_site_that_the_hub_names(self, library: Callable[..., Library], address: str, named: str) -> None:
        said = dict(last(read(headers(library(self.form(address)))), "/newsletter/"))
        assert f"; form-action 'self' {named}; base-uri 'none'" in said[POLICY]

    @pytest.mark.parametrize(
        "address", [None, "https://x.example;script-src", "https://*.example/", "https://exa'mple/", "https://[::1]/", "https://[x/"]
    )
    def test_opens_nothing_where_it_names_none(self, library: Callable[..., Library], address: str | None) -> None:
        said = dict(last(read(headers(library(self.form(address) if address else {}))), "/newsletter/"))
        assert "; form-action 'self'; base-uri 'none'" in said[POLICY]


def test_a_page_at_any_address_says_its_policy_but_who_may_frame_it(library: Callable[..., Library]) -> None:
    policy = policy_of_a_page_anywhere(library({}).hub)
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "frame-ancestors" not in policy
