"""The index reads a small page, which has the same entry as the whole one."""

from pathlib import Path

import pytest

from search import pagefind
from search.extract import NotSearchable, extract, language, without_ignored
from support_search import fragments, html

BODY = """
<p class="lede">Une soirée sous l’éclipse.</p>
<div class="badges" data-pagefind-ignore><div>Gratuit</div><div>Complet</div></div>
<section><h2 id="venir">Comment venir</h2><p>Par le train d’Amiens.</p></section>
<section class="band" data-pagefind-ignore><section><h2 id="suite">Dans la même veine</h2><p>Autre chose.</p></section></section>
<p hidden>Abbeville (80)</p>
<div class="topics" data-pagefind-weight="0.2">Astronomie</div>
"""


class TestTheExtract:
    def test_leaves_out_what_the_index_ignores_and_all_around_the_main_part(self) -> None:
        found = extract(html("Nuit noire", BODY, header="Menu"))
        assert "Menu" not in found
        assert "Gratuit" not in found
        assert "Complet" not in found
        assert "Dans la même veine" not in found
        assert "escale.css" not in found
        assert "Par le train d’ Amiens." in found
        assert found.count("data-pagefind-") == 6

    def test_has_the_same_entry_as_the_whole_page(self, tmp_path: Path) -> None:
        whole = html("Nuit noire", BODY).replace("’", "’ ")
        for name, text in (("whole", whole), ("small", extract(html("Nuit noire", BODY)))):
            (tmp_path / name).mkdir()
            pagefind.bundle({"/agenda/nuit/": text}, "2026", tmp_path / name)
        small = fragments(tmp_path / "small")
        assert small == fragments(tmp_path / "whole")
        assert small["/agenda/nuit/"]["meta"] == {"title": "Nuit noire", "kind": "Événement", "date": "2026-11-21"}
        assert small["/agenda/nuit/"]["filters"] == {"genre": ["Agenda"]}
        assert [anchor["id"] for anchor in small["/agenda/nuit/"]["anchors"]] == ["venir"]

    def test_of_a_page_without_a_part_to_index_is_an_error(self) -> None:
        with pytest.raises(NotSearchable):
            extract("<html><head></head><body><main><p>Rien.</p></main></body></html>")


class TestWhatIsIgnored:
    @pytest.mark.parametrize(
        ("whole", "kept"),
        [
            ("<p>a</p><p data-pagefind-ignore>b</p><p>c</p>", "<p>a</p> <p>c</p>"),
            ("<div data-pagefind-ignore><div>a</div><div>b</div></div>c", " c"),
            ('<figure><img data-pagefind-ignore src="a"><p>b</p></figure>', "<figure> <p>b</p></figure>"),
            ("<nav data-pagefind-ignore>a</nav><nav>b</nav>", " <nav>b</nav>"),
            ("<p>a</p>", "<p>a</p>"),
        ],
    )
    def test_goes_with_all_that_it_holds(self, whole: str, kept: str) -> None:
        assert without_ignored(whole) == kept


class TestTheLanguage:
    @pytest.mark.parametrize(("tag", "found"), [('<html lang="fr">', "fr"), ('<html class="a" lang="pt-BR">', "pt"), ("<html>", "unknown")])
    def test_is_the_page_s_own(self, tag: str, found: str) -> None:
        assert language(f"<!doctype html>{tag}") == found
