"""What word processors, mails and habits leave in a text: remains of Word, code by accident, « >> », links to nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.markdown.github.shapes import marker
from contributions.problems.problem import Finding, Fix

OF_WORD = re.compile(
    r"<!--\[if\b(?:(?!<!--\[if\b).)*?<!\[endif\]-->|<!\[(?:if|endif)\b[^<>]*>|</?(?:o|w|v|m|st1):[\w.-]+[^<>]*>"
    r"|<\w+\b[^<>]*?\b(?:class\s*=\s*[\"']?Mso|style\s*=\s*[\"'][^\"'<>]*\bmso-)[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
"""Comments for some programs, elements of other vocabularies, and attributes that mean something to Word alone."""
EMPTY_LINK = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\n]*)\)|<a\s[^<>]*?href\s*=\s*(?:\"\s*\"|'\s*')[^<>]*>"
)
QUOTED_TWICE = re.compile(r"(?m)(?:\A|(?<=\n\n)) {0,3}(?P<marks>>{2,})(?=[ \w«])")
SET_IN = re.compile(r"(?: {4}|\t)[ \t]*(?=\S)")
CODE = re.compile(r"[{}=<>|$\\]|[\w)]\(|;\s*\Z|\A(?:#|//|-|\*|\+|\d+[.)])")
"""What is code, or part of a list, rather than a sentence."""
NOTE = re.compile(r"\[\^(?P<name>[^\[\]\s][^\[\]\n]*)\](?P<defines>:?)")
REFERENCE = re.compile(r"(?<!\\)\[(?P<words>[^\[\]\n^][^\[\]\n]*)\]\[(?P<name>[^\[\]\n^]*)\]")
DEFINITION = re.compile(r"(?m)^ {0,3}\[(?P<name>[^\[\]\n]+)\]:")

DEFINED = re.compile(r"(?m)^ {0,3}\[(?P<name>[^\[\]\n^][^\[\]\n]*)\]:[ \t]*+(?P<address>[^\s<>#]\S*+)[ \t]*+$")
"""An address under a name, and nothing else; « [//]: # » is how some write remarks."""
ADDRESS = re.compile(r"https?:|mailto:|tel:|/|www\.", re.IGNORECASE)
CALLS = re.compile(r"\[([^\[\]\n]+)\](?!:)")


def without_remains(text: str) -> str:
    """A text with blanks in the place of what Word leaves, so that nothing else is said of it."""
    return OF_WORD.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text) if "<" in text else text


def remains(text: str) -> Iterator[tuple[int, Finding]]:
    """One finding for all that Word has left in a text."""
    found = list(OF_WORD.finditer(text)) if "<" in text else []
    if found:
        first = found[0][0].split("\n", 1)[0]
        shown = first if len(first) <= 40 else f"{first[:40]}…"
        many = f" ({len(found)} en tout)" if len(found) > 1 else ""
        message = f"« {shown} » est un reste de Word{many}, qui n’a rien à faire dans le texte."
        yield (
            found[0].start(),
            Finding("W226", message, "Effacez-le, ou recopiez le texte puis collez-le sans mise en forme (Ctrl + Maj + V)."),
        )


def empty_links(text: str) -> Iterator[tuple[int, Finding]]:
    """Links without words or without an address."""
    for found in EMPTY_LINK.finditer(text) if "](" in text or "<a" in text else ():
        words, address = (found["words"] or "").strip(), (found["address"] or "").strip().strip("<># ")
        if found["words"] is None or (not address and not found["image"]):
            meant = words or "Le programme"
            yield found.start(), Finding("E224", "Ce lien n’a pas d’adresse.", f"Écrivez [{meant}](https://…), ou retirez le lien.")
        elif not address:
            yield found.start(), Finding("E224", "Cette image n’a pas d’adresse.", f"Écrivez ![{words or 'ce qu’elle montre'}](/images/…).")
        elif not words and not found["image"]:
            yield (
                found.start(),
                Finding("E224", "Ce lien n’a pas de mots.", f"Dites entre les crochets où il mène : [Le programme]({address})."),
            )


def quoted_twice(text: str) -> Iterator[tuple[int, Finding]]:
    """Arrows that make a quotation in a quotation."""
    for found in QUOTED_TWICE.finditer(text) if ">>" in text else ():
        message = f"« {found['marks']} » sera montré comme une citation dans une citation."
        yield found.start("marks"), Finding("W228", message, "Pour une flèche, écrivez « → » ; pour citer, un seul « > ».")


def code_by_accident(text: str) -> Iterator[tuple[int, Finding]]:
    """Sentences that are set in by four blanks."""
    if "    " not in text and "\t" not in text:
        return
    start, above, parted = 0, "", True
    for line in text.split("\n"):
        blanks = SET_IN.match(line)
        if blanks and parted and _a_sentence(line.strip()) and not _holds(above):
            message = "Ce passage, décalé de quatre espaces, sera montré comme du code."
            fix = Fix("", blanks[0], column=1)
            yield start + blanks.end(), Finding("W227", message, "Retirez les espaces au début de la ligne.", fix=fix)
        if line.strip() and not blanks:
            above = line
        parted = not line.strip()
        start += len(line) + 1


def _a_sentence(words: str) -> bool:
    return len(words.split()) > 2 and not CODE.search(words)


def _holds(line: str) -> bool:
    """Whether what is set in below a line goes on with a list, a note or a definition."""
    return marker(line) is not None or line.lstrip(" ").startswith(("[^", ":")) or line.startswith("  ")


def unresolved(text: str) -> Iterator[tuple[int, Finding]]:
    """Calls of notes, and references, that nothing in the text answers."""
    if "[^" in text:
        notes = list(NOTE.finditer(text))
        known = {note["name"] for note in notes if note["defines"]}
        for note in notes:
            if note["name"] not in known:
                repair = f"Ajoutez à la fin du texte une ligne « [^{note['name']}]: … » avec la note."
                yield note.start(), Finding("W229", f"« {note[0]} » n’a pas de note : ce sera montré tel quel.", repair)
    if "][" in text:
        defined = {_named(definition["name"]) for definition in DEFINITION.finditer(text)}
        for found in REFERENCE.finditer(text):
            if _named(found["name"] or found["words"]) not in defined:
                repair = f"Écrivez [{found['words']}](https://…) avec l’adresse."
                yield found.start(), Finding("W229", f"« {found[0]} » n’a pas d’adresse : ce sera montré tel quel.", repair)


def uncalled(text: str) -> Iterator[tuple[int, Finding]]:
    """Addresses under names that nothing in the text calls, and words that look like one: they are not shown."""
    if "]:" not in text:
        return
    called = {_named(name) for name in CALLS.findall(text)}
    for found in DEFINED.finditer(text):
        name, address = found["name"], found["address"]
        if _named(name) not in called:
            repair = f"Écrivez [{name}]({address})." if ADDRESS.match(address) else f"Écrivez « {name} : {address} », sans crochets."
            yield found.start("name") - 1, Finding("W229", f"« {found[0].strip()} » ne sera pas montré : rien n’appelle ce nom.", repair)


def _named(name: str) -> str:
    return " ".join(name.split()).casefold()
