"""The file of a kind as a commented model, for whoever writes it in an editor: every key of the form, with its label and help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contribute.form.fields import Shown
from contribute.form.rules import sample
from publishing.strings import _
from views.fields import Field

UNSAFE = re.compile(r": |\s#|^[\s\"'\[\]{}&*!|>%@`#,?:-]|:$")


def skeleton(shown: tuple[Shown, ...], wanted: tuple[str, ...], body: str) -> str:
    """What is required, and the keys `wanted`, stand ready to be replaced; the rest is commented out."""
    lines = ["---"]
    for section in shown:
        lines.append(f"# {section.title}")
        for field in section.fields:
            lines += _lines(field, "", field.required or field.key in wanted)
        lines.append("")
    lines[-1:] = ["---", "", body, ""]
    return "\n".join(lines)


def _lines(field: Field, indent: str, wanted: bool) -> Iterator[str]:
    mark = "" if wanted else "# "
    told = _told(field)
    if field.control in {"group", "fold"}:
        yield f"{mark}{indent}{field.key}:  # {told}"
        yield from _inner(field, f"{indent}  ", wanted)
    elif field.control == "rows":
        yield f"{mark}{indent}{field.key}:  # {told}"
        first, *others = _inner(field, f"{indent}    ", wanted)
        yield first.replace(f"{mark}{indent}    ", f"{mark}{indent}  - ", 1)
        yield from others
    else:
        yield f"{mark}{indent}{field.key}: {_written(field)}  # {told}"


def _inner(field: Field, indent: str, wanted: bool) -> Iterator[str]:
    """The fields of a group, required ones first: one of them bears the dash of a list."""
    for inner in sorted(field.fields, key=lambda inner: not inner.required):
        yield from _lines(inner, indent, wanted and inner.required)


def _told(field: Field) -> str:
    parts = [field.label + (f" ({_('obligatoire')})" if field.required else ""), field.own]
    if field.choices:
        parts.append(_("Valeurs : {values}.").format(values=", ".join(choice.value for choice in field.choices)))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _written(field: Field) -> str:
    value = (field.example if not field.choices else "") or sample(field)
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return f'"{value}"' if UNSAFE.search(str(value)) else str(value)
