"""What stands in angle brackets and is not published: HTML that is not for a body, and words that were never meant as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.markdown.safe import REMOVED, TAGS
from contributions.problems.problem import Finding

FILMS = {"iframe", "video", "object", "embed"}
INSTEAD = {
    "h1": "Écrivez « ## » devant le titre : celui de la page est déjà dans l’en-tête.",
    "mark": "Écrivez **ces mots** en gras.",
    "big": "Écrivez **ces mots** en gras.",
    "strike": "Écrivez ~~ces mots~~, entre deux tildes.",
    "tt": "Écrivez `ces mots` entre accents graves.",
    **dict.fromkeys(("center", "font", "blink", "marquee"), "Retirez cette balise : l’apparence est celle du site."),
}
"""What is written in the place of an element (HTML, 16.2: those that are obsolete are still typed)."""
ELEMENTS = frozenset(
    "address applet area article aside audio base bdi bdo big blink body button canvas center col colgroup data datalist dialog embed "
    "fieldset font footer form frame frameset h1 head header hgroup html iframe input label legend link main map mark marquee math menu "
    "meta meter nav nobr noembed noframes noscript object optgroup option output param picture plaintext progress rp rt ruby script "
    "search section select slot source strike style svg template textarea title track tt video wbr xmp".split()
)
"""Those of HTML that no body may hold; another name is no HTML."""
LINKED = re.compile(r"(?:https?|ftps?|mailto):|[^ !]+@[^@ ]+\Z", re.IGNORECASE)
"""An address that is a link in angle brackets."""
CALLED = re.compile(r"tel:(?P<number>[\d+ .-]+)\Z", re.IGNORECASE)
OF_A_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?\Z", re.IGNORECASE)
OTHER = re.compile(r"(?:doc|img|emb)\d+(?:\|[a-z]+)?\Z|[a-z][\w+.-]*:", re.IGNORECASE)
"""What is told elsewhere: SPIP's notation, and addresses of other schemes."""
ATTRIBUTE = re.compile(r"(?P<name>[^\s=/\"']++)(?P<value>\s*+=\s*+(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
NEVER = {"style", "srcdoc", "formaction", "hidden"}
"""Attributes that are missed on the page, beside those that begin with « on »."""
SWITCHES = {"open", "reversed", "controls", "checked", "disabled", "nowrap", "compact", "noshade", "ismap", "async", "defer", "itemscope"}
"""Attributes without a value."""
LONGEST = 60


def dropped(body: str) -> Iterator[tuple[int, Finding]]:
    """Findings about them, each with where it begins; the same element is told once."""
    if "<" not in body:
        return
    told: set[str] = set()
    for found in REMOVED.finditer(body):
        if found["tag"] and (finding := _of_a_tag(found["tag"], found["inside"])) and finding.message not in told:
            told.add(finding.message)
            yield found.start(), finding


def _of_a_tag(tag: str, inside: str) -> Finding | None:
    name, whole = tag.lower(), f"{tag}{inside}"
    if name in ELEMENTS:
        return _gone(f"<{name}>", _instead(name))
    if name not in TAGS:
        return None if LINKED.match(whole) else _of_words(whole)
    for attribute in ATTRIBUTE.finditer(inside):
        given = attribute["name"].lower()
        if given in NEVER or (given.startswith("on") and attribute["value"]):
            return _gone(given, "Retirez cet attribut : l’apparence est celle du site.")
        if not attribute["value"] and given.isalpha() and given not in SWITCHES:
            return _of_words(whole)
    return None


def _instead(name: str) -> str:
    if name in FILMS:
        return "Mettez à la place un lien vers la vidéo."
    return INSTEAD.get(name, f"Écrivez ce passage en Markdown, ou `<{name}>` entre accents graves pour montrer la balise.")


def _of_words(whole: str) -> Finding | None:
    """Of what is no HTML: an address, or words that wait for others."""
    words = " ".join(whole.strip("/ ").split())
    if called := CALLED.match(words):
        return _gone(f"<{words}>", f"Écrivez [{called['number'].strip()}]({words}).")
    if OTHER.match(words):
        return None
    if OF_A_SITE.match(words):
        return _gone(f"<{words}>", f"Écrivez <https://{words}>.")
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return _gone(f"<{shown}>", f"Écrivez « {shown} », ou &lt;{shown}&gt; pour montrer ces signes.")


def _gone(what: str, repair: str) -> Finding:
    return Finding("W217", f"« {what} » sera retiré à la publication.", repair)
