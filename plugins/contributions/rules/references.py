"""Slugs that a contribution names stand in the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from contributions.fields.vocabulary import did_you_mean, likely, meant, nearest, two_in_one
from contributions.judging.rewriting import lines, scalar
from contributions.judging.waiting import WHO, waits
from contributions.library.library import Library
from contributions.models import FOLDERS, KINDS, Common, Contributed, Event, Exhibition, Programme
from contributions.problems.problem import Finding, Fix, Location
from contributions.record.contribution import Contribution
from contributions.region.addresses import KIND_AT
from contributions.words.slugs import SLUG, slug_of
from contributions.words.spelling import joined


class Called(NamedTuple):
    """How it is said that nothing of a kind goes by a name: the code, and the words."""

    code: str
    nobody: str
    folder: str
    own: str
    """« celui de … est « fds-2026 » »."""


CALLED = {
    "organisation": Called("E201", "Aucune structure", "organisations", "sa fiche"),
    "programme": Called("E202", "Aucun dossier", "programmes", "ce dossier"),
    "event": Called("E203", "Aucun événement", "events", "cet événement"),
    "exhibition": Called("E204", "Aucun outil", "exhibitions", "cet outil"),
}


def known(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Organisations, programmes, events, tools and related contributions exist; codes of departments too."""
    for kind, slug, location in references(contribution.meta):
        yield from unknown(library, kind, slug, location)
    yield from unknown_pairs(library, contribution.meta.related, "related")
    if isinstance(contribution.meta, Exhibition):
        yield from _area(library, contribution.meta)


def unknown(library: Library, kind: str, slug: str, location: Location) -> Iterator[Finding]:
    """That no contribution of a kind goes by a slug."""
    if not SLUG.fullmatch(slug):
        yield _by_title(library, kind, slug, location)
    elif library.find(kind, slug) is None:
        called = CALLED[kind]
        if waits(slug):
            yield Finding(called.code, f"{called.nobody} ne s’appelle « {slug} ».", _in_the_meantime(location), location)
            return
        titled = library.titled.get(f"{kind}/{joined(slug)}", ())
        near = titled[0] if titled else nearest(slug, library.slugs.get(kind, ()))
        repair = f"Vouliez-vous dire « {near} » ?" if near else f"Ajoutez content/{called.folder}/{slug}.md, ou corrigez le nom."
        without = "" if near or location != ("organisation",) else " Sans fiche, écrivez « publisher: » puis, dessous, « name: … »."
        fix = Fix(near) if near and len(titled) == 1 else None
        yield Finding(called.code, f"{called.nobody} ne s’appelle « {slug} ».", repair + without, location, fix=fix)


def _by_title(library: Library, kind: str, written: str, location: Location) -> Finding:
    """That a title, an address or the path of a file stands where the name of a contribution's file is asked for."""
    called = CALLED[kind]
    known = _meant(library, kind, written)
    if known:
        message = f"« {written} » n’est pas le nom d’un fichier : celui de {called.own} est « {known[0]} »."
        return Finding("E115", message, f"Écrivez {known[0]}.", location, fix=Fix(known[0]) if len(known) == 1 else None)
    nobody = "Aucune fiche de l’annuaire" if kind == "organisation" else called.nobody
    near = nearest(slug_of(written), library.slugs.get(kind, ()))
    perhaps = f"Vouliez-vous dire « {near} » ?" if near else ""
    asked = f"{perhaps} Sinon, écrivez" if near else "Écrivez à la place"
    if waits(written):
        repair = _in_the_meantime(location)
    elif location == ("organisation",):
        repair = "\n".join([f"{asked} :", *lines("publisher", {"name": written})])
    elif location == ("coordinator",):
        repair = perhaps or "Ajoutez sa fiche, ou retirez cette ligne."
    elif kind == "organisation":
        repair = f"{asked} « name: {scalar(written)} »."
    else:
        repair = perhaps or f"Ajoutez content/{called.folder}/{slug_of(written)}.md et écrivez {slug_of(written)}, ou retirez cette ligne."
    return Finding("E115", f"{nobody} ne s’appelle « {written} ».", repair, location)


