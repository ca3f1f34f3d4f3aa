"""The guide of /contribuer/: how to take part, and for each kind an example to copy and every key explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from contribute import loan_table
from contribute.examples import FOLDER, example
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.reference import schema
from contributions.reference.drafting import sample, yaml_text
from contributions.reference.reference import Key, Value, reference
from contributions.words.typography import typo
from publishing.page import Page, Passage, Planned, SearchRecord
from publishing.strings import _
from views.pages import list_page, planned_list
from views.values import FacetLink

HOME = "/contribuer/"
COMMON = f"{HOME}cles-communes/"
SLUGS = {
    "event": "evenement",
    "exhibition": "outil",
    "article": "article",
    "announcement": "annonce",
    "resource": "ressource",
    "organisation": "structure",
    "programme": "dossier",
    "page": "page",
}
"""Kind → its page below /contribuer/."""
OFFERS = {
    "event": ("un événement", "Une visite, un atelier, une conférence : ce qui a lieu un jour, quelque part ou en ligne."),
    "exhibition": ("un outil à prêter", "Une exposition, une malle, un jeu : ce qui voyage, avec ses prêts et ses disponibilités."),
    "article": ("un article", "Un portrait, un reportage, une actualité : ce qui se lit."),
    "announcement": ("une annonce", "Un appel, un stage, un emploi, du matériel : ce qui a une date limite."),
    "resource": ("une ressource", "Un document, un podcast, une fiche, une intervention en classe : ce qui sert longtemps."),
    "organisation": ("votre structure", "Sa fiche dans l’annuaire, avec son accord."),
    "programme": ("un dossier", "Un festival, un parcours, une formation : ce qui réunit d’autres contributions."),
    "page": ("une page", "Une page du site lui-même ; elle est l’affaire de la rédaction."),
}
"""Kind → what one proposes, and what it is."""
ADVICE = (
    ("Dates", "2026-12-05, ou 2026-12-05 14:00. Pour un événement passé dont on ne connaît que le mois : 2023-09."),
    ("Lieux", "Le nom et la commune suffisent. Si deux communes ont le même nom, le contrôle vous demande le code postal."),
    ("Images", "Déposez-les dans content/images/, puis donnez le fichier, ce que montre l’image et son crédit."),
    ("Liens", "Vers une page du site, son adresse : /outils/malle-fossiles/ ; vers l’extérieur, l’adresse entière, avec https://."),
    ("Vidéos", "Mettez un lien : le site n’embarque rien d’un tiers."),
    ("Structures", "Elles n’entrent dans l’annuaire qu’avec leur accord (consent: true). Sans lui, seul leur nom paraît."),
    ("Personnes", "Ni adresse ni téléphone personnels ; aucune personne n’est nommée dans un prêt."),
)
"""What holds for every kind; CONTRIBUTING.md says it too."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind that one can propose."""

    kind: str
    label: str
    text: str
    url: str
    folder: str


@dataclass(frozen=True, slots=True)
class Row:
    """A key as it is shown; `rows` are those of its group, `example` is YAML."""

    id: str
    name: str
    label: str
    help: str
    type: str
    required: bool
    demand: str
    values: tuple[Value, ...]
    default: str
    example: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LoanTable:
    """Loans kept in a table: what is said of it, and the file of an example."""

    title: str
    sentences: tuple[str, ...]
    path: str
    text: str


def guide(library: Library) -> Iterator[Planned]:
    """/contribuer/, the page of each kind, and that of the keys that all kinds share."""
    yield planned_list(HOME, "guide.html", _("Contribuer"), partial(_home, library))
    for kind in KINDS:
        yield planned_list(f"{HOME}{SLUGS[kind]}/", "guide_kind.html", _title(kind), partial(_kind, library, kind))
    yield planned_list(COMMON, "guide_kind.html", _("Les clés communes"), partial(_common, library))


def _title(kind: str) -> str:
    return f"{_('Écrire')} {_(OFFERS[kind][0])}" if kind != "organisation" else _("Écrire la fiche de votre structure")


