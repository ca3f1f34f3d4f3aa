"""Set the papers of a loan as tagged PDF (PDF/UA-1, ISO 14289) through Typst: no network, no font of the machine, the same bytes each time.

What is set is given to the templates as JSON, and never becomes markup: whatever a title holds, it is a title.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from contributions.words.hidden import visible
from endings.failure import Failure

HERE = Path(__file__).resolve().parent
TEMPLATES = ("convention", "etat-des-lieux")
"""The papers, by the names of their templates."""
UNSHOWN = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
"""How Typst refuses what none of its own fonts has: a PDF that cannot be read aloud is none (PDF/UA-1)."""
ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]+)\}")
MOST_UNSHOWN = 200


class Unset(Failure):
    """A paper cannot be set: its template was changed, and is wrong."""


def papers(values: Mapping[str, Any]) -> dict[str, bytes]:
    """Each paper of a loan as PDF, by its name. Raises Unset."""
    return {name: pdf(name, values) for name in TEMPLATES}


def pdf(name: str, values: Mapping[str, Any]) -> bytes:
    """One paper; signs that no font has are shown by the nearest letters, or by « ? ». Raises Unset."""
    import typst  # dear, and most that a lender does is not printed

    said = _each(values, visible)
    for _ in range(MOST_UNSHOWN):
        try:
            return _compiled(HERE / f"{name}.typ", json.dumps(said, ensure_ascii=False))
        except typst.TypstError as error:
            unshown = UNSHOWN.search(error.message)
            plainer = _each(said, _without(unshown["text"])) if unshown else said
            if plainer == said:
                raise Unset(f"Le modèle {name}.typ ne peut pas être mis en page : {error.message}") from error
            said = plainer
    raise Unset(f"Trop de signes de ce prêt ne sont dans aucune police de {name}.typ.")


def _compiled(template: Path, data: str) -> bytes:
    import typst

    made = typst.compile(
        template, root=HERE, ignore_system_fonts=True, sys_inputs={"data": data}, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes), "a PDF is one file"
    return made


def _each(values: Any, say: Callable[[str], str]) -> Any:
    """The same values with every text said in another way."""
    if isinstance(values, Mapping):
        return {key: _each(value, say) for key, value in values.items()}
    if isinstance(values, list | tuple):
        return [_each(value, say) for value in values]
    return say(values) if isinstance(values, str) else values


def _without(text: str) -> Callable[[str], str]:
    """Says a text with nearer letters for the signs of another, which stands as Typst's message escapes it."""
    signs = ESCAPED.sub(lambda found: chr(int(found["code"], 16)), text)
    near = {
        ord(sign): unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?" for sign in signs if not sign.isascii()
    }
    return lambda said: said.translate(near)
