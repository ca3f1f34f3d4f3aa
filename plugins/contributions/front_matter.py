"""Read YAML front matter as people write it: scalars stay text, duplicate keys are found, positions are computed on demand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from contributions.problems import Finding, Location

DELIMITER = re.compile(r"^---[ \t]*$", re.MULTILINE)
MAX_DEPTH = 12
MAX_NODES = 20_000
LONG = 10_000
"""Characters of YAML text below which nesting cannot exhaust the stack of the composer, which is recursive C."""
TAB = re.compile(r" *\t")
INVISIBLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What neither YAML nor XML may hold: a feed with one of these is no feed."""

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


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a contribution. `values` hold only text, lists and mappings; lines count from 1."""

    values: dict[str, Any]
    yaml_text: str
    body: str
    body_line: int
    duplicates: tuple[Finding, ...] = ()


class FrontMatterError(Exception):
    """The front matter cannot be read at all; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.message)


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


def parse(text: str) -> FrontMatter:
    """Read a whole file. Raises FrontMatterError where YAML itself gives up."""
    if hidden := INVISIBLE.search(text):
        raise FrontMatterError(_invisible(hidden[0], *_position(text, hidden.start())))
    head, body, body_line = split(text)
    try:
        _refuse_depth(head)
        node = yaml.compose(head, Loader=BaseLoader)
        reading = _Reading("\\" in head)
        values = {} if node is None else reading.plain(node, 0)
    except yaml.YAMLError as error:
        raise FrontMatterError(_syntax_finding(error, head)) from error
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
    return FrontMatter(values, head, body, body_line, tuple(reading.duplicates))


class _Reading:
    """One pass over the YAML nodes: text, lists and mappings; bounded, so that an alias bomb ends as a problem."""

    def __init__(self, escapes: bool) -> None:
        self.duplicates: list[Finding] = []
        self._escapes = escapes
        self._nodes = 0

    def plain(self, node: yaml.Node, depth: int) -> Any:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise FrontMatterError(_too_deep(node.start_mark.line))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(value, depth + 1) for value in node.value]
        if self._escapes and (hidden := INVISIBLE.search(node.value)):  # written as an escape: "\0"
            raise FrontMatterError(_invisible(hidden[0], node.start_mark.line + 2, node.start_mark.column + 1))
        return node.value.strip()

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            name, mark = str(key.value), key.start_mark
            if name in lines:
                self.duplicates.append(
                    Finding(
                        "E005",
                        f"La clé « {name} » est écrite deux fois (déjà ligne {lines[name]}).",
                        "Gardez une seule des deux.",
                        line=mark.line + 2,
                        column=mark.column + 1,
                    )
                )
            lines.setdefault(name, mark.line + 2)
            plain = self.plain(value, depth + 1)
            if plain != "":  # « key: » with nothing behind it says nothing
                values[name] = plain
        return values


def _refuse_depth(head: str) -> None:
    """Count the levels of a long YAML text without composing it. Raises FrontMatterError, or YAMLError."""
    if len(head) < LONG:
        return
    depth = 0
    for event in yaml.parse(head, Loader=BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            raise FrontMatterError(_too_deep(event.start_mark.line if event.start_mark else 0))


def _too_deep(line: int) -> Finding:
    return Finding(
        "E012",
        "L’en-tête est trop imbriqué ou trop long.",
        f"Restez sous {MAX_DEPTH} niveaux et {MAX_NODES} valeurs, sans alias YAML.",
        line=line + 2,
        column=1,
    )


def _invisible(character: str, line: int, column: int) -> Finding:
    message = f"Un caractère invisible (U+{ord(character):04X}) s’est glissé ici."
    return Finding(
        "E014", message, "Effacez-le, et le caractère voisin s’il le faut, puis tapez le texte à nouveau.", line=line, column=column
    )


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def _syntax_finding(error: yaml.YAMLError, head: str) -> Finding:
    """Guess the cause of a YAML error, and say it as a librarian would want to hear it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = f"{getattr(error, 'problem', None) or error} {getattr(error, 'context', None) or ''}"
    lines = head.split("\n")
    tabs = [number for number in (line, line + 1) if number < len(lines) and TAB.match(lines[number])]
    written = lines[line][:column] if line < len(lines) else ""
    repair = "Vérifiez les deux-points, les guillemets et l’alignement de cette ligne et de celle d’avant."
    if tabs:
        line, column = tabs[0], 0
        repair = "Remplacez les tabulations par des espaces."
    elif "mapping values are not allowed" in problem and ":" in written:
        repair = 'Une valeur qui contient « : » se met entre guillemets : title: "Une heure : une découverte".'
    elif "quoted scalar" in problem:
        opened = getattr(error, "context_mark", None)
        line, column = (opened.line, opened.column) if opened else (line, column)
        repair = "Fermez le guillemet ouvert sur cette valeur."
    elif "could not find expected ':'" in problem:
        repair = "Il manque « : » et une espace après le nom de la clé."
    elif "block mapping" in problem or "expected <block end>" in problem or "mapping values" in problem:
        repair = "Une clé est mal alignée, ou un guillemet n’est pas fermé : alignez les clés d’un même groupe."
    return Finding("E004", "Cette ligne de l’en-tête n’est pas lisible.", repair, line=line + 2, column=column + 1)


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column (from 1) of every value and key of the front matter, by location."""

    values: dict[Location, tuple[int, int]]
    keys: dict[Location, tuple[int, int]]

    def of(self, finding: Finding) -> tuple[int, int]:
        """Where to show a finding: its own line, else its value or key, else the nearest group that holds it, else line 1."""
        if finding.line:
            return finding.line, max(finding.column, 1)
        table = self.keys if finding.at_key else self.values
        if finding.location and finding.location in table:
            return table[finding.location]
        location = finding.location
        while location:
            if location in self.keys:
                return self.keys[location]
            if location in self.values:
                return self.values[location]
            location = location[:-1]
        return 1, 1


def positions(yaml_text: str) -> Positions:
    """Compute the positions; only done for files with a problem, as it costs more than reading them."""
    node = yaml.compose(yaml_text, Loader=BaseLoader)
    table = Positions({}, {})
    if node is not None:
        _place(node, (), table)
    return table


def _place(node: yaml.Node, location: Location, table: Positions) -> None:
    # Line 1 of the YAML text is line 2 of the file: the fence stands above it.
    table.values[location] = (node.start_mark.line + 2, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*location, str(key.value))
            table.keys.setdefault(below, (key.start_mark.line + 2, key.start_mark.column + 1))
            _place(value, below, table)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _place(value, (*location, index), table)
