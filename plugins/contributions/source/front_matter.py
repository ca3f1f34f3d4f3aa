"""Read a contribution's file: its header, its body, and all that is wrong with both as text and as YAML."""

from __future__ import annotations

import yaml

from contributions.source.header import composed, split
from contributions.source.header_lines import GLUED_DASH, dashed
from contributions.source.legibility import INDENTED_ODDLY
from contributions.source.matter import FrontMatter, FrontMatterError
from contributions.source.recovery import recovered
from contributions.words.hidden import hidden


def parse(text: str) -> FrontMatter:
    """Read a whole file, with all that is wrong in it as text and as YAML. Raises FrontMatterError where nothing can be read."""
    if not (any(True for _found in hidden(text)) or "\n<<<<<<<" in text or "\n>>>>>>>" in text):
        try:
            matter = composed(*split(text))
            # Keys that are set in by blanks which are none, or that a dash is glued to, stand in the wrong group.
            odd = matter.findings and any(INDENTED_ODDLY.match(line) for line in matter.yaml_text.split("\n"))
            if not odd and not (GLUED_DASH.search(matter.yaml_text) and dashed(matter.values)):
                return matter
        except (FrontMatterError, yaml.YAMLError):
            pass
    return recovered(text)
