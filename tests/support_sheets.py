"""Workbooks as three owners would keep them: 300 tools and 109 loans, the same bytes at each run; and small ones to order."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

import openpyxl

from contributions.region.hub import Hub
from imports.taken import Given

TODAY = date(2026, 12, 1)
THEMES = {
    "mathematiques": "Mathématiques", "astronomie": "Astronomie", "environnement": "Environnement", "numerique": "Numérique",
    "sciences-de-la-terre": "Sciences de la Terre", "industrie-technologies": "Industrie et technologies", "sante": "Santé",
}  # fmt: skip
HUB = Hub.model_validate(
    {
        "name": "Escale", "tagline": "Les sciences", "url": "https://escale.example", "region": {"code": "32", "name": "Hauts-de-France"},
        "departments": {"02": "Aisne", "59": "Nord", "60": "Oise", "62": "Pas-de-Calais", "80": "Somme"},
        "themes": THEMES,
        "audiences": {"tout-public": "Tout public", "famille": "En famille", "primaire": "Primaire", "college": "Collège", "lycee": "Lycée"},
        "editor": {"name": "L’agence", "address": "1 rue du Port, 80000 Amiens", "email": "redaction@escale.example"},
        "host": {"name": "L’hébergeur", "address": "2 rue du Phare"},
    }
)  # fmt: skip
TOWNS = ("Abbeville", "Amiens", "Laon", "Beauvais", "Arras", "Lens", "Péronne", "Douai", "Soissons", "Creil", "Saint-Quentin", "Calais")
SUBJECTS = (
    "Fossiles", "Marais", "Étoiles", "Engrenages", "Abeilles", "Volcans", "Nombres", "Robots", "Microbes", "Dunes", "Sons", "Lumières",
    "Aimants", "Rivières", "Forêts", "Cerveaux", "Poussières", "Vagues", "Cristaux", "Semences",
)  # fmt: skip
MANNERS = ("à toucher", "en partage", "de près", "à l’école", "au fil de l’an")

Rows = Sequence[Sequence[Any]]


def given(name: str = "fonds.xlsx") -> Given:
    """What a sheet is read with."""
    return Given(name, HUB, TODAY)


def xlsx(sheets: Mapping[str, Rows], merged: Iterable[tuple[str, str]] = ()) -> bytes:
    """A workbook of rows by the names of its sheets; merged areas as (sheet, « A1:C1 »)."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for name, area in merged:
        book[name].merge_cells(area)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def table(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """A table of text."""
    held = io.StringIO()
    csv.writer(held, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return held.getvalue().encode(encoding)


def ods(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of LibreOffice (OpenDocument 1.3, 9.1), by hand."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row)) or '<table:table-cell/>'}</table:table-row>" for row in rows)
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        + "</table:table>"
        for name, rows in sheets.items()
    )
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), manifest)
    return held.getvalue()


def _ods_cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, datetime | date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"><text:p>{value}</text:p></table:table-cell>'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def titles(owner: int) -> list[str]:
    """The titles of a hundred tools of an owner."""
    kinds = (
        ("Exposition", "Malle", "Jeu")
        if owner == 0
        else ("Panneaux", "Valise", "Maquette")
        if owner == 1
        else ("Itinérance", "Mallette", "Défi")
    )
    return [f"{kinds[at % 3]} {SUBJECTS[at % 20].lower()} {MANNERS[at // 20]}" for at in range(100)]


def museum() -> bytes:
    """An .xlsx with a title, headings in two rows that are merged, empty rows, sizes and weights in words, and loans on a second sheet."""
    above = [
        "Réf.",
        "Titre",
        "Type",
        "Caractéristiques techniques",
        None,
        None,
        None,
        "Prêt",
        None,
        None,
        "Public",
        "Thématique",
        "Responsable",
    ]
    below = [None, None, None, "Dimensions", "Poids", "Nb panneaux", "Surface (m²)", "Durée max", "Tarif", "Caution", None, None, None]
    rows: list[list[Any]] = [["Fonds itinérant du Musée de la Craie, mis à jour en novembre 2026"], [], above, below]
    for at, title in enumerate(titles(0)):
        panels = at % 3 == 0
        rows.append([
            f"MC-{at + 1:03}", title, ("Exposition sur panneaux", "malle", "Jeu")[at % 3],
            ("2 x 3 m", "60 x 40 x 45 cm", "200 × 300 cm")[at % 3], (f"{20 + at % 30} kg", 12 + at % 9, f"{3 + at % 4},5 kg")[at % 3],
            8 + at % 12 if panels else None, 20 + at % 30 if panels else None, ("3 semaines", "1 mois" if at == 1 else "15 jours", "21 j")[at % 3],
            ("120 € / semaine", "gratuit", 60)[at % 3], 300 if panels else None,
            ("Tout public", "Primaire ; Collège", "primaire, En famille")[at % 3], tuple(THEMES.values())[at % 7], "Mme Martin" if at % 5 == 0 else None,
        ])  # fmt: skip
        if at % 25 == 24:
            rows.append([])
    loans: list[list[Any]] = [["Exposition", "Emprunteur", "Commune", "Contact", "Du", "Au", "État", "Visiteurs", "Ouvert au public"]]
    for at in range(40):
        start = date(2023, 1, 9) + timedelta(days=23 * at)
        name = f"Collège des Étangs {TOWNS[at % 12]}"
        loans.append(
            [
                titles(0)[(7 * at) % 100],
                name,
                TOWNS[at % 12],
                "Marie Dupont",
                start,
                start + timedelta(days=18),
                ("rendu", "Confirmé", "Annulé")[at % 3],
                (240, "environ 120", None)[at % 3],
                ("non", "oui", "")[at % 3],
            ]
        )
    merged = [("Outils", "A1:M1"), *(("Outils", f"{c}3:{c}4") for c in "ABCKLM"), ("Outils", "D3:G3"), ("Outils", "H3:J3")]
    return xlsx({"Outils": rows, "Prêts": loans, "Feuil3": []}, merged)


