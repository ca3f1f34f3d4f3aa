"""Types of the options that several commands take, with what is said of a wrong one."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """A folder that exists. Raises ArgumentTypeError."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} n’est pas un dossier")
    return path


def processes(text: str) -> int:
    """A number of processes. Raises ArgumentTypeError."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} n’est pas un nombre de processus")
    return int(text)
