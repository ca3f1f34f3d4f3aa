"""Articles of an export of WordPress (WXR 1.0 to 1.2), with the pictures of its media library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from lxml import etree

from contributions.words.slugs import slug_of
from imports.rewriting.cleaning import PARTING
from imports.rewriting.persons import institution
from imports.rewriting.pictures import credit_of, pictures_of, web
from imports.sources.feeds.addresses import old_path
from imports.sources.feeds.items import local_day, summed, titled
from imports.taken import Given, Picture, Reading, Refusal, Taken, UnreadableSource
from imports.texts import markdown_of_html, plain

EXPORT = re.compile(rb"wordpress\.org/export/\d")
NAMESPACE = re.compile(r"\{(?P<address>[^}]*)\}(?P<name>.*)")
STATES = {"draft": "brouillon", "pending": "brouillon", "future": "brouillon", "publish": "", "inherit": ""}
OF_THE_MACHINE = re.compile(
    r"nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-[\w-]+|wpcf7\w*|elementor_\w+|amp_\w+"
)
"""Sorts of items that are no texts of anybody."""
UNSORTED = {"uncategorized", "non-classe", "non-classee", "sans-categorie", "uncategorised"}
MOST = 20_000
"""Items of an export."""
SIZED = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w{3,4}\Z)|-scaled(?=\.\w{3,4}\Z)")
"""What the names of smaller copies of a picture end with."""
BLOCK = "|".join(sorted(PARTING | {"figure", "div", "iframe", "form"}))
BEGINS = re.compile(rf"\s*</?(?:{BLOCK})\b", re.IGNORECASE)
ENDS = re.compile(rf"</?(?:{BLOCK})\b[^<>]*>\s*\Z", re.IGNORECASE)
MADE = re.compile(r"<!-- wp:|<p\b|<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """What an item says, by the names of its elements without their namespaces' addresses: « wp:post_name »."""

    values: dict[str, str]
    meta: dict[str, str]
    words: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        """Empty where it is not there."""
        return self.values.get(name, "")


def is_export(data: bytes) -> bool:
    """Whether a feed is an export."""
    return EXPORT.search(data[:20_000]) is not None


def posts(data: bytes, given: Given) -> Reading:
    """The articles of an export; it may be one of a year, or of a category: what is not in it is not gone. Raises UnreadableSource."""
    # Nothing is fetched, no entity is replaced, and nothing is deeper than 256 elements or longer than 10 MB.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource("Cet export de WordPress n’est pas du XML : il est peut-être incomplet.") from error
    channel = root.find("channel") if root is not None else None
    if channel is None:
        raise UnreadableSource("Cet export de WordPress n’a pas d’articles.")
    refused: list[Refusal] = []
    if parser.error_log:
        line = parser.error_log[0].line
        refused.append(Refusal(f"ligne {line}", "Le XML est cassé ici : ce qui en a été compris est repris."))
    items = [_item(element) for element in channel.findall("item")[: MOST + 1]]
    if len(items) > MOST:
        refused.append(Refusal(f"élément {MOST + 1}", f"Plus de {MOST} éléments : les suivants ne sont pas repris."))
    library = _Library(items)
    publisher = institution(plain(channel.findtext("title") or ""))
    made: dict[str, Taken] = {}
    others = Counter[str]()
    for number, item in enumerate(items[:MOST], 1):
        if (kind := item["wp:post_type"] or "post") != "post":
            others[kind] += 1
            if kind == "page":
                refused.append(Refusal(_at(item, number), "C’est une page, et non un article : elle n’est pas reprise."))
        elif reason := _withheld(item):
            refused.append(Refusal(_at(item, number), reason))
        else:
            taken = _post(item, number, library, publisher, given, refused)
            made.setdefault(taken.id, taken)
    for kind, many in others.items():
        if kind not in {"attachment", "page"} and not OF_THE_MACHINE.fullmatch(kind):
            refused.append(Refusal("export", f"{many} « {kind[:40]} » : ce ne sont pas des articles, ils ne sont pas repris."))
    return Reading(tuple(made.values()), refused=tuple(refused), whole=False)


def _item(element: Any) -> Item:
    values: dict[str, str] = {}
    meta: dict[str, str] = {}
    words = []
    for child in element:
        name = _name(child)
        if name == "category":
            if child.get("domain") in {None, "category", "post_tag"} and child.get("nicename") not in UNSORTED:
                words.append(plain(child.text or ""))
        elif name == "wp:postmeta":
            inside = {_name(each): each.text or "" for each in child}
            meta[inside.get("wp:meta_key", "")] = inside.get("wp:meta_value", "")
        else:
            values.setdefault(name, "".join(child.itertext()) if len(child) else child.text or "")
    return Item(values, meta, tuple(dict.fromkeys(filter(None, words)))[:100])


