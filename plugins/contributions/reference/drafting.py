"""Write the file of a contribution: its front matter as people write it, and every optional key commented out and explained."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from contributions.reference.reference import Key, Reference

WIDTH = 100
OPTIONAL = "# Facultatif : effacez le « # » devant les lignes d’une clé qui vous sert, et remplacez son exemple."


class _Dumper(yaml.SafeDumper):
    """Plain scalars, short lists on one line, and entries of long ones indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.yaml_implicit_resolvers = {}  # all is text for our reader: dates and numbers need no quotes


def _sequence(dumper: _Dumper, entries: list[Any]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=all(isinstance(entry, str) for entry in entries))


_Dumper.add_representer(list, _sequence)


def yaml_text(values: Mapping[str, Any]) -> str:
    """Front matter as YAML, without its fences."""
    return yaml.dump(_plain(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def whole(values: Mapping[str, Any], body: str) -> str:
    """A file with these keys and nothing else."""
    return f"---\n{yaml_text(values)}---\n\n{body.strip()}\n"


def draft(reference: Reference, values: Mapping[str, Any], body: str) -> str:
    """A file with these keys, in the order of the reference, and the others below, commented out and explained."""
    given = {key.name: values[key.name] for key in reference if key.name in values}
    others = (key for key in reference if key.name not in given and not set(key.rivals) & set(given))
    optional = "\n".join(line for key in others for line in commented(key))
    return f"---\n{yaml_text(given)}\n{OPTIONAL}\n{optional}\n---\n\n{body.strip()}\n"


def commented(key: Key) -> Iterator[str]:
    """A key's explanation, then its example; without the « # » in front of each line of it, it is front matter."""
    yield from textwrap.wrap(explanation(key), WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
    yield from (f"#{line}" for line in yaml_text({key.name: sample(key)}).splitlines())


def explanation(key: Key) -> str:
    """What a key is for, in a sentence or two."""
    said = f"{key.label}. {key.help}" if key.help else f"{key.label}."
    if key.values:
        said += f" Valeurs : {', '.join(value.slug for value in key.values)}."
    if key.default:
        said += f" Sans cette clé : {key.default}."
    entry = sample(key)[0] if key.many and key.keys else sample(key)
    more = [other.name for other in key.keys if other.name not in entry]
    return f"{said} Aussi : {', '.join(more)}." if more else said


def sample(key: Key) -> Any:
    """A value that the key takes: its example, made of words that the region knows."""
    if key.keys and key.example is None:
        group = {other.name: sample(other) for other in _shown(key.keys)}
        return [group] if key.many else group
    if not key.values:
        return key.example
    known = [value.slug for value in key.values]
    if key.many:
        return [word for word in key.example or () if word in known] or known[:1]
    return key.example if key.example in known else known[0]


def _shown(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys of a group that its example has: what it cannot do without, else all; of two that will do, the plainer."""
    required = [key for key in keys if key.required and not key.condition]
    plain = [key for key in required if not key.rivals or _plainest(key, required)]
    return tuple(plain) or keys


def _plainest(key: Key, keys: list[Key]) -> bool:
    """Whether a key is the first of its rivals that names no file and no other contribution."""
    same = [other for other in keys if other is key or other.name in key.rivals]
    return key is next((other for other in same if other.type not in {"nom de fiche", "chemin de fichier"}), same[0])


def _plain(value: Any) -> Any:
    """Values as text, as our reader takes them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
