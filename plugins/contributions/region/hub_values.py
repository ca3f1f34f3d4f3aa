"""What the values of content/hub.yml may be: they become addresses, folders, languages and colours of every page."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, WithJsonSchema

from contributions.fields.fields import Text, Url, wrong
from contributions.fields.vocabulary import did_you_mean
from contributions.geography.gazetteer import GEO
from contributions.region.addresses import PATHS
from contributions.words.slugs import SLUG, slug_of
from contributions.words.spelling import spelt_alike

DEPARTMENT = re.compile(r"\d{2,3}|2[AB]")
"""INSEE: two digits, 2A and 2B for Corsica, three digits overseas."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""BCP 47, as far as pages need it."""
NAME = re.compile(r"[a-z][a-z0-9-]*")
COLOUR = re.compile(r"[#A-Za-z0-9.,%/ ()+-]{1,120}")
FUNCTION = re.compile(r"([A-Za-z-]*)\(")
FUNCTIONS = frozenset({"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark"})
"""The functions of CSS Color 4 and 5 that give a colour, and fetch nothing."""


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value) or len(value) > 60:
        meant = slug_of(value)[:60].strip("-")
        repair = f"Écrivez « {meant} »." if meant else "Écrivez des minuscules sans accent, des chiffres et des traits d’union."
        raise wrong("E115", f"« {value} » ne peut pas entrer dans une adresse.", repair, meant)
    return value


def _kind(value: str) -> str:
    if value not in PATHS:
        raise wrong("E109", f"« {value} » n’est pas un genre de contribution.", did_you_mean(value, PATHS), spelt_alike(value, PATHS))
    return value


def _department(value: str) -> str:
    if not DEPARTMENT.fullmatch(value):
        raise wrong("E117", f"« {value} » n’est pas le code d’un département.", "Écrivez son code INSEE : 02, 59, 2A, 971.")
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise wrong("E117", f"« {value} » n’est pas le code d’une langue.", "Écrivez par exemple fr, ou pt-BR.")
    return value


def _colour_name(value: str) -> str:
    if not NAME.fullmatch(value):
        raise wrong(
            "E117", f"« {value} » n’est pas le nom d’une couleur du thème.", "Les noms sont en tête de css/tokens.css : accent, ink…"
        )
    return value


def _colour(value: str) -> str:
    depth = lowest = 0
    for mark in value:
        depth += (mark == "(") - (mark == ")")
        lowest = min(lowest, depth)
    known = all(name.lower() in FUNCTIONS for name in FUNCTION.findall(value))
    if not COLOUR.fullmatch(value) or depth or lowest or not known:
        raise wrong(
            "E117", f"« {value} » n’est pas une couleur.", "Écrivez par exemple #0a2434, rgb(10 36 52) ou light-dark(#fff, #07151e)."
        )
    return value


def _region(value: str) -> str:
    if not re.fullmatch(r"\d{2}", value) or not (GEO / f"communes-{value}.csv").is_file():
        raise wrong("E109", f"« {value} » n’est le code d’aucune région connue ici.", "Écrivez son code INSEE, par exemple 32.")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise wrong("E109", f"« {value} » n’est pas un fuseau horaire.", "Écrivez par exemple Europe/Paris.") from error
    return value


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc or not re.fullmatch(r"[\w.-]+(:\d+)?", parts.netloc):
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        raise wrong("E112", f"« {value} » n’est pas l’adresse d’un site.", f"Écrivez-la sans rien derrière le domaine : {origin}.")
    return value.rstrip("/")


def _safe(value: str) -> str:
    if not value.startswith("https://"):
        raise wrong(
            "E112", f"« {value} » peut être lu et changé en chemin.", "Écrivez une adresse en https:// : un import n’en lit pas d’autre."
        )
    return value


KindName = Annotated[Text, AfterValidator(_kind)]
SlugKey = Annotated[Text, AfterValidator(_slug)]
DepartmentCode = Annotated[Text, AfterValidator(_department)]
Language = Annotated[Text, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": f"^(?:{LANGUAGE.pattern})$"})]
ColourName = Annotated[Text, AfterValidator(_colour_name)]
SafeUrl = Annotated[Url, AfterValidator(_safe)]
Colour = Annotated[Text, AfterValidator(_colour)]
RegionCode = Annotated[Text, AfterValidator(_region)]
TimeZone = Annotated[Text, AfterValidator(_zone)]
Origin = Annotated[Url, AfterValidator(_origin)]
