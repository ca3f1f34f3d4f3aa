"""Tables of loans as spreadsheets save them, beside the tool that they lend."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from contributions.sheets.loan_columns import COLUMNS, FRENCH
from fuzzing.breaking.tables import CELLS, composed

HEADINGS = (*COLUMNS, *FRENCH, "", "Début du prêt", "VILLE ", "Référente", "x" * 300)
DAYS = (
    "12/03/2026",
    "2026-03-12",
    "31/02/2026",
    "1/1/26",
    "12 mars 2026",
    "12/03/2026 00:00",
    "46093",
    "9999-12-31",
    "2200-12-31",
    "01/01/1500",
)
STATES = ("Confirmé", "option", "ANNULÉE", "rendu", "maintenance", "réservé")
TOOLS = ("malle-fossiles", "Malle Fossiles", "malle", "Total", "", "../malle", "a" * 400)
OTHERS = ("oui", "VRAI", "1 250", "Mme Dupont", "Lycée Marie Curie", "06 12 34 56 78", "Amiens", "famille, adultes", "gratuit", "2", "-")
TOOL = b"""---
title: Malle Fossiles
summary: Quarante fossiles.
date: 2026-10-01
category: malle
themes: [sciences-de-la-terre]
publisher: {name: Le mus\xc3\xa9e}
loans:
  - {start: 2026-03-01, end: 2026-03-20, state: confirme}
---
Un texte.
"""
TABLE = """\
Outil;Début;Fin;État;Emprunteur;Commune;Ouvert au public;Lieu;Visiteurs;Annulé le;Annulé par;Motif
malle-fossiles;12/04/2026;26/04/2026;Confirmé;Lycée Marie Curie;Amiens;non;;1 250;;;
malle-fossiles;04/01/2027;29/01/2027;Confirmé;Médiathèque du Moulin;Abbeville;oui;"Salle « des fêtes »";;;;
malle-fossiles;08/02/2027;05/03/2027;Annulé;Collège des Étangs;Péronne;non;;;16/11/2026;Emprunteur;Travaux
"""


def seeds() -> list[bytes]:
    """A table in the encodings and line ends of spreadsheets."""
    texts = (TABLE, TABLE.replace(";", ","), TABLE.replace("\n", "\r\n"))
    return [text.encode(encoding) for text in texts for encoding in ("utf-8", "cp1252", "utf-8-sig")]


def mutated(data: bytes, random: Random) -> bytes:
    """A table broken as a text, in another encoding, or composed of odd cells."""
    headings = ["Outil", "Début", "Fin", "État"]
    for _ in range(random.randint(0, 4)):
        headings.insert(random.randint(0, len(headings)), random.choice(HEADINGS))
    own = {"Outil": TOOLS, "Début": DAYS, "Fin": DAYS, "État": STATES}

    def cell(heading: str) -> str:
        usual = own.get(heading, OTHERS)
        return random.choice(usual if random.random() < 0.8 else (*CELLS, *DAYS, *STATES))

    return composed(data, random, headings, cell)


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """A table beside a tool."""
    return {b"loans/2026.csv": data, b"exhibitions/malle-fossiles.md": TOOL}
