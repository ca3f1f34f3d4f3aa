"""A body takes nothing of the page that it stands in: neither an id, nor a class, nor what the page says to programs."""

import re
from collections import Counter

import pytest
from bs4.element import Tag

from contributions.markdown.attributes import OWN
from support import REPOSITORY, Built, Tree, build, one_of_each, write

THEME = REPOSITORY / "themes" / "escale"
IDS = sorted({found for file in THEME.rglob("*.html") for found in re.findall(r'\bid="([\w-]+)"', file.read_text("utf-8"))})
CLASSES = sorted({found for file in THEME.rglob("*.css") for found in re.findall(r"\.([a-z][\w-]*)", file.read_text("utf-8"))})
OURS = {"footnote", "footnote-ref", "footnote-backref", "language-python", "scroll", "film"}
"""The classes that bodies have: of notes, of code, and of what the site itself makes of a table and of a film."""
BORROWED = "\n".join(
    [
        *(f'<h2 id="{name}">Le mien</h2>\n' for name in IDS),
        *(f'<div class="{name} footnote-ref"><p><a href="/" class="{name}" id="{name}">x</a></p></div>\n' for name in CLASSES),
        '<div name="hub" form="q" style="position: fixed" data-section="home" data-pagefind-body data-pagefind-ignore="all" hidden',
        ' role="main" aria-hidden="true" aria-label="x" tabindex="1" accesskey="s" popover inert autofocus contenteditable="true"',
        ' slot="x" is="x" itemprop="name" onfocus="x()" dir="rtl" lang="ar"><p dir="sideways" lang="n’importe">Un passage.</p></div>\n',
        "Une note[^1], deux[^deux mots], deux encore[^deux mots], [le mien](#contenu).\n\n[^1]: La note.\n[^deux mots]: L’autre.\n",
        '<ol><li id="fn:1">La fausse note.</li></ol>\n',
        "```python\nx = 1\n```\n\n| a |\n|---|\n| b |\n\n<https://vimeo.com/1234>\n",
    ]
)


def with_bodies(text: str) -> Tree:
    """A contribution of each kind, and a letter, with the same body."""
    tree = {path: str(found).replace("Un texte.\n", text) for path, found in one_of_each().items()}
    return tree | {"newsletter/2026-w45.md": f"---\ntitle: La lettre\n---\n{text}"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("borrowed")
    built = build(write(place, with_bodies(BORROWED)), place)
    assert built.code == 0, built.stderr
    return built


@pytest.fixture(scope="module")
def bodies(site: Built) -> dict[str, Tag]:
    """The words of contributors, by the page that they stand in."""
    found = {url: prose for url in site.pages for prose in site.page(url).select(".prose") if "Un passage." in prose.get_text()}
    assert len(found) == 9, sorted(found)
    return found


def test_no_page_has_an_id_twice(site: Built) -> None:
    for url in site.pages:
        ids = Counter(str(element["id"]) for element in site.page(url).select("[id]"))
        assert [name for name, number in ids.items() if number > 1] == [], url
        assert [name for name in ids if re.search(r"\s", name) or not name] == [], url


def test_ids_of_a_body_are_told_by_how_they_begin(site: Built, bodies: dict[str, Tag]) -> None:
    for url, prose in bodies.items():
        own = {str(element["id"]) for element in prose.select("[id]")}
        assert all(name.startswith((OWN, "fn")) for name in own), url
        page = {str(element["id"]) for element in site.page(url).select("[id]")} - own
        assert not any(name.startswith((OWN, "fn:", "fnref")) for name in page), url


def test_links_in_a_body_lead_where_they_led(bodies: dict[str, Tag]) -> None:
    for url, prose in bodies.items():
        inside = [str(link["href"]).removeprefix("#") for link in prose.select('a[href^="#"]')]
        assert len(inside) == 7, url
        assert {prose.find(id=target) is not None for target in inside} == {True}, url
    assert str(prose.find("a", string="le mien")["href"]) == "#texte-contenu"


def test_a_body_wears_no_class_of_the_theme(bodies: dict[str, Tag]) -> None:
    for url, prose in bodies.items():
        found = {name for element in prose.select("[class]") for name in element["class"]}
        assert found in (OURS, OURS - {"film"}), url  # a letter has no films


SAID = {
    "['scroll']": {"role", "aria-label", "tabindex"},
    "['footnote-ref']": {"aria-label"},
    "['footnote-backref']": {"aria-label"},
}
"""What elements that we make say to programs, by their class."""


def test_a_body_says_nothing_to_programs(bodies: dict[str, Tag]) -> None:
    meant = {"id", "class", "href", "title", "dir", "lang"}
    for url, prose in bodies.items():
        for element in prose.find_all(True):
            assert set(element.attrs) <= meant | SAID.get(str(element.get("class")), set()), (url, element)
        assert prose.find(dir="rtl", lang="ar") is not None
        assert prose.find(dir="sideways") is None
