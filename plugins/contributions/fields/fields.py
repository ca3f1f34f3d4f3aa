"""The types of values that front matter holds, each read from text and saying in French what is wrong with it.

A type is an `Annotated` alias over pydantic; its errors are `PydanticCustomError`s whose type is the problem's code
and whose message is « what is wrong | how to mend it ».
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from contributions.fields.addresses import SECRET, URL, file_path, web_address
from contributions.fields.date_answers import PRECISIONS, Asked, Wanted, answer
from contributions.fields.recurrence_rule import RuleError, local_until, parsed
from contributions.fields.when import When, WhenError
from contributions.words import mails, phones
from contributions.words.mails import ATOM, EMAIL
from contributions.words.slugs import SLUG, slug_of

BLANK = "\u2800 \t\r\n"
"""A sign of Braille without dots, which is something only among others."""
YES, NO = {"true", "oui"}, {"false", "non"}


def wrong(code: str, message: str, repair: str, meant: str = "") -> PydanticCustomError:
    """An error that carries its code, its message and its repair through pydantic; `meant` is what can safely be written instead."""
    said = message.replace(" | ", " |\u00a0")  # of what somebody wrote, not what parts message and repair
    return PydanticCustomError("E" + code.removeprefix("E"), f"{said} | {repair}", {"meant": meant} if meant else None)


def _text(value: Any) -> str:
    if isinstance(value, dict | list):
        raise wrong("E104", "Un texte est attendu ici, pas une liste ni un groupe.", "Écrivez la valeur sur la même ligne que la clé.")
    text = str(value)
    return text if text.strip(BLANK) else ""


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _text(value).lower()
    if word in YES | NO:
        return word in YES
    raise wrong("E108", f"« {value} » n’est ni oui ni non.", "Écrivez true ou false (ou oui, non).")


def _number(value: Any) -> str:
    if isinstance(value, bool):
        raise wrong("E107", "Un nombre est attendu ici.", "Écrivez le nombre seul.")
    if isinstance(value, int | float):
        return str(value)
    return re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})", "", _text(value)).replace(",", ".")


def _integer(value: Any) -> int:
    text = _number(value)
    if not re.fullmatch(r"-?\d{1,15}", text):
        raise wrong("E107", f"« {value} » n’est pas un nombre entier.", "Écrivez le nombre seul, en chiffres, sans unité.")
    return int(text)


def _decimal(value: Any) -> float | int:
    text = _number(value)
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text):
        raise wrong("E107", f"« {value} » n’est pas un nombre.", "Écrivez le nombre seul, en chiffres, sans unité.")
    number = float(text)
    return int(number) if number.is_integer() else number


def _zone_of(info: ValidationInfo) -> ZoneInfo | None:
    """The hub's time zone, given as validation context beside its words (Hub.vocabularies); without context none is known."""
    return next(iter((info.context or {}).get("vocabularies", {}).get("timezone", {}).values()), None)


def _dated(value: Any, info: ValidationInfo, wanted: Wanted) -> When:
    if isinstance(value, When):
        return value
    text = _text(value)
    try:
        when = When.parse(text)
    except WhenError:
        when = None
    if when is None or when.precision not in PRECISIONS[wanted]:
        start = info.data.get("start") if info.data else None
        told = answer(text, Asked(wanted, info.field_name or "", _zone_of(info), start if isinstance(start, When) else None))
        raise wrong("E103", told.message, told.repair, told.meant)
    return when


def _day(value: Any, info: ValidationInfo) -> date:
    return value if isinstance(value, date) and not isinstance(value, datetime) else _dated(value, info, "day").day


def _when(value: Any, info: ValidationInfo) -> When:
    return _dated(value, info, "when")


def _moment(value: Any, info: ValidationInfo) -> When:
    return _dated(value, info, "moment")


def _url(value: Any) -> str:
    text = _text(value)
    if SECRET.match(text):
        shown, bare = SECRET.sub(r"\g<scheme>…@", text), SECRET.sub(r"\g<scheme>", text)
        raise wrong(
            "E112",
            f"« {shown} » contient un mot de passe, qui serait publié.",
            f"Écrivez {bare}, et changez ce mot de passe.",
        )
    if URL.match(text):
        return text
    found = web_address(text)
    repair = f"Écrivez {found.text}." if found else "Écrivez l’adresse entière, avec https:// devant."
    raise wrong("E112", f"« {text} » n’est pas une adresse web.", repair, found.text if found and found.certain else "")


def _email(value: Any) -> str:
    text = _text(value).strip()
    if not EMAIL.match(text):
        repair, address = mails.meant(text)
        raise wrong("E113", f"« {text} » n’est pas une adresse électronique.", repair, address if EMAIL.match(address) else "")
    return text


def _slug(value: Any) -> str:
    text = _text(value)
    if not SLUG.fullmatch(text):
        likely = (
            f"sans doute {slug}"
            if (slug := slug_of(text.strip("/").rpartition("/")[2].removesuffix(".md")))
            else "minuscules sans accent, chiffres et traits d’union"
        )
        raise wrong("E115", f"« {text} » n’est pas un identifiant.", f"Écrivez le nom du fichier visé sans .md : {likely}.")
    return text


