"""Give a cleaned tree the shape of Markdown: headings from the second level, paragraphs, lists, emphasis that holds words of one line."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

START = "\ue000"
"""Stands where a line of words begins, until that is written (`lines.py`)."""
BLOCKS = set("blockquote caption div h1 h2 h3 h4 h5 h6 hr li ol p table tbody td tfoot th thead tr ul".split())
EMPHASIS = {"b": "strong", "strong": "strong", "em": "em", "i": "em", "s": "del", "del": "del", "strike": "del"}
HEADINGS = re.compile(r"h[1-6]")
LOWEST = 6
NAKED = re.compile(r"\n[ \t]*\n\s*")
"""What parts paragraphs in a text that nobody has made elements of."""
BULLET = re.compile(r"\s*(?:[•▪▫◦‣●○■□◆❖➢➤►✓✔∙·\uf0a7\uf0b7\uf0d8\uf0fc–—-]|\*(?!\*))[ \t\u00a0\u202f]+")
WIDEST = 12
"""Columns of a table; what has more was made to set a page."""


def shaped(soup: BeautifulSoup) -> BeautifulSoup:
    """The same tree."""
    _tables(soup)
    _headings(soup)
    _emphasis(soup)
    for block in [soup, *soup.find_all(["div", "blockquote"])]:
        _paragraphs(soup, block)
    for paragraph in soup.find_all("p"):
        _parted(soup, paragraph)
    for paragraph in soup.find_all("p"):
        _bulleted(soup, paragraph)
    _numbered(soup)
    _started(soup)
    return soup


def _tables(soup: BeautifulSoup) -> None:
    """A table of short cells stays one; what only sets a page becomes its parts."""
    for part in soup.find_all(["thead", "tbody", "tfoot"]):
        part.unwrap()
    for table in reversed(soup.find_all("table")):
        rows = table.find_all("tr")
        wide = max((len(row.find_all(["td", "th"])) for row in rows), default=0)
        strays = [child for child in table.children if isinstance(child, Tag) and child.name not in {"tr", "caption"}]
        laid_out = table.find(["table", "ul", "ol", "blockquote", HEADINGS]) or any(
            len(cell.find_all("p")) > 1 for cell in table.find_all(["td", "th"])
        )
        if laid_out or strays or not 1 < wide <= WIDEST or table.find_parent(["li", "blockquote", "td", "th"]):
            for cell in table.find_all(["td", "th", "tr", "caption"]):
                cell.name = "div"
            table.name = "div"
            continue
        for caption in table.find_all("caption"):
            caption.name = "p"
            table.insert_before(caption.extract())
        for cell in table.find_all(["td", "th"]):
            if not str(cell.get("colspan", "")).isdecimal() or int(str(cell["colspan"])) > WIDEST:
                del cell["colspan"]
    for stray in soup.find_all(["td", "th", "tr", "caption"]):
        if stray.find_parent("table") is None:
            stray.name = "div"


def _headings(soup: BeautifulSoup) -> None:
    """From ## on, none leaves one out; those within other elements are bold words."""
    above: list[tuple[int, int]] = []
    for heading in soup.find_all(HEADINGS):
        for block in heading.find_all(["p", "div", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "hr", HEADINGS]):
            block.insert_before(" ")
            block.unwrap()
        for bold in heading.find_all(["b", "strong"]):
            bold.unwrap()
        for end in heading.find_all("br"):
            end.replace_with(" ")
        if not heading.get_text(strip=True):
            heading.decompose()
        elif heading.find_parent(["li", "blockquote", "td", "th", "a"]):
            heading.name = "strong"
            heading.wrap(soup.new_tag("p"))
        else:
            level = int(heading.name[1])
            while above and above[-1][0] >= level:
                above.pop()
            new = min(LOWEST, above[-1][1] + 1 if above else 2)
            above.append((level, new))
            heading.name = f"h{new}"


def _emphasis(soup: BeautifulSoup) -> None:
    """Each stands around words of one line, with no blanks at its ends, and never in one of its sort."""
    for tag in reversed(soup.find_all(list(EMPHASIS))):
        tag.name = EMPHASIS[tag.name]
        if tag.find(list(BLOCKS)) or tag.find_parent(_same_as(tag)) or tag.find_parent("code"):
            tag.unwrap()
    for tag in reversed(soup.find_all(["strong", "em", "del"])):
        if tag.find("br"):
            _split(soup, tag)
    for link in soup.find_all("a"):
        for end in link.find_all("br"):
            end.replace_with(" ")
        if link.find(list(BLOCKS)):
            link.unwrap()
    soup.smooth()
    for tag in soup.find_all(["strong", "em", "del"]):
        following = tag.next_sibling
        while isinstance(following, Tag) and following.name == tag.name:
            for child in list(following.contents):
                tag.append(child)
            following.decompose()
            following = tag.next_sibling
    for tag in reversed(soup.find_all(["strong", "em", "del", "a"])):
        _trimmed(tag)


def _same_as(tag: Tag) -> list[str]:
    return [name for name, meant in EMPHASIS.items() if meant == tag.name]


