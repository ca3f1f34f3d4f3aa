"""What sort of question a column answers: one of a few choices, several of them, a number; or what nobody else is to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from contributions.fields.date_answers import Asked, answer
from contributions.words.folding import folded
from contributions.words.names import named
from contributions.words.persons import EMAIL, MOBILE

Sort = Literal["choice", "choices", "grade", "number", "free", "private", "empty"]
MOST_CHOICES = 15
LONGEST_CHOICE = 100
"""Characters of a choice."""
SHARE = 0.8
"""Of the answers to a question with choices, those that several others gave, at least: what each says in words is free."""
FEWEST = 3
GRADES = range(11)
APART = (re.compile(r"\s*[;|\n]\s*"), re.compile(r"\s*,\s+"))
NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")
AT_SIGN = re.compile(r"\S@\S+\.\S")
PHONE = re.compile(r"(?<!\d)(?:0|\+33 ?)[1-9](?:[ .-]?\d\d){4}(?!\d)")
STREET = re.compile(r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av|boulevard|bd|place|allée|chemin|impasse|route)\b", re.IGNORECASE)
PRIVATE = frozenset(
    "nom noms prenom prenoms adresse mail courriel email e telephone tel portable mobile contact coordonnees postal ville commune village "
    "etablissement structure organisme ecole signature naissance referent responsable interlocuteur pseudo identite rue domicile".split()
)
ALWAYS = re.compile(
    r"\b(?:e ?mails?|courriels?|telephone|prenom|coordonnees|code postal|adresse (?:mail|postale|electronique)|adresse ip|votre nom)\b"
)
SORTED_BY = frozenset("type categorie sorte genre niveau nombre taille combien statut satisfaction satisfait note".split())
"""Words of a question about what sort of school, say, it is."""
OPEN = re.compile(
    r"\b(?:commentaires?|remarques?|suggestions?|precisez|preciser|pourquoi|expliquez|observations?|temoignages?|quelques mots|"
    r"que pensez vous|qu avez vous|libre|idees?|souhaits?|attentes)\b"
)
"""What asks for words (folded): nobody's are repeated, be they the same as others'."""
SHORT = 6
"""Words of a heading that asks for a name, an address."""
COUNTED = re.compile(r"\b(?:combien|nombre|nb|effectif|effectifs|quantite)\b")
CODES = re.compile(r"\b(?:code|numero|siret|uai|rne|insee|annee|cp)\b")


@dataclass(frozen=True, slots=True)
class Answered:
    """A question's sort, and of each answer the choices that it makes; numbers as they are written."""

    sort: Sort
    given: tuple[tuple[str, ...], ...] = ()


def sort_of(heading: str, texts: Sequence[str]) -> Answered:
    """The sort of a question, by its heading and by its answers, which are empty where there is none."""
    said = [text for text in texts if text]
    if not said:
        return Answered("empty")
    if is_private(heading) or any(map(_is_personal, said)):
        return Answered("private")
    if all(NUMBER.fullmatch(text) for text in said):
        return _of_numbers(heading, texts)
    if OPEN.search(folded(heading)) or _are_days(said):
        return Answered("free")
    spelt = _spellings(said)
    if _are_choices(folded(text) for text in said) and all(len(text) <= LONGEST_CHOICE for text in said):
        several = any(APART[0].search(text) for text in said)
        if not several:
            return Answered("choice", tuple((spelt[folded(text)],) if text else () for text in texts))
    for apart in APART:
        atoms = [[part for part in apart.split(text.strip(" ;|")) if part] for text in texts]
        every = [part for parts in atoms for part in parts]
        if (
            any(len(parts) > 1 for parts in atoms)
            and all(len(part) <= LONGEST_CHOICE for part in every)
            and _are_choices(map(folded, every))
        ):
            own = _spellings(every)
            return Answered("choices", tuple(tuple(dict.fromkeys(own[folded(part)] for part in parts)) for parts in atoms))
    return Answered("free")


def is_private(heading: str) -> bool:
    """Whether a question asks who somebody is, or where to find them.

    >>> is_private("Votre nom"), is_private("Commune"), is_private("Type d’établissement"), is_private("Nombre d’élèves")
    (True, True, False, False)
    """
    own = folded(heading)
    words = own.split()
    return bool(ALWAYS.search(own)) or (len(words) <= SHORT and bool(PRIVATE & set(words)) and not SORTED_BY & set(words))


def _is_personal(text: str) -> bool:
    return bool(AT_SIGN.search(text) or EMAIL.search(text) or MOBILE.search(text) or PHONE.search(text) or STREET.search(text)) or bool(
        next(named(text), None)
    )


def _of_numbers(heading: str, texts: Sequence[str]) -> Answered:
    given = tuple((text.replace(",", "."),) if text else () for text in texts)
    numbers = [float(one[0]) for one in given if one]
    own = folded(heading)
    if all(number in GRADES for number in numbers) and not COUNTED.search(own):
        return Answered("grade", given)
    # A code or a year is no amount: neither its sum nor its mean says anything.
    if CODES.search(own) or all(1900 <= number <= 2100 and number.is_integer() for number in numbers):
        return Answered("free")
    if not COUNTED.search(own) and all(
        len(one[0]) == 5 and number >= 1000 for one, number in zip(filter(None, given), numbers, strict=True)
    ):
        return Answered("private")
    return Answered("number", given)


def _are_choices(said: Iterable[str]) -> bool:
    counts = Counter(said)
    many = sum(count for count in counts.values() if count >= FEWEST)
    return len(counts) <= MOST_CHOICES and many >= SHARE * counts.total()


def _spellings(said: Iterable[str]) -> dict[str, str]:
    """How most write each choice, by the form in which they are compared."""
    written: dict[str, Counter[str]] = {}
    for text in said:
        written.setdefault(folded(text), Counter())[" ".join(text.split())] += 1
    return {form: max(sorted(spelt), key=lambda text: spelt[text]) for form, spelt in written.items()}


def _are_days(said: Sequence[str]) -> bool:
    return all(
        re.match(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}", text) or answer(text[:100], Asked("moment")).meant for text in said[:20]
    )
