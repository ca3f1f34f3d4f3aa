"""Links and images of a body lead somewhere on this site, or openly elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from contributions.fields.vocabulary import nearest
from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.markdown.targets import targets
from contributions.models import FOLDERS, KINDS, Common
from contributions.problems.problem import Finding
from contributions.region.addresses import KIND_AT, OF_ONE, addresses
from contributions.source.texts import bytes_of, legible


def links(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about addresses that no page or file answers, and images that are not described or not ours."""
    yield from of_text(library, contribution.html, contribution.path, content)


def of_text(library: Library, html: str, path: str, content: Path) -> Iterator[Finding]:
    """The same of any text, by its HTML and the file that it stands in."""
    for name, target, alt in targets(html):
        place = _Place(path, content, target)
        yield from _image(place, alt) if name == "img" else ()
        if target.startswith("/") and not target.startswith("//"):
            yield from _inner(library, place)
        elif name == "a":
            yield place.finding("E208", f"L’adresse « {target} » ne mène à rien.", _page_of(library, path, target))


class _Place:
    """A target in a body; its line is only sought where something is wrong with it."""

    def __init__(self, path: str, content: Path, target: str) -> None:
        self._path, self.content, self.target = path, content, target

    def finding(self, code: str, message: str, repair: str) -> Finding:
        text, _wrong = legible(bytes_of(self.content.parent / self._path))
        found = max(text.find(self.target, text.find("\n---", 3)), 0)
        line, column = text.count("\n", 0, found) + 1, found - (text.rfind("\n", 0, found) + 1) + 1
        return Finding(code, message, repair, line=line, column=column)


def _image(place: _Place, alt: str) -> Iterator[Finding]:
    if not place.target.startswith("/") or place.target.startswith("//"):
        repair = "Déposez-la dans content/images/ et écrivez ![ce qu’elle montre](/images/…)."
        yield place.finding("E210", f"L’image « {place.target} » n’est pas sur ce site : elle ne s’afficherait pas.", repair)
    if not alt.strip():
        repair = "Dites entre les crochets ce qu’elle montre, pour qui ne la voit pas."
        yield place.finding("E211", f"L’image « {place.target} » n’a pas de texte alternatif.", repair)


def _inner(library: Library, place: _Place) -> Iterator[Finding]:
    """A root-relative address: a file of content/, a contribution, or a page of the site."""
    path = _path(place.target)
    nothing = f"L’adresse « {place.target} » ne mène à rien."
    if path.startswith(("/images/", "/documents/")):
        if not library.has_file(path.lstrip("/")):
            yield place.finding("E206", nothing, f"Déposez le fichier : content{path}.")
        return
    if answered(library, path):
        return
    first, *rest = path.strip("/").split("/")
    kind = KIND_AT.get(first, "" if rest else "page")
    others = library.of(kind)
    near = nearest(rest[0] if rest else first, (c.slug for c in others))
    repair = f"Vouliez-vous dire « {next(c.url for c in others if c.slug == near)} » ?" if near else "Corrigez l’adresse."
    yield place.finding("E208", nothing, repair)


def answered(library: Library, path: str) -> bool:
    """Whether the site has a page or a file at a path that is no file of content/."""
    vocabularies: dict[str, Mapping[str, object]] = {"theme": library.hub.themes, "department": library.hub.departments, "kind": KINDS}

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