def _split(soup: BeautifulSoup, tag: Tag) -> None:
    """Emphasis of several lines is one of each line."""
    piece = soup.new_tag(tag.name)
    for child in list(tag.contents):
        if isinstance(child, Tag) and child.name == "br":
            tag.insert_before(piece)
            tag.insert_before(child.extract())
            piece = soup.new_tag(tag.name)
        else:
            piece.append(child.extract())
    tag.replace_with(piece)


def _trimmed(tag: Tag) -> None:
    """Blanks at the ends of an element stand before and behind it; without words, it is not there."""
    words = tag.get_text()
    if not words.strip():
        tag.insert_before(" ")
        tag.unwrap()
        return
    for at in (0, -1):
        end = tag.contents[at]
        if isinstance(end, NavigableString):
            bare = end.lstrip() if at == 0 else end.rstrip()
            if bare != end:
                tag.insert_before(" ") if at == 0 else tag.insert_after(" ")
                end.replace_with(bare)


def _inline(node: PageElement) -> bool:
    return not (isinstance(node, Tag) and node.name in BLOCKS)


def _paragraphs(soup: BeautifulSoup, block: Tag) -> None:
    """Words that stand in a division by themselves are paragraphs."""
    run: list[PageElement] = []
    for child in [*block.contents, None]:
        if child is not None and _inline(child):
            run.append(child)
            continue
        if any(isinstance(each, Tag) or str(each).strip() for each in run):
            paragraph = soup.new_tag("p")
            run[0].insert_before(paragraph)
            for each in run:
                paragraph.append(each.extract())
            _blank_lines(soup, paragraph)
        run = []


def _blank_lines(soup: BeautifulSoup, paragraph: Tag) -> None:
    for string in list(paragraph.find_all(string=NAKED, recursive=False)):
        for number, piece in enumerate(NAKED.split(string)):
            if number:
                string.insert_before(soup.new_tag("br"))
                string.insert_before(soup.new_tag("br"))
            string.insert_before(piece)
        string.extract()


def _lines(paragraph: Tag) -> list[list[PageElement]]:
    lines: list[list[PageElement]] = [[]]
    for child in paragraph.contents:
        if isinstance(child, Tag) and child.name == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    return lines


def _said(line: list[PageElement]) -> bool:
    return any(isinstance(each, Tag) or str(each).strip() for each in line)


def _parted(soup: BeautifulSoup, paragraph: Tag) -> None:
    """Two line ends in a row part paragraphs; in a cell or a heading there are none."""
    lines = _lines(paragraph)
    if not any(map(_said, lines)):
        paragraph.decompose()
        return
    groups: list[list[list[PageElement]]] = [[]]
    for line in lines:
        if _said(line):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    if all(map(_said, lines)):
        return
    for group in filter(None, groups):
        part = soup.new_tag("p")
        paragraph.insert_before(part)
        for number, line in enumerate(group):
            if number:
                part.append(soup.new_tag("br"))
            for each in line:
                part.append(each.extract())
    paragraph.decompose()


def _bulleted(soup: BeautifulSoup, paragraph: Tag) -> None:
    """Lines that begin with a bullet are a list."""
    lines = _lines(paragraph)
    marked = [bool(line and isinstance(line[0], NavigableString) and BULLET.match(line[0])) for line in lines]
    if not any(marked) or (sum(marked) == 1 and len(lines) == 1) or paragraph.find_parent(["td", "th"]):
        return
    part: Tag | None = None
    for line, entry in zip(lines, marked, strict=True):
        name = "ul" if entry else "p"
        if part is None or part.name != name:
            part = soup.new_tag(name)
            paragraph.insert_before(part)
        elif not entry:
            part.append(soup.new_tag("br"))
        into = part
        if entry:
            into = soup.new_tag("li")
            part.append(into)
            line[0].replace_with(first := NavigableString(BULLET.sub("", str(line[0]), count=1)))
            line[0] = first
        for each in line:
            into.append(each.extract())
    paragraph.decompose()


def _numbered(soup: BeautifulSoup) -> None:
    """Entries that say something, each with its number; what stands in no list is no entry."""
    for entry in reversed(soup.find_all("li")):
        if not entry.get_text(strip=True):
            entry.decompose()
        elif entry.parent is None or entry.parent.name not in {"ul", "ol"}:
            entry.name = "div"
    for listed in soup.find_all("ol"):
        given = str(listed.get("start", ""))
        first = int(given) if given.isdecimal() and len(given) < 7 else 1
        for number, entry in enumerate(listed.find_all("li", recursive=False), first):
            entry["value"] = str(number)


def _started(soup: BeautifulSoup) -> None:
    """Mark where words of entries begin; of paragraphs, their writer does."""
    for entry in soup.find_all("li"):
        before: PageElement | None = None
        for child in list(entry.contents):
            if _inline(child) and (before is None or not _inline(before)) and (isinstance(child, Tag) or str(child).strip()):
                child.insert_before(START)
            if isinstance(child, Tag) or str(child).strip():
                before = child
