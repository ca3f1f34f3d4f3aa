"""A text without marks of Markdown: what stands in a header is shown as it is, and « **Nuit** » would be read with its stars."""

from __future__ import annotations

import re

OUTSIDE = r"[^\W_]"
LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]+)\]\((?P<address>(?=[^()\s]*[/.:#])[^()\s]+)(?: +\"[^\"]*\")?\)")
AUTOMATIC = re.compile(r"<(?P<address>(?:https?://|mailto:)[^<>\s]+)>")
CODE = re.compile(r"(?<!`)(?P<marks>`+)(?!`)(?P<words>[^`\n]+)(?P=marks)(?!`)")
EMPHASIS = re.compile(
    rf"(?<![\w*@/\\])(?P<stars>\*{{1,3}})(?=[^\s*])(?P<starred>[^*\n]*[^\s*])(?P=stars)(?!{OUTSIDE}|\*)"
    rf"|(?<![\w@/.\\])(?P<bars>_{{1,3}})(?=[^\s_])(?P<barred>(?:[^_\n]|(?<={OUTSIDE})_(?={OUTSIDE}))*[^\s_])(?P=bars)(?![\w@]|\.\w)"
)
STRIKE = re.compile(r"(?<!~)~~(?=[^\s~])(?P<struck>[^~\n]*[^\s~])~~(?!~)")
HEADING = re.compile(r"\A#{1,6} +(?!\d)(?=\S)")
ENTRY = re.compile(r"\A(?:[-*+•]|>) +(?![\d\s])")
ESCAPED = re.compile(r"\\([*_`~\[\]#<>])")
FURTHER = re.compile(r"\n *[-*+•] +(?=\S)")
BREAK = re.compile(r"(?:\\| *)\n *")


def unformatted(text: str) -> str:
    """What a text says, without marks; those that mean themselves stay: « 2 * 3 * 4 », « nom_de_fichier », « tarif réduit * ».

    >>> unformatted("**Atelier** _libre_"), unformatted("Voir [le site](https://a.fr/)"), unformatted("2 * 3 * 4")
    ('Atelier libre', 'Voir le site', '2 * 3 * 4')
    """
    plain = HEADING.sub("", ENTRY.sub("", text))
    plain = AUTOMATIC.sub(r"\g<address>", LINK.sub(r"\g<words>", plain))
    plain = CODE.sub(r"\g<words>", plain)
    before = ""
    while plain != before:  # one mark may hold another
        before = plain
        plain = STRIKE.sub(r"\g<struck>", EMPHASIS.sub(lambda found: found["starred"] or found["barred"], plain))
    return ESCAPED.sub(r"\1", plain)


def linked(text: str) -> str:
    """The first address that a text would lose without its marks; empty where there is none."""
    found = LINK.search(text)
    return found["address"] if found else ""


def on_one_line(text: str) -> str:
    r"""A text of several lines as one.

    >>> on_one_line("Nuit\nnoire")
    'Nuit noire'
    """
    return " ".join(BREAK.sub(" ", FURTHER.sub(", ", text)).split())
