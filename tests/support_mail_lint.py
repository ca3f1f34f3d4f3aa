"""What is wrong with a mail: read as mail programs read it, by Beautiful Soup and by the styles that stand on its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment
from bs4.element import NavigableString, Tag

MOST_BYTES, WIDEST, SMALLEST, ENOUGH = 80_000, 600, 24, 4.5
REFUSED = ("script", "link", "iframe", "object", "embed", "form", "input", "button", "video", "audio", "svg", "picture", "source", "base")
NO_SHOW = re.compile(r"\bvar\(|flex|grid|border-radius|position\s*:|float\s*:|url\(|@import|calc\(|rgba|hsl")
BLOCKS = {"p", "h1", "h2", "h3", "td", "li", "div", "table"}
HIDDEN = "display: none"


@dataclass(frozen=True)
class Seen:
    """How a text is seen: its colour, what is behind it, its size in pixels."""

    colour: str
    ground: str
    size: float
    line: float


def flaws(html: str, *, fragment: bool = False) -> Iterator[str]:
    """A sentence for each flaw."""
    soup = BeautifulSoup(html, "lxml")
    yield from (f"<{tag.name}>" for tag in soup.find_all(REFUSED))
    if len(html.encode()) > MOST_BYTES:
        yield f"{len(html.encode())} bytes"
    yield from _styles(soup)
    yield from _pictures(soup)
    if not fragment:
        yield from _head(soup)
        yield from _colours(soup)
        yield from _links(soup)


def _head(soup: BeautifulSoup) -> Iterator[str]:
    assert soup.html
    assert soup.title
    if not soup.html.get("lang"):
        yield "no language"
    if not soup.title.get_text().strip():
        yield "no title"
    if soup.select_one('meta[name="robots"][content="noindex"]') is None:
        yield "search engines may keep it"
    if not soup.select_one(".preheader"):
        yield "no preheader"
    if len(soup.find_all("h1")) != 1:
        yield "not one title"
    yield from ("a table that is read out as one" for table in soup.find_all("table") if table.get("role") != "presentation")


def _styles(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(True):
        if any(name.startswith("on") or name == "srcset" for name in tag.attrs):
            yield f"<{tag.name}> acts"
        if found := NO_SHOW.search(str(tag.get("style", ""))):
            yield f"« {found[0]} » in a style"
        width = str(tag.get("width", "0"))
        if width.isdecimal() and int(width) > WIDEST:
            yield f"<{tag.name}> is {width} pixels wide"
    for sheet in soup.find_all("style"):
        if outside := re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", sheet.get_text()).strip():
            yield f"« {outside[:30]} » is in no style of an element"


def _pictures(soup: BeautifulSoup) -> Iterator[str]:
    for image in soup.find_all("img"):
        if not str(image.get("alt", "")).strip():
            yield f"no words for {image.get('src')}"
        if not re.fullmatch(r"https://[^?]+\.(?:png|jpg)", str(image.get("src"))):
            yield f"{image.get('src')} is shown by few"
        if not str(image.get("width", "")).isdecimal():
            yield f"{image.get('src')} has no width"


def _links(soup: BeautifulSoup) -> Iterator[str]:
    for link in soup.find_all("a"):
        inline = link.find_parent(class_=("words", "thanks", "contact")) is not None  # WCAG 2.5.8: in a sentence, its line decides
        if not link.get_text().strip() and not link.find("img"):
            yield f"a link to {link.get('href')} without words"
        if not inline and seen(link).line < SMALLEST:
            yield f"« {link.get_text()} » is {seen(link).line} pixels high"


def _colours(soup: BeautifulSoup) -> Iterator[str]:
    for text in soup.find_all(string=True):
        parent = text.parent
        if isinstance(text, Comment) or not text.strip() or parent is None or parent.name in {"style", "title", "[document]", "html"}:
            continue
        if isinstance(text, NavigableString) and not any(HIDDEN in str(tag.get("style", "")) for tag in (parent, *parent.parents)):
            found = seen(parent)
            for pair in ((found.colour, found.ground), (inverse(found.colour), inverse(found.ground))):
                if contrast(*pair) < ENOUGH:
                    yield f"« {text.strip()[:20]} » {pair}"


def seen(tag: Tag) -> Seen:
    """How the text of an element is seen, by its styles and those around it."""
    around = [tag, *tag.parents]
    return Seen(
        _nearest(around, "color", "#000000"),
        _nearest(around, "background-color", "#ffffff"),
        float(_nearest(around, "font-size", "16px").removesuffix("px")),
        float(_nearest(around, "line-height", "19px").removesuffix("px")),
    )


def _nearest(around: list[Tag], name: str, usual: str) -> str:
    for tag in around:
        found = re.findall(rf"(?:^|;)\s*{name}:\s*([^;]+)", str(tag.get("style", "")))
        if found:
            return found[-1].strip()
    return usual


def inverse(colour: str) -> str:
    """The colour as a program shows it that inverts all."""
    return f"#{0xFFFFFF - int(colour[1:], 16):06x}"


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, « contrast ratio », by way of the whole numbers of its definition."""
    levels = sorted((_light(one), _light(other)), reverse=True)
    return (levels[0] + 0.05) / (levels[1] + 0.05)


def _light(colour: str) -> float:
    total = 0.0
    for share, at in ((0.2126, 1), (0.7152, 3), (0.0722, 5)):
        value = int(colour[at : at + 2], 16) / 255
        total += share * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return total