def _in_the_meantime(location: Location) -> str:
    """The repair of a name that nobody knows yet."""
    return WHO if location == ("organisation",) else "Retirez cette ligne en attendant."


def _meant(library: Library, kind: str, written: str) -> list[str]:
    """The slugs of a kind that a title, an address or the path of a file may mean."""
    inner = PurePosixPath(written.strip("/")).name.removesuffix(".md")
    slugs = dict.fromkeys((*library.titled.get(f"{kind}/{joined(written)}", ()), slug_of(written), slug_of(inner)))
    return [slug for slug in slugs if library.find(kind, slug)]


def references(meta: Common) -> Iterator[tuple[str, str, Location]]:
    """Every contribution that the front matter names by its slug: kind, slug, location."""
    if isinstance(meta, Contributed) and meta.organisation:
        yield "organisation", meta.organisation, ("organisation",)
    for index, partner in enumerate(meta.partners):
        if partner.organisation:
            yield "organisation", partner.organisation, ("partners", index, "organisation")
    for index, programme in enumerate(meta.programmes):
        yield "programme", programme, ("programmes", index)
    if isinstance(meta, Event):
        if meta.parent:
            yield "event", meta.parent, ("parent",)
        if meta.exhibition:
            yield "exhibition", meta.exhibition, ("exhibition",)
    if isinstance(meta, Programme):
        if meta.coordinator:
            yield "organisation", meta.coordinator, ("coordinator",)
        for index, leader in enumerate(meta.leaders):
            if leader.organisation:
                yield "organisation", leader.organisation, ("leaders", index, "organisation")


def unknown_pairs(library: Library, named: Iterable[str], key: str) -> Iterator[Finding]:
    """That contributions which a list of a key names, each by its kind and its slug (« event/nuit »), are not there."""
    kinds = set(FOLDERS.values())
    for index, reference in enumerate(named):
        kind, _, slug = reference.partition("/")
        if not SLUG.fullmatch(slug):
            yield _of_no_kind(library, reference, (key, index))
            continue
        page_of = KIND_AT.get(kind)
        kind = FOLDERS.get(kind, kind)
        if kind not in kinds and page_of and library.find(page_of, slug):
            there = f"{page_of}/{slug}"
            yield Finding("E205", f"« {reference} » est l’adresse d’une page.", f"Écrivez {there}.", (key, index), fix=Fix(there))
        elif kind not in kinds:
            yield Finding("E205", f"« {kind} » n’est pas un genre de contribution.", did_you_mean(kind, kinds), (key, index))
        elif library.find(kind, slug) is None:
            near = nearest(slug, library.slugs.get(kind, ()))
            repair = f"Vouliez-vous dire « {kind}/{near} » ?" if near else "Corrigez le nom, ou retirez-le."
            yield Finding("E205", f"Aucune contribution ne s’appelle « {reference} ».", repair, (key, index))


def _of_no_kind(library: Library, written: str, location: Location) -> Finding:
    """That a title, an address or a name alone stands where a kind and a name are asked for."""
    known = [f"{kind}/{slug}" for kind in KINDS for slug in _meant(library, kind, written)]
    repair = f"Écrivez {known[0]}." if known else "Écrivez le genre puis le nom, par exemple event/nuit-des-chercheurs."
    if not known and waits(written):
        repair = _in_the_meantime(location)
    fix = Fix(known[0]) if len(known) == 1 else None
    return Finding("E115", f"« {written} » ne désigne pas une contribution.", repair, location, fix=fix)


def _area(library: Library, tool: Exhibition) -> Iterator[Finding]:
    known = library.hub.departments
    for index, code in enumerate(tool.area):
        if code not in known:
            if two := two_in_one(code, known):
                message = f"« {code} » dit deux départements."
                yield Finding("E109", message, f"Séparez-les par une virgule : {', '.join(two)}.", ("area", index))
                continue
            sure = meant(code, known)
            near = sure or likely(code, known)
            all_of_them = ", ".join(f"{one} ({name})" for one, name in known.items())
            repair = f"Écrivez {near}." if near else f"Valeurs possibles : {all_of_them}."
            fix = Fix(sure) if sure else None
            yield Finding("E109", f"« {code} » n’est pas un département de la région.", repair, ("area", index), fix=fix)
