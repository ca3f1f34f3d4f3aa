"""The street of an address, without the postcode and the town that have keys of their own beside it."""

from __future__ import annotations

import re

from contributions.geography.town_names import has_cedex, normalise

APART = " \t\n,;–-"
COUNTRY = re.compile(r"(?<![\s,;–-])[\s,;–-]++france\s*+\Z", re.IGNORECASE)
# What follows looks for the last of something, from the end: an address of many blanks, marks or numbers is gone through once.
LAST_CODE = re.compile(r"(?s)(?P<street>.*)(?<![^\s,;–-])(?P<code>\d{5})(?![^\s,])(?P<town>.*)")
LAST_PARTS = [re.compile(rf"(?s)(?:(?P<street>.*)(?:{mark}))?(?P<town>.*)") for mark in (r"[,;\n]", r"[,;\n–]|\s-\s")]
"""Behind a comma or a line's end, then behind a dash too: towns have dashes in their names."""


def street(address: str | None, postcode: str | None, city: str) -> tuple[str | None, str | None]:
    """The street, and the postcode: the key's, else the one that the address ends with.

    What ends in another town, in another postcode or in a « Cedex » is left as it is.

    >>> street("35 rue X, 80000 Amiens", None, "Amiens")
    ('35 rue X', '80000')
    """
    if not address:
        return None, postcode
    text = COUNTRY.sub("", address).strip(APART)
    coded = LAST_CODE.fullmatch(text)
    if coded and postcode in {None, coded["code"]} and _is(coded["town"], city):
        return _bare(coded["street"]), coded["code"]
    for part in LAST_PARTS:
        found = part.fullmatch(text)
        if found and _is(found["town"], city):
            return _bare(found["street"]), postcode
    if coded and coded["code"] == postcode and not coded["town"]:
        return _bare(coded["street"]), postcode
    return address, postcode


def _is(town: str, city: str) -> bool:
    return normalise(town) == normalise(city) and not has_cedex(town)


def _bare(street: str | None) -> str | None:
    return (street or "").strip(APART) or None
