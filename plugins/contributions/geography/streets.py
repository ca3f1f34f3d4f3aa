"""The street of an address, without the postcode and the town that have keys of their own beside it."""

from __future__ import annotations

import re

from contributions.geography.town_names import has_cedex, normalise

APART = " \t\n,;–-"
COUNTRY = re.compile(r"(?<![\s,;–-])[\s,;–-]++france\s*+\Z", re.IGNORECASE)
CODE_AND_TOWN = re.compile(r"(?:\A|[\s,;–-])(?P<code>\d{5})[\s,]+(?P<town>[^\d,;\n][^,;\n]*)\Z")
TOWN = re.compile(r"(?:\A|[,;\n–]|\s-\s)\s*(?P<town>[^\d,;\n][^,;\n]*)\Z")
CODE = re.compile(r"[\s,;–-](?P<code>\d{5})\Z")


def street(address: str | None, postcode: str | None, city: str) -> tuple[str | None, str | None]:
    """The street, and the postcode: the key's, else the one that the address ends with.

    What ends in another town, in another postcode or in a « Cedex » is left as it is.

    >>> street("35 rue X, 80000 Amiens", None, "Amiens")
    ('35 rue X', '80000')
    """
    if not address:
        return None, postcode
    text = COUNTRY.sub("", address).strip(APART)
    found = CODE_AND_TOWN.search(text)
    if found and postcode in {None, found["code"]} and _is(found["town"], city):
        return _before(text, found), found["code"]
    found = TOWN.search(text)
    if found and _is(found["town"], city):
        return _before(text, found), postcode
    found = CODE.search(text)
    if found and found["code"] == postcode:
        return _before(text, found), postcode
    return address, postcode


def _is(town: str, city: str) -> bool:
    return normalise(town) == normalise(city) and not has_cedex(town)


def _before(text: str, found: re.Match[str]) -> str | None:
    return text[: found.start()].strip(APART) or None
