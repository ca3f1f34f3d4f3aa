"""How loans are kept in a table: what a spreadsheet may leave as it is, and an example to copy."""

from __future__ import annotations

from pathlib import PurePosixPath

from contribute.examples import example
from contributions.region.hub import Hub

PATH = "content/loans/2027.csv"
TITLE = "Les prêts, dans un tableau"
SENTENCES = (
    "Les prêts d’un outil se notent dans sa fiche, sous « loans », ou bien dans un tableau du dossier content/loans/ : une ligne par prêt, "
    "tous les outils ensemble, comme votre tableur le garde toute l’année.",
    "Enregistrez la feuille au format CSV, telle quelle. Quatre colonnes suffisent : outil (le nom de son fichier, sans .md), "
    "début, fin et état. Les autres ont pour titre une clé d’un prêt, ou son nom en français : emprunteur, commune, visiteurs ; les clés "
    "d’un groupe s’écrivent d’un trait, venue_name ou cancelled_on.",
    "Un jour s’écrit 12/03/2027 ou 2027-03-12. Les lignes vides, les totaux et les titres au-dessus des colonnes sont passés. Retirez les "
    "colonnes qui ne sont que pour vous : aucune personne n’est nommée dans un prêt.",
)
ROWS = """\
outil;début;fin;état;emprunteur;commune;ouvert au public;visiteurs
{tool};04/01/2027;29/01/2027;confirmé;Collège des Étangs;Péronne;non;
{tool};08/02/2027;05/03/2027;option;Médiathèque du Moulin;Abbeville;oui;
"""


def table(hub: Hub) -> str:
    """A table of loans of the example's tool."""
    return ROWS.format(tool=PurePosixPath(example("exhibition", hub).path).stem)
