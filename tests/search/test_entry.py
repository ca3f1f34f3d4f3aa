"""The index reads a small page, composed of what a page says that it is found by."""

import re
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from publishing.page import Page, Passage, SearchRecord
from search import pagefind
from search.entry import entry, facts
from search.words import parted
from support_search import columns, fragment, fragments, page

NIGHT = page(
    "/agenda/nuit/",
    "Nuit « noire » & blanche",
    Passage(html='<h2 id="venir">Comment venir</h2>\n<p>Par le <a href="/x/" title="l’eau">train d’Amiens</a>.</p>'),
    Passage((), "Un titre sans rien"),
    names=("Abbeville (80)", "L’Observatoire d'Amiens", "Astronomie"),
)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)


def text_of(html: str) -> str:
    body = BeautifulSoup(html, "html.parser").body
    assert body is not None
    return body.get_text("\n")


class TestTheEntry:
    def test_says_title_names_description_and_text_in_this_order(self) -> None:
        found = text_of(entry(NIGHT))
        said = ("Nuit « noire » & blanche", "Abbeville (80)", "Astronomie", "Une soirée.", "Comment venir")
        assert [found.find(words) for words in said] == sorted(found.find(words) for words in said)
        assert all(words in found for words in said)
        assert "Un titre sans rien" not in found

    def test_says_what_a_page_is_called_with_its_title(self) -> None:
        assert NIGHT.search is not None
        called = replace(NIGHT, search=replace(NIGHT.search, called=("NNB",)))
        assert "Nuit « noire » & blanche, NNB" in text_of(entry(called))
        assert facts(entry(called)).row["parts"][0] == facts(entry(NIGHT)).row["parts"][0] + 1

    def test_parts_elisions_of_words_and_of_nothing_else(self) -> None:
        found = entry(NIGHT)
        assert "L’ Observatoire d&#x27; Amiens" in found
        assert 'title="l’eau">train d’ Amiens' in found

    @given(words, words, st.lists(words, max_size=3))
    def test_holds_any_words_as_words(self, title: str, label: str, lines: list[str]) -> None:
        record = SearchRecord(label, (("genre", label),), passages=(Passage(tuple(lines), heading=title),))
        text = entry(Page("/a/", "t.html", title, label, search=record))
        tree = BeautifulSoup(text, "html.parser", preserve_whitespace_tags={"p"})
        said = [title, "", label, *([title] if lines and title else []), *lines]
        assert [line.get_text() for line in tree.find_all("p")] == list(map(parted, said))
        assert [meta["content"] for meta in tree.find_all("meta")] == [label]
        assert facts(text).card.get("title", "") == title

    @given(words)
    def test_parted_words_are_the_same_but_for_spaces(self, text: str) -> None:
        assert re.sub(r"\s", "", parted(text)) == re.sub(r"\s", "", text)


class TestTheIndexOfAPage:
    def test_shows_its_card_and_holds_its_words(self, tmp_path: Path) -> None:
        assert NIGHT.search is not None
        shown = replace(
            NIGHT, search=replace(NIGHT.search, state="Annulé", tone="cancelled", where="Abbeville (80)", picture="/images/ciel.jpg")
        )
        pagefind.bundle({"/agenda/nuit/": entry(shown)}, "zxx-2026", tmp_path)
        (found,) = fragments(tmp_path).values()
        assert found["url"] == "/agenda/nuit/"
        assert found["meta"] == {
            "title": "Nuit « noire » & blanche",
            "kind": "Événement",
            "state": "Annulé",
            "tone": "cancelled",
            "where": "Abbeville (80)",
            "picture": "/images/ciel.jpg",
        }
        assert found["content"].startswith("Nuit « noire » & blanche. Abbeville (80), L’ Observatoire")

    def test_says_how_many_words_the_parts_of_its_head_have(self, tmp_path: Path) -> None:
        pagefind.bundle({"/agenda/nuit/": entry(NIGHT)}, "zxx-2026", tmp_path)
        (found,) = fragments(tmp_path).values()
        told, words = columns(tmp_path), found["content"].split()
        title, names, summary = (told[name][0] for name in ("title", "names", "summary"))
        assert words[title - 1] == "blanche."
        assert words[title + names - 1] == "Astronomie."
        assert words[title + names + summary - 1] == "soirée."

    def test_says_its_days_counted_from_2000(self, tmp_path: Path) -> None:
        pagefind.bundle({"/agenda/nuit/": entry(NIGHT)}, "zxx-2026", tmp_path)
        told = columns(tmp_path)
        assert (told["first"], told["last"], told["shown"]) == ([9821], [9821], [9821])
        assert [told["genres"][at] for at in told["genre"]] == ["Agenda"]
        assert told["beside"] == []

    def test_counts_words_as_the_engine_does(self, tmp_path: Path) -> None:
        texts = {
            f"/{number}/": entry(page(f"/{number}/", title))
            for number, title in enumerate(("« À » : l’eau – ou l'air ?", "Saint-Quentin", "A\N{NO-BREAK SPACE}! B", "M. C. F., 3,5 %"))
        }
        pagefind.bundle(texts, "zxx-2026", tmp_path)
        told = columns(tmp_path)
        length = dict(zip(told["ids"].split(), told["title"], strict=True))
        for file in (tmp_path / "fragment").iterdir():
            found = fragment(file)
            words = found["content"].split()
            assert " ".join(words[length[file.stem.rpartition("_")[2]] :]).startswith("Une soirée."), words
