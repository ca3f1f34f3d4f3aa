"""What other tools write that nothing is made of here: it would be published as it was typed, which its author does not expect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contributions.problems.problem import Finding, Fix

AS_TYPED = "« {found} » est l’écriture d’un autre outil : ce sera montré tel quel."
NOTHING = "« {found} » ne fait rien ici."
LONGEST = 60
"""Characters of what was found that a message quotes."""
ASIDE = "Écrivez une citation qui commence par « > **À noter :** »."


class Notation(NamedTuple):
    """A sign without which it is not there, what it looks like, and what is said of it; `new` is what is surely meant instead."""

    sign: str
    shape: str
    repair: str
    new: str = ""
    message: str = AS_TYPED


NOTATIONS = (
    # Wikis and notebooks
    Notation("[[", r"!?\[\[(?!_?TOC_?\])(?P<words>[^\[\]\n]{1,200})\]\](?![(\[])", "Écrivez un lien avec son adresse : [{words}](/…/)."),
    Notation(
        "%%", r"%%[^%]+%%", "Effacez ce passage s’il n’est pas pour le public.", message="« %% » ne cache rien : ce passage sera publié."
    ),
    Notation("==", r"(?<![=\w])==(?P<words>[^\s=](?:[^=\n]{0,300}[^\s=])?)==(?![=\w])", "Écrivez **{words}**."),
    Notation("==", r"(?m)^(?P<marks>={2,6}) +(?P<words>[^=\n]+?) +(?P=marks)[ \t]*$", "Écrivez « ## {words} ».", "## {words}"),
    Notation("'''", r"'''(?P<words>[^'\n]+)'''", "Écrivez **{words}**.", "**{words}**"),
    Notation(
        "[http",
        r"\[(?P<address>https?://[^\s\[\]]+) (?P<words>[^\[\]\n]+)\](?![(\[])",
        "Écrivez [{words}]({address}).",
        "[{words}]({address})",
    ),
    Notation("$$", r"\$\$[^$\n]+\$\$", "Écrivez la formule en toutes lettres, ou déposez-en une image."),
    # Boxes and containers
    Notation("[!", r"(?m)^ {0,3}> ?\[![A-Za-z-]+\][+-]?", ASIDE),
    Notation("!!!", r"(?m)^!!!\+? ?[a-z]+\b[^\n]*", ASIDE),
    Notation("???", r"(?m)^\?\?\?\+? ?[a-z]+\b[^\n]*", ASIDE),
    Notation(":::", r"(?m)^ {0,3}:{3,}[^\n]*", "Effacez cette ligne ; pour un encadré, écrivez une citation : « > … »."),
    # Generators of sites and their templates
    Notation("{{{", r"\{{3}(?P<words>[^{}\n]+)\}{3}", "Écrivez « ## {words} » sur une ligne à part."),
    Notation("{{", r"(?<!\{)\{\{[^{}\n]{1,300}\}\}(?!\})", "Écrivez ce qui devait paraître à cet endroit : rien n’est remplacé ici."),
    Notation("{%", r"\{%[^{}\n]{1,300}%\}", "Écrivez ce qui devait paraître à cet endroit : rien n’est remplacé ici."),
    Notation("{", r"(?<![{\w])\{[:#.][^{}\n]{1,100}\}", "Effacez-le : l’apparence est celle du site."),
    Notation("[", r"(?mi)^ {0,3}\[\[?_?toc_?\]\]?[ \t]*$", "Effacez cette ligne."),
    Notation(":", r"(?<![^\s(]):(?:[+-]1|(?!\d)(?=[0-9_+-]*[a-z])[a-z0-9_+-]{2,30}):(?![^\s).,!?])", "Collez l’émoji lui-même."),
    # WordPress and SPIP
    Notation("[/", r"\[/[a-z][\w-]*\]", "Effacez ces crochets ; pour une image, écrivez ![ce qu’elle montre](/images/…)."),
    Notation("=", r"\[[a-z][\w-]*(?: +[a-z_-]+=[^\[\]\s]{1,200})+\](?!\()", "Effacez ces crochets, ou mettez un lien à leur place."),
    Notation("<!--", r"<!--\s*(?:more|nextpage|/?wp:[^>]*?)\s*-->", "Effacez-le.", "", NOTHING),
    Notation("->", r"\[(?P<words>[^\[\]\n>]{1,200})->(?P<address>[^\[\]\s]*)\]", "Écrivez [{words}](…) avec l’adresse entre parenthèses."),
    Notation(
        "<", r"<(?:doc|img|emb)\d+(?:\|[a-z]+)?>", "Déposez le fichier dans content/images/ et écrivez ![ce qu’il montre](/images/…)."
    ),
    Notation("-*", r"(?m)^-\*+(?= )", "Écrivez « - ».", "-"),
    # Others
    Notation("h", r"(?m)^h(?P<level>[2-6])\. +(?P<words>\S[^\n]*)", "Écrivez « ## {words} »."),
)
SHAPES = tuple((notation, re.compile(notation.shape)) for notation in NOTATIONS)


def notations(body: str) -> Iterator[tuple[int, Finding]]:
    """Findings about them, each with where it begins."""
    for notation, shape in SHAPES:
        if notation.sign in body:
            for found in shape.finditer(body):
                yield found.start(), _finding(notation, found)


def _finding(notation: Notation, found: re.Match[str]) -> Finding:
    words = {name: value.strip() for name, value in found.groupdict().items() if value}
    first = found[0].strip().split("\n", 1)[0]
    shown = first if len(first) <= LONGEST else f"{first[:LONGEST]}…"
    fix = Fix(notation.new.format(**words), found[0]) if notation.new or notation.message is NOTHING else None
    return Finding("W225", notation.message.format(found=shown), notation.repair.format(**words), fix=fix)
