"""Markdown bodies of the corpus: paragraphs under headings, lists, links, tables, notes, quotes and images, of a given length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmark.prose import Voice

HEADINGS = (
    "Au programme", "Ce que l’on y apprend", "Comment s’y rendre", "Une histoire {de_ville}", "Dans {salle}", "Pour qui ?", "Et après ?",
    "Le matériel", "Ce que dit {science}", "{Sujet}, et nous", "En pratique", "Questions à {personne}", "Pour aller plus loin",
    "Les étapes", "Un peu d’histoire", "Autour {du_sujet}", "Ce que les chiffres ne disent pas", "Conseils pour {verbe}",
)  # fmt: skip
ITEMS = (
    "{verbe} {sujet} avec {outil} ;", "une rencontre avec {metier} ;", "**{nombre} minutes** dans {salle} ;", "un jeu autour {du_autre} ;",
    "prévoir {outil} et de quoi écrire ;", "{gens}, par groupes de {petit} ;", "une introduction : *{science_nue}* ;",
    "le récit {de_personne} ;",
)  # fmt: skip
LEADS = ("À lire aussi : ", "On en parle dans ", "Voir ", "Le sujet a son prolongement : ", "Les détails sont là : ")


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a body may point to: the words of the link, its address, and an image's address where it has one."""

    label: str
    url: str


Block = Callable[[Voice], str]


def body(voice: Voice, length: int, links: Sequence[Target] = (), images: Sequence[Target] = ()) -> str:
    """A body of about `length` characters. Links and images are used once each, from the second block on."""
    waiting = [f"{voice.random.choice(LEADS)}[{target.label}]({target.url})." for target in links]
    shown = [f"![{target.label}]({target.url})" for target in images]
    blocks = [voice.sentences(2, 4)]
    done = len(blocks[0])
    while done < length:
        added = [_block(voice, len(blocks))]
        if waiting and voice.random.random() < 0.6:
            added[-1:] = [f"{voice.sentences(1, 3)} {waiting.pop()}"]
        elif shown and voice.random.random() < 0.5:
            added.append(shown.pop())
        blocks += added
        done += sum(len(block) for block in added)
    return "\n\n".join(blocks + waiting + shown) + "\n"


def _block(voice: Voice, position: int) -> str:
    drawn = voice.random.random()
    if drawn < 0.24:
        return f"## {voice.say(voice.random.choice(HEADINGS))}\n\n{voice.sentences(2, 4)}"
    if drawn < 0.34:
        return _bullets(voice)
    if drawn < 0.37:
        return _steps(voice)
    if drawn < 0.40:
        return f"> {voice.sentences(1, 2)}"
    if drawn < 0.42:
        return _table(voice)
    if drawn < 0.44:
        return f"{voice.sentences(1, 2)}[^{position}]\n\n[^{position}]: {voice.sentence()}"
    if drawn < 0.50:
        return f"{voice.sentence()} **{voice.sentence()}** {voice.sentence()}"
    if drawn < 0.56:
        return f"{voice.sentence()} *{voice.sentence()}* {voice.sentences(1, 2)}"
    return voice.sentences(2, 5)


def _bullets(voice: Voice) -> str:
    items = [voice.say(voice.random.choice(ITEMS)) for _ in range(voice.random.randint(3, 6))]
    return "\n".join(f"- {item}" for item in [*items[:-1], items[-1].removesuffix(" ;") + "."])


def _steps(voice: Voice) -> str:
    return "\n".join(f"{number}. {voice.sentence()}" for number in range(1, voice.random.randint(3, 5) + 1))


def _table(voice: Voice) -> str:
    rows = [voice.say("| {ville} | {outil} | {nombre} |") for _ in range(voice.random.randint(3, 6))]
    return "\n".join(["| Lieu | Matériel | Relevés |", "|---|---|--:|", *rows])