def _home(library: Library) -> Page:
    offers = tuple(
        Offer(kind, _(label), typo(_(text)), f"{HOME}{SLUGS[kind]}/", f"content/{FOLDER[kind]}/") for kind, (label, text) in OFFERS.items()
    )
    advice = tuple((_(term), typo(_(text))) for term, text in ADVICE)
    return list_page(
        library,
        HOME,
        "guide.html",
        _("Contribuer"),
        _("Une contribution s’écrit une fois. Elle devient une page, une entrée d’agenda, un point sur la carte, une ligne de la lettre."),
        {"offers": offers, "advice": advice, "common_url": COMMON},
        search=_found(Passage(tuple(f"{offer.label} {offer.text}" for offer in offers)), Passage(tuple(map(" ".join, advice)))),
    )


def _kind(library: Library, kind: str) -> Page:
    keys, shown = reference(kind, library.hub), example(kind, library.hub)
    required, own = tuple(map(row, keys.required)), tuple(map(row, keys.own))
    lent = _loan_table(library) if kind == "exhibition" else None
    common = tuple((key.name, typo(key.label)) for key in keys.common)
    return list_page(
        library,
        f"{HOME}{SLUGS[kind]}/",
        "guide_kind.html",
        _title(kind),
        _("Un exemple à copier, ce qu’il faut y mettre, ce que l’on peut y ajouter."),
        {
            "kind": kind,
            "example": shown,
            "jumps": (
                FacetLink(_("Exemple"), "#exemple", None),
                FacetLink(_("Ce qu’il faut"), "#obligatoire", None),
                *((FacetLink(_("Ce que vous pouvez ajouter"), "#facultatif", None),) if keys.own else ()),
                *((FacetLink(_("Prêts en tableau"), "#tableau", None),) if lent else ()),
                FacetLink(_("Comme partout"), "#commun", None),
            ),
            "required": required,
            "own": own,
            "loan_table": lent,
            "common": common,
            "common_url": COMMON,
            "schema_url": schema.path(kind),
        },
        above=((_("Contribuer"), HOME),),
        search=_found(
            Passage((shown.path, *shown.text.splitlines())),
            Passage(tuple(_lines((*required, *own)))),
            *((Passage((*lent.sentences, *lent.text.splitlines()), lent.title),) if lent else ()),
            Passage(tuple(map(itemgetter(1), common))),
        ),
    )


def _loan_table(library: Library) -> LoanTable:
    return LoanTable(
        _(loan_table.TITLE), tuple(typo(_(text)) for text in loan_table.SENTENCES), loan_table.PATH, loan_table.table(library.hub)
    )


def _common(library: Library) -> Page:
    own = tuple(map(row, reference("event", library.hub).common))
    return list_page(
        library,
        COMMON,
        "guide_kind.html",
        _("Les clés communes"),
        _("Image, liens, partenaires, contact… : ce que l’on peut ajouter à une contribution, quel que soit son genre."),
        {"kind": None, "own": own, "common": (), "required": (), "loan_table": None},
        above=((_("Contribuer"), HOME),),
        search=_found(Passage(tuple(_lines(own)))),
    )


def _found(*passages: Passage) -> SearchRecord:
    return SearchRecord(_("Page"), passages=passages, beside=True)


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    """What the keys of a list are found by."""
    for found in rows:
        values = (f"{value.slug} {value.label or ''}" for value in found.values)
        yield " ".join((found.name, found.label, found.type, found.help, *values, found.default, found.example))
        yield from _lines(found.rows)


def row(key: Key, above: str = "", shown: bool = False) -> Row:
    """A key as it is shown, and those of its group; `shown` where the group's example has it already: its help is enough then."""
    id = f"{above}{key.name}"
    example = "" if shown and key.help else yaml_text({key.name: sample(key)}).rstrip()
    exemplary = {line.strip(" -").partition(":")[0] for line in example.splitlines()[1:]}
    return Row(
        id,
        key.name,
        typo(key.label),
        typo(key.help),
        key.type,
        key.required,
        typo(key.demand),
        key.values,
        key.default,
        example,
        tuple(row(other, f"{id}-", other.name in exemplary) for other in key.keys),
    )
