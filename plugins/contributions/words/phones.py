"""Telephone numbers as people write them: one number, how it is shown in French, and what a telephone dials (E.164, RFC 3966)."""

from __future__ import annotations

import re
from dataclasses import dataclass

LABEL = re.compile(r"(?:t[ée]l(?:[ée]phone)?|phone)\b[\s.]*:?\s*", re.IGNORECASE)
"""« Tél. : », « tel: »"""
EXTENSION = re.compile(r"[\s,;(]*\b(?:poste|ext(?:ension)?|p|x)[\s.:]*(?P<digits>\d{1,6})\s*\)?\Z", re.IGNORECASE)
SIGNS = re.compile(r"\(?\+?[\d\s().,/‐‑–—-]+")
"""Of a number: digits, and what people put between them."""
TRUNK = re.compile(r"\(\s*0\s*\)")
"""« +33 (0)3 »: dialled inside the country only."""
BETWEEN = re.compile(r"\s*(?:[/;,|\n]|\bou\b|\bet\b|\s[–—-]\s)\s*", re.IGNORECASE)
"""What stands between two numbers."""
NATIONAL = re.compile(r"0[1-9]\d{8}")
SHORT = re.compile(r"1[578]|1\d\d|[13]\d{3}|11[68]\d{3}")
"""15, 112, 3915, 1014, 116 000, 118 712 (ARCEP, plan national de numérotation)."""
OVERSEAS = {
    **dict.fromkeys(("0590", "0690", "0691"), "590"),
    **dict.fromkeys(("0594", "0694"), "594"),
    **dict.fromkeys(("0596", "0696", "0697"), "596"),
    **dict.fromkeys(("0262", "0263", "0269", "0639", "0692", "0693"), "262"),
}
"""Codes of their own for what has ten digits in France."""
FORM = (
    r"^\D{0,12}(?:(?:\+|00)(?:[\s().,/‐‑–—-]*\d){8,15}|0(?:[\s.,/()‐‑–—-]*\d){9}|1[578]|1\d\d|[13]\d{3}|11[68]\s?\d{3})"
    r"(?:[\s,;(]*\D{1,10}\d{1,6}\)?)?$"
)
"""Roughly the same, for the form: what it lets pass, the check looks at again."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number: `shown` in French groups, `dialled` as E.164 has it or short, and the digits of an extension."""

    shown: str
    dialled: str
    extension: str = ""

    @property
    def written(self) -> str:
        """As it stands in a contribution."""
        return f"{self.shown} (poste {self.extension})" if self.extension else self.shown

    @property
    def address(self) -> str:
        """The URI that dials it (RFC 3966, 5.1.2 and 5.3)."""
        return f"tel:{self.dialled}" + (f";ext={self.extension}" if self.extension else "")


class PhoneError(ValueError):
    """Text that is not one number: what is wrong, how to mend it, and the number where nothing but that was written."""

    def __init__(self, message: str, repair: str, meant: str = "") -> None:
        self.message, self.repair, self.meant = message, repair, meant
        super().__init__(message)


def read(text: str) -> Phone:
    """Read one number. Raises PhoneError.

    >>> read("+33 (0)3.22.93.49.36 poste 12").written, read("00 32 2 123 45 67").address
    ('+33 3 22 93 49 36 (poste 12)', 'tel:+3221234567')
    """
    text = text.strip()
    if (label := LABEL.match(text)) and (labelled := _number(text[label.end() :])):
        raise PhoneError(f"« {text} » : un numéro seul est attendu ici.", f"Écrivez {labelled.written}.", labelled.written)
    found = _number(text)
    if found is None:
        raise _error(text)
    return found


def _number(text: str) -> Phone | None:
    """The number that the whole of a text is, or None."""
    extension = EXTENSION.search(text)
    bare = text[: extension.start()] if extension else text
    if not SIGNS.fullmatch(bare.strip()):
        return None
    found = _international(bare) if re.match(r"\s*\(?(?:\+|00)", bare) else _national(re.sub(r"\D", "", bare))
    return Phone(*found, extension["digits"] if extension else "") if found else None


def _international(text: str) -> tuple[str, str] | None:
    """What is shown and what is dialled of a number that begins with « + » or « 00 »."""
    groups = re.sub(r"[^\d]+", " ", TRUNK.sub(" ", text)).strip().removeprefix("00").strip()
    digits = groups.replace(" ", "")
    if digits.startswith("33"):
        # « +33 03 »: nobody has a number that begins with a zero behind the code.
        national = "0" + digits[2:].removeprefix("0")
        if not NATIONAL.fullmatch(national):
            return None
        return f"+33 {' '.join((national[1], *(national[at : at + 2] for at in range(2, 10, 2))))}", f"+33{national[1:]}"
    return (f"+{groups}", f"+{digits}") if re.fullmatch(r"[1-9]\d{6,14}", digits) else None


def _national(digits: str) -> tuple[str, str] | None:
    """The same of one that is dialled in France."""
    if SHORT.fullmatch(digits):
        return (f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else digits), digits
    if not NATIONAL.fullmatch(digits):
        return None
    if digits.startswith("08"):
        return f"0 {digits[1:4]} {digits[4:7]} {digits[7:]}", f"+33{digits[1:]}"
    shown = " ".join(digits[at : at + 2] for at in range(0, 10, 2))
    if digits.startswith("0508"):
        return shown, f"+508{digits[4:]}"
    return shown, f"+{OVERSEAS.get(digits[:4], '33')}{digits[1:]}"


def _error(text: str) -> PhoneError:
    digits = re.sub(r"\D", "", text)
    first, *others = BETWEEN.split(text)
    pair = _national(digits[:10]) if len(digits) == 20 and _national(digits[10:]) else None
    if others and (one := _number(first)):
        return PhoneError(f"« {text} » : un seul numéro est attendu ici.", f"Gardez-en un : {one.written}. L’autre va dans le texte.")
    if pair:
        return PhoneError(f"« {text} » : un seul numéro est attendu ici.", f"Gardez-en un : {pair[0]}. L’autre va dans le texte.")
    inner = re.search(SIGNS, text)
    if not SIGNS.fullmatch(text) and inner and (one := _number(inner[0])):
        return PhoneError(f"« {text} » : un numéro seul est attendu ici.", f"Écrivez {one.written} ; les mots vont dans le texte.")
    if not digits or not SIGNS.fullmatch(text):
        return PhoneError(f"« {text} » n’est pas un numéro de téléphone.", "Écrivez-le en chiffres, par exemple 03 22 00 00 00.")
    if text.startswith("+33"):
        return PhoneError(f"« {text} » n’est pas un numéro entier.", "Après +33, il reste neuf chiffres : +33 3 22 00 00 00.")
    count = f"{len(digits)} chiffre{'s' if len(digits) > 1 else ''}"
    if len(digits) == 9 and (whole := _national("0" + digits)):
        return PhoneError(f"« {text} » a {count} : un numéro français en a 10.", f"S’il a perdu son zéro, écrivez {whole[0]}.")
    return PhoneError(
        f"« {text} » a {count} : ce n’est pas un numéro français, qui en a 10.",
        "Vérifiez-le ; d’un autre pays, il commence par + et son indicatif : +32 2 000 00 00.",
    )
