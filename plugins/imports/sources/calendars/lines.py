"""The lines of a calendar, unfolded (RFC 5545, 3.1), and the components that they make: what is broken is mended where it is sure."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from imports.rewriting.cleaning import legible
from imports.taken import UnreadableSource

LARGEST = 50_000_000
"""Bytes of a calendar."""
LONGEST = 200_000
"""Characters of a value."""
BEGINS = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<parameters>(?:;[A-Za-z0-9-]+(?:=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)?)*):"
)
"""A content line; a parameter may lack its value."""
CARELESS = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<parameters>;[^:]*):")
PARAMETER = re.compile(r";(?P<name>[A-Za-z0-9-]+)=(?:\"(?P<quoted>[^\"]*)\"|\"?(?P<value>[^\";]*))")
CARET = re.compile(r"\^([n'^])")
CARETS = {"n": "\n", "'": '"', "^": "^"}
ESCAPED = re.compile(r"\\([nN\\,;])")
TEXTS = frozenset("COMMENT DESCRIPTION LOCATION SUMMARY X-ALT-DESC".split())
NAMES = frozenset(
    "ACTION ATTACH ATTENDEE BEGIN CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONFERENCE CONTACT CREATED DESCRIPTION "
    "DTEND DTSTAMP DTSTART DUE DURATION END EXDATE EXRULE FREEBUSY GEO IMAGE LAST-MODIFIED LOCATION METHOD NAME ORGANIZER "
    "PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE "
    "SEQUENCE SOURCE STATUS STRUCTURED-DATA SUMMARY TRANSP TRIGGER TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION".split()
)
"""What a line may begin with, beside « X- »: « HORAIRES : 14h » is one more line of the text above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A property: its name in capitals, its parameters by their names in capitals, its value as it is written, the number of its line."""

    name: str
    parameters: Mapping[str, str]
    value: str
    number: int

    @property
    def text(self) -> str:
        """The value as text (RFC 5545, 3.3.11)."""
        return legible(ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], self.value[:LONGEST])).strip()


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END, and where it begins."""

    name: str
    number: int = 1
    lines: list[Line] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    whole: bool = True
    """Whether its END is there."""

    def all(self, name: str) -> list[Line]:
        """The properties of a name."""
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        """The first of them that says anything."""
        return next((line for line in self.all(name) if line.value.strip()), None)

    def text(self, name: str) -> str:
        """Its text; empty where it is not there."""
        found = self.first(name)
        return found.text if found else ""


def calendars(data: bytes) -> tuple[list[Component], list[int]]:
    """The calendars of a file, most often one, and the numbers of lines that nothing can be made of. Raises UnreadableSource."""
    if len(data) > LARGEST:
        raise UnreadableSource("Ce calendrier dépasse 50 Mo.")
    found, lost = Component(""), list[int]()
    open_: list[Component] = [found]
    for number, text in _mended(_unfolded(data)):
        line = _line(text, number)
        if line is None:
            lost.append(number)
        elif line.name == "BEGIN":
            _begin(line, open_)
        elif line.name == "END":
            _end(line, open_)
        else:
            open_[-1].lines.append(line)
    for component in open_[1:]:
        component.whole = False
    made = [part for part in found.parts if part.name == "VCALENDAR"]
    if not made:
        raise UnreadableSource("Ce n’est pas un calendrier .ics : la ligne « BEGIN:VCALENDAR » n’y est pas.")
    return made, lost


def _begin(line: Line, open_: list[Component]) -> None:
    """One more component; events do not hold events: the END of the one before was lost."""
    name = line.value.strip().upper()
    if name in {"VEVENT", "VCALENDAR"}:
        while len(open_) > 1 and open_[-1].name not in {"", "VCALENDAR"}:
            open_.pop().whole = False
        if name == "VCALENDAR" and len(open_) > 1:
            open_.pop()
    part = Component(name, line.number)
    open_[-1].parts.append(part)
    if len(open_) < 8:
        open_.append(part)


def _end(line: Line, open_: list[Component]) -> None:
    name = line.value.strip().upper()
    if name in [component.name for component in open_[1:]]:
        while (component := open_.pop()).name != name:
            component.whole = False


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, whatever ends them, and whatever they are encoded in: folding may part the bytes of a letter."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            data = data.decode(encoding, "replace").removeprefix("\ufeff").encode()
            break
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    number, parts = 1, [lines[0]]
    for at, line in enumerate(lines[1:], 2):
        if line[:1] in {b" ", b"\t"}:
            parts.append(line[1:])
        else:
            yield number, _decoded(b"".join(parts))
            number, parts = at, [line]
    yield number, _decoded(b"".join(parts))


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _mended(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The same, where a text that goes on without being set in belongs to the line above."""
    number, parts = 0, list[str]()
    for at, line in lines:
        begun = BEGINS.match(line) or CARELESS.match(line)
        known = begun is not None and (begun["name"].upper() in NAMES or begun["name"].upper().startswith("X-"))
        if known or not parts or not _is_text(parts[0]):
            if parts and parts[0].strip():
                yield number, "\\n".join(parts).rstrip("\\n") if len(parts) > 1 else parts[0]
            number, parts = at, [line]
        else:
            parts.append(line)
    if parts and parts[0].strip():
        yield number, "\\n".join(parts)


def _is_text(line: str) -> bool:
    begun = BEGINS.match(line)
    return begun is not None and begun["name"].upper() in TEXTS


def _line(text: str, number: int) -> Line | None:
    found = BEGINS.match(text) or CARELESS.match(text)
    if found is None:
        return None
    parameters = found["parameters"]
    given = {each["name"].upper(): _decoded_parameter(each["quoted"] or each["value"] or "") for each in PARAMETER.finditer(parameters)}
    return Line(found["name"].upper(), given, text[found.end() :], number)


def _decoded_parameter(value: str) -> str:
    """The value of a parameter (RFC 6868)."""
    return CARET.sub(lambda sign: CARETS[sign[1]], value)