def _name(element: Any) -> str:
    """« wp:post_name », whatever the version of the format; empty for what is no element."""
    if not isinstance(element.tag, str):
        return ""
    found = NAMESPACE.fullmatch(element.tag)
    if found is None:
        return str(element.tag)
    address, name = found["address"], found["name"]
    if "/export/" in address:
        return f"excerpt:{name}" if "/excerpt" in address else f"wp:{name}"
    return f"content:{name}" if "/content" in address else f"dc:{name}" if "purl.org/dc" in address else name


def _at(item: Item, number: int) -> str:
    title = plain(item["title"])
    return f"article {item['wp:post_id'] or number}" + (f", « {title[:60]} »" if title else "")


def _withheld(item: Item) -> str:
    """Why an article is nobody's to read; empty where it is."""
    if item["wp:status"] == "private" or item["wp:post_password"].strip():
        return "Cet article est privé : il n’est pas repris."
    if item["wp:status"] in {"trash", "auto-draft"}:
        return "Cet article est à la corbeille ou vide : il n’est pas repris."
    return ""


def _post(item: Item, number: int, library: _Library, publisher: str, given: Given, refused: list[Refusal]) -> Taken:
    at, link = _at(item, number), item["link"].strip()
    title, html = plain(item["title"]), paragraphs(item["content:encoded"])
    state = STATES.get(item["wp:status"] or "publish", "brouillon")
    created = local_day(item["wp:post_date"], given) or local_day(item["wp:post_date_gmt"], given, ZoneInfo("UTC"))
    changed = local_day(item["wp:post_modified"], given)
    path = old_path(link) if not state else ""
    values: dict[str, Any] = {
        **titled(title, at, refused),
        **summed(item["excerpt:encoded"].strip() or html, title),
        **({"updated": changed.isoformat()} if created and changed and changed > created else {}),
        **({"aliases": [path]} if path else {}),
        **({"status": state} if state else {}),
    }
    return Taken(
        kind="article",
        id=item["guid"].strip() or item["wp:post_id"].strip() or link or at,
        at=at,
        values=values,
        body=markdown_of_html(html, web(link)),
        words=item.words,
        organiser=publisher,
        pictures=tuple(library.pictures(item, html, web(link))),
        created=created,
        slug=slug_of(unquote(item["wp:post_name"])),
    )


def paragraphs(text: str) -> str:
    """What WordPress makes of a text that was typed: an empty line parts paragraphs, a line end ends a line; blocks stay as they are."""
    if MADE.search(text):
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    for number, (line, below) in enumerate(pairwise(lines)):
        if line.strip() and below.strip() and not ENDS.search(line[-300:]) and not BEGINS.match(below):
            lines[number] = f"{line}<br>"
    return "\n".join(lines)


class _Library:
    """The media library: what is said of each picture, by its address and its number."""

    def __init__(self, items: list[Item]) -> None:
        self._by_number: dict[str, Picture] = {}
        self._by_address: dict[str, Picture] = {}
        for item in items:
            address = web(item["wp:attachment_url"] or item["guid"]) if item["wp:post_type"] == "attachment" else ""
            if address:
                caption, said = plain(item["excerpt:encoded"]), plain(item["content:encoded"])
                alt = plain(item.meta.get("_wp_attachment_image_alt", ""))
                picture = Picture(address, alt, credit_of(caption) or credit_of(said))
                self._by_number[item["wp:post_id"]] = picture
                self._by_address[_bare(address)] = picture

    def pictures(self, item: Item, html: str, base: str) -> Iterator[Picture]:
        """The one that stands for an article, then those of its text: the largest copy of each."""
        seen: set[str] = set()
        first = self._by_number.get(item.meta.get("_thumbnail_id", ""))
        for picture in (*([first] if first else []), *pictures_of(html, base)):
            known = self._by_address.get(_bare(picture.url))
            if _bare(picture.url) not in seen:
                seen.add(_bare(picture.url))
                yield Picture(known.url, picture.alt or known.alt, picture.credit or known.credit) if known else picture


def _bare(address: str) -> str:
    """An address without what tells copies of a picture apart."""
    return SIZED.sub("", address.partition("?")[0].replace("http://", "https://"))
