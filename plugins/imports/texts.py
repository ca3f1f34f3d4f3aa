"""Texts of others as ours: HTML or Markdown becomes the Markdown of a body, or plain words, or a summary that fits."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import pairwise

from contributions.markdown.body import Converter
from contributions.proofreading.findings import body_findings
from contributions.proofreading.joined import LINE
from contributions.proofreading.limits import too_costly
from contributions.proofreading.pasted import SET_IN, code_by_accident
from contributions.sense.unformatted import on_one_line, unformatted
from imports.rewriting.cleaning import PARTING, SHORTCODE, cleaned, legible, without_markup
from imports.rewriting.persons import without_persons
from imports.rewriting.shaping import shaped
from imports.rewriting.writing import written

MOST = 200
"""Characters of a summary."""
SHORT = 40
"""Characters below which a first sentence (« Bonjour ! ») says too little."""
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
BLOCK = re.compile(rf"<(?:{'|'.join(sorted(PARTING))})\b", re.IGNORECASE)
PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
LINKED = re.compile(r"(?<!\\)\]\(\s*<?(?!https?://|mailto:|tel:)|(?<!\\)\]\[|^ {0,3}\[[^\]\n]+\]:", re.MULTILINE)
"""A link that leads somewhere else than into the world, or whose address stands apart."""
TOP = re.compile(r"(?m)^ {0,3}#[ \t]+\S|^[^\n]*\S[^\n]*\n {0,3}=+[ \t]*$")
HASHED = re.compile(r"(?m)^( {0,3})(#{1,5}[ \t]++(?=\S))")
UNDERLINED = re.compile(r"(?m)^(?! {0,3}[>*+-] |[^\n]*\|)([^\n]*\S[^\n]*)\n {0,3}(=+|-{2,})[ \t]*$")
LINE_ENDS = re.compile(r"[ \t]*\n\s*")
BLANKS = re.compile(r"[ \t]{2,}")
SENTENCE = re.compile(r"(?<=[.!?…])[\u00a0\u202f ]?[»”\")]*\s+(?=[«“\"(A-ZÀ-ÞŒ0-9])")
ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-zÀ-ÿ]|av|bd|cf|dr|env|ex|fig|h|ht|mm?|mme|mlle|mr|n|no|nos|p|pp|pr|prof|st|ste|tél|vol)|\d)\.\Z", re.IGNORECASE
)
"""A point that ends no sentence."""
ENDING = " \u00a0\u202f,;:.–—-(«“/&"
PUNCTUATION = re.compile(r"(?=[!-/:-@\[-`{-~])(?![(),./?;'\"-])[^&<]|[&<]")


def markdown_of_html(html: str, base: str = "") -> str:
    """The Markdown of a text that is HTML, or plain text: the check of bodies says nothing of it (`proofreading/findings.py`).

    Links that are relative are read from `base`, and are words without it. Pictures are not in it. What belongs to a person is masked.
    """
    return _proofread(written(shaped(cleaned(html if BLOCK.search(html) else _with_line_ends(html), base))), html)


def markdown_of_markdown(text: str) -> str:
    """The same of a text that is Markdown, which stays as it is written where nothing is to be said of it."""
    kept = without_persons(_mended(legible(text))).strip()
    if too_costly(kept):
        return markdown_of_html(kept)
    foreign = any(shape.search(kept) for shape in (TAG, PICTURE, LINKED, SHORTCODE)) or next(body_findings(kept, 1), None) is not None
    return markdown_of_html(_converter().convert(kept)) if foreign else kept


def plain(html: str) -> str:
    """The words of a text, on one line, without marks of HTML or Markdown, and without entities, however often they were written."""
    text = legible(html)
    for _ in range(8):  # « &amp;lt;b&amp;gt; »
        words = without_markup(text) if TAG.search(text) else text
        words = legible(ENTITY.sub(lambda entity: unescape(entity[0]), words)) if "&" in words else words
        if words == text:
            break
        text = words
    text, before = BLANKS.sub(" ", LINE_ENDS.sub("\n", text)).strip(), ""
    while before != text:
        before, text = text, on_one_line(unformatted(text))
    return without_persons(text)


def summary(text: str, most: int = MOST) -> str:
    """What a text begins with, in at most so many characters: whole sentences where they fit, else whole words and « … ».

    >>> summary("Une visite. Puis un atelier pour tous.", 20), summary("Une visite et un atelier", 20)
    ('Une visite.', 'Une visite et un…')
    """
    words = plain(text)
    if len(words) <= most:
        return words
    end = 0
    for sentence in SENTENCE.finditer(words[: most + 2]):
        if len(words[: sentence.start()].rstrip()) <= most and not ABBREVIATED.search(words[: sentence.start()]):
            end = sentence.start() + len(sentence[0].rstrip())
    if end >= min(SHORT, most // 2):
        return words[:end]
    cut = words[:most]
    whole = cut.rpartition(" ")[0] or cut[: most - 1]
    return whole.rstrip(ENDING) + "…"


@lru_cache(maxsize=1)
def _converter() -> Converter:
    return Converter()


def _with_line_ends(text: str) -> str:
    """Plain text as HTML: its line ends are meant."""
    return re.sub(r"\n[ \t]*", "<br>", legible(text).strip())


def _mended(text: str) -> str:
    """Markdown without what the check says of lines: words that are set in by chance, timetables that would become one line."""
    for at, _finding in sorted(code_by_accident(text), key=lambda found: -found[0]):
        start = text.rfind("\n", 0, at) + 1
        text = text[:start] + text[at:]
    if TOP.search(text):
        text = HASHED.sub(r"\1#\2", UNDERLINED.sub(lambda found: f"{'#' if found[2][0] == '=' else '##'} {found[1].strip()}", text))
    lines = text.split("\n")
    for number, (above, line) in enumerate(pairwise(lines)):
        if line.strip() and above.strip() and SET_IN.match(line) is None and LINE.match(line) and not above.endswith(("\\", "  ")):
            lines[number] = f"{above.rstrip()}\\" if "|" not in above and not above.lstrip().startswith("#") else above
    return "\n".join(lines)


def _proofread(text: str, source: str) -> str:
    """The text, if nothing is to be said of it; else its words alone, in paragraphs, each sign of which is escaped."""
    if not too_costly(text) and next(body_findings(text, 1), None) is None:
        return text
    lines = [plain(part) for part in re.split(r"(?i)</(?:p|div|li|h\d|tr)>|<br ?/?>|\n\s*\n", legible(source))]
    bare = "\n\n".join(_bare(line) for line in lines if line)
    while too_costly(bare):
        bare = bare[: len(bare) // 2].rstrip("\\")
    return bare


def _bare(line: str) -> str:
    """A line of words without any mark."""
    return PUNCTUATION.sub(lambda sign: {"<": "&lt;", "&": "&amp;"}.get(sign[0], f"\\{sign[0]}"), line)