def _named(value: Any) -> str:
    """The name of another contribution's file, or a title in its place, of which the rules know whose it is."""
    text = _text(value)
    return text if slug_of(text) else _slug(value)


def _file(value: Any) -> str:
    text = _text(value).lstrip("/")
    if ".." not in text.split("/") and "\\" not in text and ":" not in text:
        return text
    if found := file_path(text):
        raise wrong("E118", f"« {value} » n’est pas un chemin depuis content/.", f"Écrivez {found.text}.", found.text)
    raise wrong("E118", f"« {value} » sort du dossier content/.", "Déposez le fichier dans content/images/ ou content/documents/.")


def _phone(value: str) -> str:
    try:
        return phones.read(value).written
    except phones.PhoneError as error:
        raise wrong("E117", error.message, error.repair, error.meant) from error


def _rule(value: Any, info: ValidationInfo) -> str:
    text = local_until(_text(value).removeprefix("RRULE:"), _zone_of(info))
    try:
        parsed(text)
    except RuleError as error:
        raise wrong("E116", error.message, error.repair) from error
    return text


def _related(value: Any) -> str:
    """A kind and a name, or what stands in their place, of which the rules know what it means."""
    return _text(value).strip("/")


Text = Annotated[str, BeforeValidator(_text), Field(min_length=1, max_length=2000)]
Phone = Annotated[Text, AfterValidator(_phone), WithJsonSchema({"type": "string", "format": "phone"})]
Bool = Annotated[bool, BeforeValidator(_boolean), WithJsonSchema({"type": "boolean"})]
Integer = Annotated[int, BeforeValidator(_integer), WithJsonSchema({"type": "integer"})]
MOST = 10_000_000
"""Of what is counted: more than any exhibition's visitors, and with the days between any two dates less than an INTEGER of RFC 5545."""
MOST_DAYS = 36_525
"""A century: a day and so many more stay in the calendar."""
MOST_COPIES = 1_000
Count = Annotated[int, BeforeValidator(_integer), Field(ge=0, le=MOST), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST})]
Days = Annotated[
    int, BeforeValidator(_integer), Field(ge=0, le=MOST_DAYS), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_DAYS})
]
"""So many days."""
Copies = Annotated[
    int, BeforeValidator(_integer), Field(ge=1, le=MOST_COPIES), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_COPIES})
]
"""How many of a tool there are, or which of them."""
Some = Annotated[int, BeforeValidator(_integer), Field(ge=1, le=MOST), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST})]
"""Of what is not there at all where there is none."""
Year = Annotated[
    int, BeforeValidator(_integer), Field(ge=1500, le=2100), WithJsonSchema({"type": "integer", "minimum": 1500, "maximum": 2100})
]
Number = Annotated[float | int, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]
Measure = Annotated[float | int, BeforeValidator(_decimal), Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"})]
Moment = Annotated[
    When,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "moment", "pattern": r"^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:00)?)?$"}),
]
Precision = Annotated[
    When,
    BeforeValidator(_when),
    WithJsonSchema({"type": "string", "format": "precision", "pattern": r"^\d{4}(-\d\d(-\d\d([ T]\d\d:\d\d(:00)?)?)?)?$"}),
]
"""A day or a time, or only a month or a year where no more is known."""
Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})]
Email = Annotated[
    str,
    BeforeValidator(_email),
    WithJsonSchema({"type": "string", "format": "email", "pattern": rf"^{ATOM}(\.{ATOM})*@{ATOM}(\.{ATOM})+$"}),
]
Slug = Annotated[str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "format": "slug", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
Named = Annotated[str, BeforeValidator(_named), WithJsonSchema({"type": "string", "format": "slug", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
"""What names a contribution of one kind. What is no slug is told by rules/references.py, and never published."""
File = Annotated[str, BeforeValidator(_file), WithJsonSchema({"type": "string", "format": "file"})]
Rule = Annotated[str, BeforeValidator(_rule), WithJsonSchema({"type": "string", "format": "rule"})]
Related = Annotated[str, BeforeValidator(_related), WithJsonSchema({"type": "string", "format": "related"})]

Access = Literal["auditif", "visuel", "psychique", "moteur", "intellectuel"]
Counting = Literal["compte", "estime", "inconnu"]


def key(label: str, help: str = "", example: Any = None, **constraints: Any) -> Any:
    """Declare a key once: its French label, its help, an example; pydantic, the schema, the docs and the form derive from it."""
    return Field(title=label, description=help or None, examples=[example] if example is not None else None, **constraints)


def optional(label: str, help: str = "", example: Any = None, **constraints: Any) -> Any:
    """A key that may be absent: `None`, or an empty tuple where `default` says so."""
    constraints.setdefault("default", None)
    return key(label, help, example, **constraints)
