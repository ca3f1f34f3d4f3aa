"""Keys that stand by other names than theirs: what each most likely means, and whether it may be written instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from contributions.fields.vocabulary import nearest
from contributions.problems.problem import Finding, Fix, Location

MEANT = {
    "titre": "title", "resume": "summary", "accroche": "tagline", "slogan": "tagline", "lieu": "place", "lieux": "places",
    "ville": "city", "commune": "city", "adresse": "address", "debut": "start", "date_debut": "start", "fin": "end",
    "date_fin": "end", "horaires": "slots", "dates": "slots", "creneaux": "slots", "theme": "themes", "thematique": "themes",
    "thematiques": "themes", "public": "audiences", "publics": "audiences", "structure": "organisation", "prix": "price",
    "tarif": "price", "tarifs": "price", "lien": "links", "liens": "links", "auteur": "authors", "auteurs": "authors",
    "categorie": "category", "telephone": "phone", "courriel": "email", "mail": "email", "code_postal": "postcode", "cp": "postcode",
    "nom": "name", "mots_cles": "keywords", "partenaires": "partners", "editeur": "publisher", "site": "website",
}  # fmt: skip
"""French words (without accents, in lower case) → the key that they most likely stand for."""


def key_meant(word: str, known: Iterable[str]) -> str | None:
    """The key that an unknown one most likely means: its French word's, else the nearest.

    >>> key_meant("Résumé", ["title", "summary"])
    'summary'
    """
    keys = list(known)
    return french(word, keys) or nearest(word, keys)


def french(word: str, keys: Collection[str]) -> str | None:
    """The key that a French word stands for, or None."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower().replace("-", "_").replace(" ", "_")
    return MEANT[plain] if MEANT.get(plain) in keys else None


def renamed_once(findings: Iterable[Finding], values: Mapping[str, Any]) -> list[Finding]:
    """The findings of values; a repair that gives a key a name that another of its group has, or would be given, is none."""
    taken: set[Location] = set()
    found = []
    for finding in findings:
        if finding.code != "E101" or not isinstance(finding.fix, Fix):
            found.append(finding)
            continue
        named = (*finding.location[:-1], finding.fix.new)
        found.append(replace(finding, fix=None) if named in taken or finding.fix.new in _group(values, finding.location[:-1]) else finding)
        taken.add(named)
    return found


def _group(values: Any, location: Location) -> Collection[str]:
    """The keys that stand together at a location."""
    try:
        for part in location:
            values = values[part]
    except (LookupError, TypeError):
        return ()
    return values if isinstance(values, dict) else ()
