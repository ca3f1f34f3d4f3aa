"""Links and images of a body lead somewhere on this site, or openly elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import get_args
from urllib.parse import unquote, urlsplit

from contributions.fields.fields import Access
from contributions.fields.vocabulary import nearest
from contributions.library.fund.catalogue import VEHICLES
from contributions.library.library import Library
from contributions.markdown.targets import Target, targets, written
from contributions.models import FOLDERS, KINDS, Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.region.addresses import KIND_AT, OF_ONE, addresses
from contributions.source.texts import bytes_of, legible
from contributions.words.lines import Lines

FILES = ("/images/", "/documents/")
MOST = 50
"""Addresses of a text that are told one by one: for each, the nearest of all pages is looked for."""


def links(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about addresses that no page or file answers, and images that are not described or not ours."""
    yield from of_text(library, contribution.html, contribution.path, content)


def of_text(library: Library, html: str, path: str, content: Path) -> Iterator[Finding]:
    """The same of any text, by its HTML and the file that it stands in."""
    text = _Text(path, content)
    broken: list[Target] = []
    for target in targets(html):
        yield from _image(text, target) if target.tag == "img" else ()
        if not _leads(library, target):
            broken.append(target)
    for target in broken[:MOST]:
        yield _broken(library, text, target.address)
    if len(broken) > MOST:
        others = f"{len(broken) - MOST} autres adresses de ce texte ne mènent à rien, à partir de celle-ci."
        yield text.finding(broken[MOST].address, "E208", others, "Corrigez d’abord les premières : la faute est peut-être la même.")


class _Text:
    """The file that links stand in; it is only read where something is wrong with one."""

    def __init__(self, path: str, content: Path) -> None:
        self.path, self._content = path, content

    def finding(self, address: str, code: str, message: str, repair: str) -> Finding:
        """A finding where an address is written first."""
        at = self._places.get(address, -1)
        line, column = self._lines.place(at if at >= 0 else max(self._source.find(address, self._body), 0))
        return Finding(code, message, repair, line=line, column=column)

    @cached_property
    def _source(self) -> str:
        return legible(bytes_of(self._content.parent / self.path))[0]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._source)

    @cached_property
    def _places(self) -> dict[str, int]:
        return written(self._source, self._body)

    @cached_property
    def _body(self) -> int:
        """Where it begins, or the fence above it."""
        return max(self._source.find("\n---", 3), 0)


def _image(text: _Text, image: Target) -> Iterator[Finding]:
    if not image.address.startswith("/") or image.address.startswith("//"):
        repair = "Déposez-la dans content/images/ et écrivez ![ce qu’elle montre](/images/…)."
        message = f"L’image « {image.address} » n’est pas sur ce site : elle ne s’afficherait pas."
        yield text.finding(image.address, "E210", message, repair)
    if not image.alternative.strip():
        repair = "Dites entre les crochets ce qu’elle montre, pour qui ne la voit pas."
        yield text.finding(image.address, "E211", f"L’image « {image.address} » n’a pas de texte alternatif.", repair)


def _leads(library: Library, target: Target) -> bool:
    """Whether an address is a file of content/ or a page of the site; what `_image` has told is none of its business."""
    if not target.address.startswith("/") or target.address.startswith("//"):
        return target.tag == "img"
    path = _path(target.address)
    return library.has_file(path.lstrip("/")) if path.startswith(FILES) else answered(library, path)


def _broken(library: Library, text: _Text, address: str) -> Finding:
    """That an address leads nowhere, and where it might."""
    nothing = f"L’adresse « {address} » ne mène à rien."
    if not address.startswith("/") or address.startswith("//"):
        return text.finding(address, "E208", nothing, _page_of(library, text.path, address))
    path = _path(address)
    if path.startswith(FILES):
        return text.finding(address, "E206", nothing, f"Déposez le fichier : content{path}.")
    first, *rest = path.strip("/").split("/")
    others = library.of(KIND_AT.get(first, "" if rest else "page"))
    near = nearest(rest[0] if rest else first, (c.slug for c in others))
    repair = f"Vouliez-vous dire « {next(c.url for c in others if c.slug == near)} » ?" if near else "Corrigez l’adresse."
    return text.finding(address, "E208", nothing, repair)


def answered(library: Library, path: str) -> bool:
    """Whether the site has a page or a file at a path that is no file of content/."""
    hub = library.hub
    vocabularies: dict[str, Collection[str]] = {
        "theme": hub.themes,
        "department": hub.departments,
        "audience": hub.audiences,
        "category": hub.all_categories["event"],
        "access": get_args(Access),
        "group": hub.groups,
        "lender": library.lenders,
        "vehicle": VEHICLES,
        "kind": KINDS,
        "letter": hub.letters,
    }

    def known(name: str, value: str) -> bool:
        if name in OF_ONE:
            return library.page(name, value) is not None
        return name not in vocabularies or value in vocabularies[name]

    return addresses().answers(path, known)


def _path(target: str) -> str:
    """The path of an address; of one that is none, the whole."""
    try:
        return unquote(urlsplit(target).path)
    except ValueError:
        return target


def _page_of(library: Library, path: str, target: str) -> str:
    """The repair of a relative address: the page's own where it names a contribution's file."""
    inner = PurePosixPath(path).parent / _path(target)
    stem, parts = inner.stem, inner.parts
    kinds = [FOLDERS[part] for part in parts if part in FOLDERS]
    found = next((page for kind in reversed(kinds) if (page := library.page(kind, stem))), None)
    return f"Écrivez {found.url}." if found else "Commencez par / pour une page de ce site, par https:// pour une autre."
