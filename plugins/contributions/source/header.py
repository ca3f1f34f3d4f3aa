"""The header of a contribution, YAML front matter as people write it: scalars stay text, duplicate keys are found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import yaml

from contributions.problems.problem import Finding
from contributions.source.colonless import colonless, is_colonless, nameless
from contributions.source.legibility import LOST, ODD_BLANK, lost, odd_blank
from contributions.source.matter import FrontMatter, FrontMatterError, Silent
from contributions.words.hidden import hidden

DELIMITER = re.compile(r"^---[ \t]*$", re.MULTILINE)
MAX_DEPTH = 12
MAX_NODES = 20_000
LONG = 10_000
"""Characters of YAML text below which nesting cannot exhaust the stack of the composer, which is recursive C."""
MANY = 200
"""Brackets below which it does not take the composer long."""
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Of plain words, those that say nothing (YAML 1.2, section 10.2.1.1)."""
TAGS = {yaml.ScalarNode: "tag:yaml.org,2002:str", yaml.SequenceNode: "tag:yaml.org,2002:seq", yaml.MappingNode: "tag:yaml.org,2002:map"}


class BaseLoader(yaml.CBaseLoader):
    """A loader without resolvers: it need not look for one at each node."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a node: what it looks like."""
        return TAGS[kind]

    def descend_resolver(self, *place: object) -> None:
        """Nothing to follow."""

    def ascend_resolver(self) -> None:
        """Nothing to follow."""


def split(text: str) -> tuple[str, str, int]:
    """Cut a file into its YAML text, its body, and the body's first line (from 1). Raises FrontMatterError."""
    if not text.startswith("---"):
        raise FrontMatterError(
            Finding(
                "E002",
                "Le fichier ne commence pas par un en-tête.",
                "Écrivez « --- » sur la première ligne, les clés dessous, puis « --- » à nouveau.",
                line=1,
                column=1,
            )
        )
    fences = list(DELIMITER.finditer(text))
    if not fences or fences[0].start() != 0 or len(fences) < 2:
        raise FrontMatterError(
            Finding(
                "E003",
                "L’en-tête ouvert par « --- » n’est pas fermé.",
                "Ajoutez une ligne « --- » après la dernière clé.",
                line=1,
                column=1,
            )
        )
    head, body = text[fences[0].end() + 1 : fences[1].start()], text[fences[1].end() :]
    body_line = text.count("\n", 0, fences[1].end()) + 2
    return head, body.removeprefix("\n"), body_line


def composed(head: str, body: str, body_line: int) -> FrontMatter:
    """Read the parts of a file. Raises YAMLError, or FrontMatterError for what is YAML but no front matter."""
    refuse_depth(head)
    node = yaml.compose(head, Loader=BaseLoader)
    reading = _Reading(head)
    values = {} if node is None else reading.plain(node, 0)
    if values == "" and isinstance(node, yaml.MappingNode):
        values = {}
    if not isinstance(values, dict):
        raise FrontMatterError(
            Finding(
                "E006",
                "L’en-tête n’est pas une suite de clés.",
                "Écrivez une clé par ligne, par exemple « title: Nuit des chercheurs ».",
                line=2,
                column=1,
            )
        )
    findings = [*reading.findings, *lost(node, head)] if node is not None and LOST.search(head) else reading.findings
    return FrontMatter(values, head, body, body_line, tuple(findings), silent=tuple(reading.silent))


def says_something(node: yaml.Node) -> bool:
    """Whether a node is there for its author: no `null`, `~` or nothing, and no list or group of nothing else."""
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip() not in ({""} if node.style else NOTHING)
    inside = [value for _key, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return not inside or any(map(says_something, inside))


def entries(node: yaml.SequenceNode) -> list[yaml.Node]:
    """The entries of a list as they are counted: those that say something."""
    return [entry for entry in node.value if says_something(entry)]


class _Reading:
    """One pass over the YAML nodes: text, lists and mappings; bounded, so that an alias bomb ends as a problem.

    What says nothing is left out wherever it stands.
    """

    def __init__(self, head: str) -> None:
        self.findings: list[Finding] = []
        self.silent: list[Silent] = []
        self._head = head
        self._escapes = "\\" in head
        self._nodes = 0
        self._path: list[str | int] = []

    def plain(self, node: yaml.Node, depth: int) -> Any:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise FrontMatterError(_too_deep(node.start_mark.line))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, depth)
        if self._escapes and (found := next(hidden(node.value), None)):  # written as an escape: "\0"
            raise FrontMatterError(replace(found.finding(node.start_mark.line + 2, node.start_mark.column + 1), fix=None))
        return node.value.strip() if says_something(node) else ""

    def _sequence(self, node: yaml.SequenceNode, depth: int) -> list[Any] | str:
        said: list[Any] = []
        for value in node.value:
            plain = self._below(len(said), value, depth)
            if plain != "":
                said.append(plain)
        return said if said or not node.value else ""

    def _below(self, part: str | int, value: yaml.Node, depth: int) -> Any:
        """What stands below a key, or at an index of a list."""
        self._path.append(part)
        plain = self.plain(value, depth + 1)
        self._path.pop()
        return plain

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any] | str:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        if node.flow_style:
            self.findings += colonless(node, self._head)
        for key, value in node.value:
            if node.flow_style and is_colonless((key, value), self._head):
                continue
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(nameless(key, self._head))
                continue
            name, mark = str(key.value), key.start_mark
            if not name.isascii() and ODD_BLANK.search(name):
                self.findings.append(odd_blank(mark.line + 2, mark.column + 1, name, plain_key := " ".join(name.split())))
                name = plain_key
            if name in lines:
                self.findings.append(
                    Finding(
                        "E005",
                        f"La clé « {name} » est écrite deux fois (déjà ligne {lines[name]}).",
                        "Gardez une seule des deux.",
                        line=mark.line + 2,
                        column=mark.column + 1,
                    )
                )
            lines.setdefault(name, mark.line + 2)
            plain = self._below(name, value, depth)
            if plain != "":  # « key: » with nothing behind it says nothing
                values[name] = plain
            else:
                self.silent.append(Silent((*self._path, name), mark.line + 2, mark.column + 1))
        return values if values or not node.value else ""


def refuse_depth(head: str) -> None:
    """Count the levels and values of a long YAML text, or one of many brackets, without composing it.

    Raises FrontMatterError, or YAMLError.
    """
    if len(head) < LONG and head.count("[") + head.count("{") < MANY:
        return
    depth = nodes = 0
    for event in yaml.parse(head, Loader=BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > MAX_DEPTH + 1 or nodes > 2 * MAX_NODES:  # a value and its key
            raise FrontMatterError(_too_deep(event.start_mark.line if event.start_mark else 0))


def _too_deep(line: int) -> Finding:
    return Finding(
        "E012",
        "L’en-tête est trop imbriqué ou trop long.",
        f"Restez sous {MAX_DEPTH} niveaux et {MAX_NODES} valeurs, sans alias YAML.",
        line=line + 2,
        column=1,
    )
