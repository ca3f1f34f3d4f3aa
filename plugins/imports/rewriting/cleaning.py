"""Leave of foreign HTML what a body is made of: scripts, forms, frames, pictures, shortcodes and what Word adds are gone."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import nh3
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from contributions.words.escapes import encoded
from contributions.words.hidden import visible
from imports.rewriting.persons import without_persons

LONGEST = 300_000
"""Characters of a text that are read: a book has as many."""
DEEPEST = 24
"""Levels of elements that are kept; what lies deeper is taken out of them."""
TAGS = set(
    "a article aside b blockquote br caption center cite code dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i "
    "img ins kbd li main ol p pre q s samp section strike strong sub sup table tbody td tfoot th thead tr u ul".split()
)
WITH_THEIR_WORDS = set(
    "applet audio button canvas datalist embed form frameset head iframe map math nav noembed noframes noscript object option script "
    "select style svg template textarea title video".split()
)
"""Elements whose words are no part of a text."""
ATTRIBUTES = {"a": {"href"}, "img": {"alt"}, "ol": {"start"}, "td": {"colspan"}, "th": {"colspan"}}
DIVISIONS = {"article", "aside", "center", "dd", "figcaption", "figure", "footer", "header", "main", "section"}
"""Elements that are no more than a part of the text here."""
FILM = re.compile(
    r"<iframe\b[^<>]*\bsrc\s*=\s*[\"']?(?:https?:)?//(?:www\.)?"
    r"(?:youtube(?:-nocookie)?\.com/embed/(?P<youtube>[\w-]{6,20})|player\.vimeo\.com/video/(?P<vimeo>\d+)"
    r"|dailymotion\.com/embed/video/(?P<dailymotion>\w+))[^<>]*>",
    re.IGNORECASE,
)
FILMS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
}
PICTURED = re.compile(r"\[caption\b[^\]]{0,500}\].{0,5000}?\[/caption\]", re.IGNORECASE | re.DOTALL)
SHORTCODE = re.compile(
    r"\[/[a-z][\w-]{0,60}\]|\[(?:caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|toc|more|nextpage|(?:vc|et_pb|fusion|av|su)_\w+)"
    r"\s*/?\](?!\()|\[[a-z][\w-]{0,60}(?:\s+[\w:-]{1,60}\s*=\s*(?:\"[^\"\]]{0,2000}\"|'[^'\]]{0,2000}'|[“”″][^“”″\]]{0,2000}[“”″]"
    r"|(?:&quot;|&#8221;|&#8243;)[^\]]{0,2000}?(?:&quot;|&#8221;|&#8243;)|[^\s\]\"']{1,200}))+\s*/?\](?!\()",
    re.IGNORECASE,
)
"""What WordPress and its builders of pages replace when they show a text."""
OWN = re.compile("[\ue000-\uf8ff]")
"""Signs that mean nothing to anybody; two of them mark beginnings of lines here (`lines.py`)."""
MARKUP = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s<>/]*)[^<>]*>")
REMARK = re.compile(r"<!--(?:(?!-->).)*+(?:-->)?|<[!?](?!-)[^<>]*>", re.DOTALL)
WORDLESS = re.compile(rf"(?is)<({'|'.join(sorted(WITH_THEIR_WORDS))})\b[^<>]*>(?:(?!</\1).)*+(?:</\1[^<>]*>)?")
PARTING = set("article blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split())
UNCLOSED = set("area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th thead tr wbr".split())
"""Elements that many leave open, or that hold nothing."""
OPEN = 300
"""Elements that may be open at once: whoever reads HTML takes the square of them."""
MANY = 8_000
"""Tags of a text that are read as such; an article of fifty pages has a quarter of them."""
EMOJI = re.compile(r"[^\w\s]{1,8}")
HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
FIGURES = re.compile(r"[0-9+-]+")
SCHEMES = ("http", "https", "mailto", "tel")


def legible(text: str) -> str:
    """The text, no longer than what is read, without characters that nothing shows, with line ends as they are here."""
    return OWN.sub("", visible(text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")))


def cleaned(html: str, base: str = "") -> BeautifulSoup:
    """The tree of an HTML text; links lead to https, mail and telephones only, and are read from `base` where they are relative."""
    text = SHORTCODE.sub(" ", PICTURED.sub(" ", legible(html)))
    text = FILM.sub(_film, text)
    safe = nh3.clean(
        without_markup(text) if _unlikely(text) else text,
        tags=TAGS,
        clean_content_tags=WITH_THEIR_WORDS,
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    soup = BeautifulSoup(OWN.sub("", visible(safe)), "html.parser", multi_valued_attributes=None, store_line_numbers=False)
    _shallow(soup)
    _pictures(soup)
    _links(soup, base)
    _signs(soup)
    for string in list(soup.find_all(string=True)):
        masked = without_persons(string)
        if masked != string:
            string.replace_with(NavigableString(masked))
    return soup


def _unlikely(text: str) -> bool:
    """Whether elements are as many, or set one in the other, as nobody makes them who has something to say."""
    depth = 0
    for number, tag in enumerate(MARKUP.finditer(text)):
        if tag["name"].lower() not in UNCLOSED:
            depth = max(0, depth - 1) if tag["close"] else depth + 1
        if depth > OPEN or number > MANY:
            return True
    return False


def without_markup(text: str) -> str:
    """The words of HTML, with a line end where a block begins or ends."""
    text = REMARK.sub("", WORDLESS.sub(" ", text)) if "<" in text else text
    return MARKUP.sub(lambda tag: "\n" if tag["name"].lower() in PARTING else "", text)


def _film(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    return f'<p><a href="{FILMS[name].format(found[name])}">Voir la vidéo</a></p>{found[0]}'


def _shallow(soup: BeautifulSoup) -> None:
    """Take out of their elements what lies too deep."""
    depths = {id(soup): 0}
    deep: list[Tag] = []
    for tag in soup.find_all(True):
        parent = tag.parent
        depths[id(tag)] = depths[id(parent)] + 1 if parent else 1
        if depths[id(tag)] > DEEPEST:
            deep.append(tag)
    for tag in reversed(deep):
        tag.unwrap()


def _pictures(soup: BeautifulSoup) -> None:
    """No picture stays, nor what is said below it; an emoji that a platform has drawn is one again."""
    for picture in soup.find_all("img"):
        if picture.decomposed:  # with the caption of another
            continue
        words = str(picture.get("alt") or "").strip()
        if EMOJI.fullmatch(words):
            picture.replace_with(words)
            continue
        figure = picture.find_parent("figure")
        if figure is not None and not figure.find(["table", "blockquote", "ul", "ol"]):
            for caption in figure.find_all("figcaption"):
                caption.decompose()
        picture.decompose()


def _links(soup: BeautifulSoup, base: str) -> None:
    for link in soup.find_all("a"):
        if not link.get_text(strip=True):
            link.unwrap()
        elif (address := _address(str(link.get("href") or ""), base)) and link.find_parent("a") is None:
            link["href"] = address
        else:
            link.unwrap()


def _address(written: str, base: str) -> str:
    """Where a link leads, so written that nothing in it ends it; empty where it leads nowhere that a reader could go."""
    try:
        address = urljoin(base, "".join(written.split())) if base else "".join(written.split())
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or (parts.scheme.startswith("http") and not host) or without_persons(address) != address:
        return ""
    if written.startswith("#") or address in {"mailto:", "tel:"}:
        return ""
    return encoded(address).replace("(", "%28").replace(")", "%29").replace("[", "%5B").replace("]", "%5D").replace("'", "%27")


def _signs(soup: BeautifulSoup) -> None:
    """Elements that are written otherwise, or not at all."""
    for tag in soup.find_all(["sup", "sub"]):
        words = tag.get_text(strip=True)
        if FIGURES.fullmatch(words):
            tag.replace_with(words.translate(HIGH if tag.name == "sup" else LOW))
        else:
            tag.unwrap()
    for tag in soup.find_all("q"):
        tag.insert(0, "«\u00a0")
        tag.append("\u00a0»")
        tag.unwrap()
    for tag in soup.find_all(["cite", "ins", "kbd", "samp", "u"]):
        tag.unwrap()
    for tag in soup.find_all("code"):
        words = tag.get_text()
        if "`" in words or "\n" in words or not words.strip() or tag.find_parent("pre") or tag.find(True):
            tag.unwrap()
    for tag in soup.find_all("pre"):
        _preformatted(soup, tag)
    for tag in soup.find_all("dt"):
        bold = soup.new_tag("strong")
        for child in list(tag.contents):
            bold.append(child)
        tag.append(bold)
        tag.name = "p"
    for tag in soup.find_all(DIVISIONS):
        tag.name = "div"
    for tag in soup.find_all("dl"):
        tag.unwrap()


def _preformatted(soup: BeautifulSoup, tag: Tag) -> None:
    """Lines as they stand; nobody writes programs here."""
    lines = tag.get_text().strip("\n").split("\n")
    tag.clear()
    tag.name = "p"
    for number, line in enumerate(lines):
        if number:
            tag.append(soup.new_tag("br"))
        tag.append(line.strip())
