"""French prose of the corpus: words drawn into the slots of patterns, as sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmark.words import (
    ACTIONS,
    ELIDING,
    ENDINGS,
    ENDS,
    FIRST_NAMES,
    MIDDLES,
    PEOPLE,
    PUBLICS,
    QUALITIES,
    ROOMS,
    ROOTS,
    STARTS,
    SUBJECTS,
    TOOLS,
    TOWNS,
    bare,
    capital,
    of,
    to,
)

OPENERS = (
    "", "", "", "", "Ce jour-là, ", "À {ville}, ", "Depuis {annee}, ", "Le matin, ", "Dans {salle}, ", "Au fil de la visite, ",
    "Sans jargon, ", "Avec {personne}, ", "En {annee}, ", "Pour commencer, ", "Un peu plus loin, ", "À deux pas, ", "Le lendemain, ",
    "Vers {heure} h, ", "Comme à {ville}, ", "D’ordinaire, ", "Autour d’une table, ", "Après la pause, ",
)  # fmt: skip
CORES = (
    "on apprend à {verbe} avant de parler {du_sujet}",
    "{gens} ont pu {verbe}, puis {verbe2}, sans rien savoir {de_science}",
    "il faut {nombre} minutes et {outil} pour {verbe}",
    "tout commence par {outil}, posé au milieu {de_la_salle}",
    "{metier} raconte comment {science} a changé notre regard sur {sujet}",
    "l’équipe s’intéresse {au_sujet} et à ce que {science} peut en dire",
    "personne ne s’attendait à trouver {outil} à côté {du_sujet}",
    "ce que l’on croit savoir {du_sujet} tient souvent en une phrase, et cette phrase est fausse",
    "on passe {du_sujet} {au_autre} sans quitter {salle}",
    "les relevés de {annee} montrent que rien n’est plus {qualite} qu’une mesure",
    "{personne}, {de_ville}, a longtemps cherché à {verbe} ce que d’autres négligeaient",
    "chacun repart avec {outil} et l’envie {de_verbe}",
    "le hasard fait parfois mieux que {science} : il suffit de savoir {verbe}",
    "une hypothèse {qualite} vaut mieux qu’une certitude, surtout quand on parle {du_sujet}",
    "{gens} demandent à quoi sert {science}, et la réponse tient {au_sujet}",
    "on y voit {nombre} objets liés {au_sujet}, dont {outil} de {annee}",
    "les archives {de_ville} gardent la trace de {nombre} expériences sur {sujet}",
    "la collection réunit {nombre} pièces venues {de_ville} et {de_ville2}",
    "{metier} et {metier2} ne sont d’accord que sur un point : il faut {verbe}",
    "le travail de terrain consiste à {verbe}, à {verbe2} et à recommencer",
    "« {Science_nue} » est un mot compliqué pour dire qu’il faut {verbe} patiemment",
    "la question {du_sujet} revient chaque année, et chaque année {gens} la posent autrement",
    "on mesure {nombre2} fois la même chose, avec {outil}, pour apprendre à douter",
    "l’atelier donne une place {au_sujet} et une autre {au_autre}",
    "une vitrine {qualite} rappelle que {science} est née loin des laboratoires",
    "il reste {nombre} places pour {gens} {de_ville} et des environs",
    "la suite se passe dehors, avec {outil}, par tous les temps",
    "rien n’oblige à {verbe} : on peut aussi s’asseoir et regarder",
    "près {de_ville}, {nombre} classes ont suivi le même protocole pendant {petit} semaines",
    "l’idée vient {de_personne}, qui voulait {verbe} avec {gens}",
    "les résultats, publiés en {annee}, surprennent encore les spécialistes {de_science}",
    "on compare {sujet} d’ici avec ce que l’on observe à {ville}",
    "{science} et {science2} se rencontrent là où on les attend le moins",
    "un panneau {qualite} explique en trois dessins ce que des livres entiers disent {du_sujet}",
    "{gens} apportent leurs souvenirs, {metier} apporte {outil}",
    "le plus difficile n’est pas {de_verbe}, c’est {de_verbe2} ensuite",
    "la région compte {nombre} sites de ce genre, {de_ville} {a_ville2}",
)  # fmt: skip
CLOSERS = (
    "", "", "", "", "", ", sans se presser", ", et c’est très bien ainsi", ", à condition d’être patient", ", {outil} à la main",
    ", comme le faisait déjà {personne}", ", au grand étonnement {de_metier}", ", quitte à changer d’avis", ", {nombre} fois de suite",
    ", pour le plaisir {de_verbe}", " ; le reste est affaire {de_science}", ", ce que confirme {metier}", ", preuves à l’appui",
    ", {de_ville} jusqu’à la mer", ", en {petit} étapes",
)  # fmt: skip
SMALL = "deux trois quatre cinq six sept huit neuf dix douze".split()

Word = Callable[["Voice"], str]


@dataclass(slots=True)
class Voice:
    """Draws the words of one text: its own subject often, others now and then. A mapping of slots to words, for `str.format_map`."""

    random: Random
    theme: str
    subject: str

    def town(self) -> str:
        """A town's name."""
        return self.random.choice(TOWNS).name

    def person(self) -> str:
        """A first and a last name, both invented."""
        return f"{self.random.choice(FIRST_NAMES)} {self.last_name()}"

    def last_name(self) -> str:
        """A name; one in four is rare, so that words go on being met for the first time, as in real texts."""
        middle = self.random.choice(MIDDLES) if self.random.random() < 0.25 else ""
        return f"{self.random.choice(STARTS)}{middle}{self.random.choice(ENDS)}"

    def science(self) -> str:
        """A learned word with its article; one in four is made of two roots, and rare."""
        root = self.random.choice(ROOTS) + (self.random.choice(ROOTS) if self.random.random() < 0.25 else "")
        return f"{'l’' if root[0] in ELIDING else 'la '}{root}{self.random.choice(ENDINGS)}"

    def other(self) -> str:
        """Another subject of the same theme."""
        return self.random.choice(SUBJECTS[self.theme])

    def __getitem__(self, key: str) -> str:
        """What a slot of a pattern becomes; a capital in its name makes one in the text."""
        word = WORDS[key.lower()](self)
        return capital(word) if key[0].isupper() else word

    def say(self, pattern: str) -> str:
        """A pattern with all its slots filled."""
        return pattern.format_map(self)

    def sentence(self) -> str:
        """One sentence."""
        draw = self.random.choice
        return capital(self.say(draw(OPENERS) + draw(CORES) + draw(CLOSERS))) + "."

    def sentences(self, least: int, most: int) -> str:
        """Some sentences, as one paragraph."""
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))


