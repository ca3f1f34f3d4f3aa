"""What an event costs, where its conditions say so and nothing else: what is not sure stays words."""

from __future__ import annotations

import re
from typing import Any

from contributions.judging.wordings import PAID, priced
from contributions.sense.sums import sum_in
from contributions.words.folding import folded

BETWEEN = re.compile(
    r"\s*(?:[.;,/|()\n•·!:]|\s[-–—]\s|\bet\b)\s*|\s+(?=dans la limite d|(?:sur|avec|sans) (?:r[ée]serv|inscri))", re.IGNORECASE
)
REACHED = re.compile(r"(?:\b(?:au|à|par|sur|tél)\b[\s.:]*)*(?:(?:\+33|\b0)[\d .-]{8,16}\d|\S+@\S+|https?://\S+|www\.\S+)", re.IGNORECASE)
"""Where one books: no word of a price."""
BOOKING = r"(?:reservation|inscription)s?"
ADVISED = "(?:obligatoire|conseillee?|recommandee?|souhaitee?|requise|necessaire|possible)s?"
NEUTRAL = re.compile(
    rf"(?:(?:sur|avec|sans) )?{BOOKING}(?: prealable)?(?: {ADVISED})?"
    r"|(?:dans la )?limite (?:de|des) (?:\d+ )?places?(?: disponibles?)?|places? limitees?|nombre de places? limite"
    r"|(?:pour |(?:ouverte?s? |accessibles? )?a )?tou(?:s|tes|te)(?: (?:les )?publics?)?|tout public|en famille"
    rf"|entree|acces|participation|tarif|prix|conditions?|sans condition|{ADVISED}"
)
"""Words that say nothing of a price."""
WHAT = "(?:(?:evenement|atelier|animation|activite|participation|seance|conference|exposition|spectacle|visite|tout)s? )?"
FREE_MORE = re.compile(
    rf"{WHAT}(?:est |sont )?(?:entierement )?(?:gratuite?s?|libres?)(?: (?:et ouverte?s? )?(?:a|pour) (?:tous|toutes et tous))?"
    rf"(?: (?:sur|avec|sans) {BOOKING}(?: (?:prealable|{ADVISED}))?)?"
)
EXCEPTED = re.compile(
    r"\b(?:gratuit\w*|libre)\b\s+(?:pour|aux|jusqu|[àa]\s+partir|moins|-|en\s+dessous|le\s+premier|les?\s+1er|chaque\s+premier)",
    re.IGNORECASE,
)
"""Free for some, which is not free: « gratuit pour les moins de 12 ans »."""
FREELY = re.compile(r"\b(?:gratuit\w*|libres?|offerte?s?)\b", re.IGNORECASE)
UNSURE = re.compile(r"\b(?:prix libre|chapeau|don|dons|consommation|caution|option|ateliers? payants?|certaine?s?)\b", re.IGNORECASE)
LONGEST = 500
"""Characters of conditions that are a price; more are a text."""
REQUIRED = re.compile(rf"{BOOKING} (?:prealable )?(?:obligatoire|indispensable|requise|necessaire)s?")
"""« Sur réservation » may be advice; this is none."""


def price(conditions: str) -> dict[str, Any]:
    """The group `price` that conditions say for sure; empty where they do not.

    >>> price("Gratuit"), price("5 €"), price("Sur inscription")
    ({'free': True}, {'free': False, 'text': '5 €'}, {})
    """
    if not conditions or len(conditions) > LONGEST:
        return {}
    said = priced(conditions)
    if said["free"] == "true":
        return {**said, "free": True}
    clauses = [words for words in (folded(part) for part in BETWEEN.split(REACHED.sub(" ", conditions))) if words]
    free = [words for words in clauses if priced(words)["free"] == "true" or FREE_MORE.fullmatch(words)]
    if free and all(words in free or NEUTRAL.fullmatch(words) for words in clauses):
        return {"free": True, "text": conditions}
    if UNSURE.search(conditions):
        return {}
    if sum_in(conditions) and len(FREELY.findall(conditions)) == len(EXCEPTED.findall(conditions)):
        return {"free": False, "text": conditions}
    if clauses and PAID.fullmatch(clauses[0]) and all(PAID.fullmatch(words) or NEUTRAL.fullmatch(words) for words in clauses):
        return {"free": False, "text": conditions}
    return {}


def must_book(conditions: str) -> bool:
    """Whether conditions say that one has to book."""
    return REQUIRED.search(folded(conditions)) is not None
