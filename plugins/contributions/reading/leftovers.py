"""Names of files that nobody wrote, or that are about their folder: passed over without a word (docs/check.md lists them)."""

from __future__ import annotations

import re

NOTES = frozenset({"README.md", "LISEZMOI.md"})
PAPER = re.compile(r"(?:licen[cs]e|readme|lisezmoi|copying)(?:\.(?:txt|rst))?", re.IGNORECASE)
"""About the folder itself."""
LEFT = re.compile(
    r"\.DS_Store|\.localized|\.directory|\._.*|Icon\r|__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini"  # what shows folders
    r"|~\$.*|\.~.*|\..*\.sw[a-z]|4913|\.?#.*|\..*\.kate-swp|\.goutputstream-.*|\..*\.part"  # what has a file open
    r"|\.nfs[0-9a-f]+|\.fuse_hidden.*|\.sync.*|\.dropbox.*"  # what shares folders
    r"|\.git|\.git(?:keep|ignore|attributes|modules|hub|lab(?:-ci\.yml)?|-blame-ignore-revs)"
    r"|\.keep|\.editorconfig|\.prettier.*|\.markdownlint.*",  # what cares for a repository
    re.IGNORECASE,
)
"""Of programs: each by its own forms, and nothing that somebody would call a text."""


def left(name: str) -> bool:
    """Whether a program has left a file or a folder of this name."""
    return LEFT.fullmatch(name) is not None


def passed(name: str) -> bool:
    """Whether a file of this name is nobody's contribution."""
    return left(name) or name in NOTES or PAPER.fullmatch(name) is not None