WORDS: dict[str, Word] = {
    "sujet": lambda v: v.subject,
    "du_sujet": lambda v: of(v.subject),
    "au_sujet": lambda v: to(v.subject),
    "du_autre": lambda v: of(v.other()),
    "au_autre": lambda v: to(v.other()),
    "science": lambda v: v.science(),
    "science2": lambda v: v.science(),
    "science_nue": lambda v: bare(v.science()),
    "de_science": lambda v: of(v.science()),
    "outil": lambda v: v.random.choice(TOOLS),
    "metier": lambda v: v.random.choice(PEOPLE),
    "de_metier": lambda v: of(v.random.choice(PEOPLE)),
    "metier2": lambda v: v.random.choice(PEOPLE),
    "gens": lambda v: v.random.choice(PUBLICS),
    "salle": lambda v: v.random.choice(ROOMS),
    "de_la_salle": lambda v: of(v.random.choice(ROOMS)),
    "ville": lambda v: v.town(),
    "de_ville": lambda v: of(v.town()),
    "de_ville2": lambda v: of(v.town()),
    "a_ville2": lambda v: to(v.town()),
    "personne": lambda v: v.person(),
    "de_personne": lambda v: of(v.person()),
    "verbe": lambda v: v.random.choice(ACTIONS),
    "verbe2": lambda v: v.random.choice(ACTIONS),
    "de_verbe": lambda v: of(v.random.choice(ACTIONS)),
    "de_verbe2": lambda v: of(v.random.choice(ACTIONS)),
    "qualite": lambda v: v.random.choice(QUALITIES),
    "nombre": lambda v: str(v.random.randint(11, 480)),
    "nombre2": lambda v: str(v.random.randint(3, 60)),
    "petit": lambda v: v.random.choice(SMALL),
    "annee": lambda v: str(v.random.randint(1820, 2026)),
    "heure": lambda v: str(v.random.randint(9, 20)),
}
"""Slot of a pattern → how its words are drawn."""
