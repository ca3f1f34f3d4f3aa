"""Towns abroad: the country that stands in brackets, or behind a comma, says that no list of French towns has them."""

from __future__ import annotations

from contributions.geography.town_names import parted
from contributions.words.folding import folded

COUNTRIES = {
    "albanie": "AL",
    "algerie": "DZ",
    "allemagne": "DE",
    "andorre": "AD",
    "angleterre": "GB",
    "argentine": "AR",
    "australie": "AU",
    "autriche": "AT",
    "belgique": "BE",
    "benin": "BJ",
    "bosnie herzegovine": "BA",
    "bresil": "BR",
    "bulgarie": "BG",
    "burkina faso": "BF",
    "cameroun": "CM",
    "canada": "CA",
    "chine": "CN",
    "chypre": "CY",
    "cote d ivoire": "CI",
    "croatie": "HR",
    "danemark": "DK",
    "ecosse": "GB",
    "egypte": "EG",
    "espagne": "ES",
    "estonie": "EE",
    "etats unis": "US",
    "finlande": "FI",
    "grande bretagne": "GB",
    "grece": "GR",
    "hongrie": "HU",
    "inde": "IN",
    "irlande": "IE",
    "islande": "IS",
    "israel": "IL",
    "italie": "IT",
    "japon": "JP",
    "lettonie": "LV",
    "liban": "LB",
    "liechtenstein": "LI",
    "lituanie": "LT",
    "luxembourg": "LU",
    "macedoine du nord": "MK",
    "madagascar": "MG",
    "mali": "ML",
    "malte": "MT",
    "maroc": "MA",
    "maurice": "MU",
    "mexique": "MX",
    "moldavie": "MD",
    "monaco": "MC",
    "montenegro": "ME",
    "niger": "NE",
    "norvege": "NO",
    "pays bas": "NL",
    "pays de galles": "GB",
    "pologne": "PL",
    "portugal": "PT",
    "quebec": "CA",
    "republique tcheque": "CZ",
    "roumanie": "RO",
    "royaume uni": "GB",
    "senegal": "SN",
    "serbie": "RS",
    "slovaquie": "SK",
    "slovenie": "SI",
    "suede": "SE",
    "suisse": "CH",
    "tchequie": "CZ",
    "togo": "TG",
    "tunisie": "TN",
    "turquie": "TR",
    "ukraine": "UA",
    "usa": "US",
}
"""The French names of countries, folded, and their codes (ISO 3166-1): neighbours, and where tools and people travel."""

CODES = frozenset(COUNTRIES.values())


def abroad(city: str) -> tuple[str, str] | None:
    """A town and the code of its country, where a foreign one is named behind it.

    >>> abroad("Tournai (Belgique)"), abroad("Lille (Fives)"), abroad("Liège, Belgique")
    (('Tournai', 'BE'), None, ('Liège', 'BE'))
    """
    if not any(mark in city for mark in "(,-–—"):
        return None
    written = parted(city)
    country = COUNTRIES.get(folded(written.around)) or (written.around if written.around in CODES else "")
    return (written.name, country) if country else None