def association() -> bytes:
    """An .ods with everything in a sheet for each sort, days as numbers, units in the headings."""
    heads = [
        "N°",
        "Nom de la malle",
        "Descriptif",
        "Largeur (cm)",
        "Hauteur (cm)",
        "Poids (kg)",
        "Montage (min)",
        "Personnes pour le montage",
        "Valeur d'assurance (€)",
        "Acquis en",
        "Niveaux",
        "Transport",
        "Propriétaire",
    ]
    rows: list[list[Any]] = [heads]
    for at, title in enumerate(titles(1)):
        rows.append([at + 1, title, f"Pour découvrir {SUBJECTS[at % 20].lower()} en petits groupes.", 40 + at % 50, 60.5 + at % 90, 8 + at % 20, 15 + at % 40, 1 + at % 3, 500 + 10 * at, 2008 + at % 15, ("CM1-CM2", "Cycle 3", "6e, 5e", "CP à CE2")[at % 4], "à la charge de l’emprunteur", "Association Les Petits Savants"])  # fmt: skip
    loans: list[list[Any]] = [
        ["Prêts 2024"],
        ["Malle", "Structure", "Ville", "Date de départ", "Date de retour", "Visiteurs", "Observations"],
    ]
    for at in range(40):
        start = 45292 + 9 * at  # 2024-01-01, as a spreadsheet counts
        loans.append(
            [
                titles(1)[(3 * at) % 100],
                f"Médiathèque de {TOWNS[at % 12]}",
                "62000 Arras" if at == 4 else TOWNS[at % 12],
                start,
                start + 20,
                60 + at,
                "RAS" if at % 20 == 0 else None,
            ]
        )
    return ods({"Malles": rows, "Prêts": loans})


def agency() -> bytes:
    """A table of text in Windows-1252, with semicolons, as an old database saves it."""
    heads = [
        "Désignation",
        "Organisme prêteur",
        "Catégorie",
        "Contenu",
        "Dimensions (L x H en cm)",
        "Poids",
        "Nb de caisses",
        "Véhicule",
        "Électricité",
        "Prix",
        "Public visé",
        "Thème",
        "Mots-clés",
        "Année",
        "ancienne_adresse",
    ]
    rows: list[list[Any]] = [heads]
    for at, title in enumerate(titles(2)):
        rows.append([title, ("Maison des sciences", "Atelier du Marais")[at % 2], ("Exposition interactive", "Malle pédagogique", "Jeu")[at % 3], f"{4 + at % 8} panneaux ; 1 livret", f"{60 + at % 40}x{150 + at % 60}", ("4,5 kg", "12 kg", "env. 30 kg" if at == 2 else "30 kg")[at % 3], 1 + at % 3, ("voiture", "Utilitaire", "camionnette")[at % 3], "une prise 230 V" if at % 3 == 0 else "", ("gratuit", "80 €", "120 €/semaine")[at % 3], ("Tout public", "Lycée", "Collège, Lycée")[at % 3], tuple(THEMES.values())[at % 7], "marais, oiseaux" if at % 2 else "ciel", 2005 + at % 20, f"/expos/{at + 1}"])  # fmt: skip
    return table(rows, ";", "cp1252")


def agency_loans() -> bytes:
    """The loans of the agency, 29, in a table of their own."""
    rows: list[list[Any]] = [["outil;début;fin;état;emprunteur;commune;type d'emprunteur;visiteurs"][0].split(";")]
    for at in range(29):
        start = date(2025, 2, 3) + timedelta(days=11 * at)
        end = start + timedelta(days=13)
        rows.append(
            [
                titles(2)[(5 * at) % 100],
                f"Lycée Marie Curie de {TOWNS[at % 12]}",
                TOWNS[at % 12],
                f"{start:%d/%m/%Y}",
                f"{end:%d/%m/%Y}",
                "confirmé",
                "lycée",
                "120-150" if at % 7 == 0 else 90 + at,
            ]
        )
        rows[-1] = [rows[-1][0], *rows[-1][3:6], rows[-1][1], rows[-1][2], *rows[-1][6:]]
    return table(rows, ",", "utf-8-sig")


FUND: Mapping[str, Any] = {
    "fonds-musee.xlsx": museum,
    "malles.ods": association,
    "base-outils.csv": agency,
    "prets-agence.csv": agency_loans,
}
