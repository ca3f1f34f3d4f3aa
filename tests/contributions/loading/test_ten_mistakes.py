"""A librarian's first try: a file with a mistake in nearly every line, a YAML error among them, gets all its messages in one run."""

from collections.abc import Callable
from pathlib import Path

from support import hub, organisation

TEN = Path(__file__).with_suffix(".md").with_name("ten_mistakes.md")
PATH = "content/events/nuit.md"
UNREADABLE = "E004 Cette ligne de l’en-tête n’est pas lisible."


def test_all_mistakes_of_a_file_are_told_in_one_run(reported: Callable[..., list[str]]) -> None:
    tree = hub() | organisation("musee-de-la-craie") | {"events/nuit.md": TEN.read_text("utf-8")}
    assert reported(tree) == [
        f"{PATH}:2:7: {UNREADABLE} Il faut une espace après les deux-points. Écrivez « title: Nuit de la craie ».",
        f'{PATH}:3:10: {UNREADABLE} Une valeur qui contient « : » se met entre guillemets. Écrivez « summary: "Une nuit : sous les falaises" ».',
        f"{PATH}:9:1: {UNREADABLE} Remplacez les tabulations par des espaces.",
        f"{PATH}:4:7: E103 « 1er novembre 2026 » n’est pas une date. Écrivez 2026-11-01.",
        f"{PATH}:5:1: E101 La clé « categorie » n’existe pas ici. Vouliez-vous dire « category » ?",
        f"{PATH}:5:12: E109 « ateleir » n’est pas une valeur connue ici. Vouliez-vous dire « atelier » ?",
        f"{PATH}:6:10: E109 « astronomi » n’est pas une valeur connue ici. Vouliez-vous dire « astronomie » ?",
        f"{PATH}:7:15: E201 Aucune structure ne s’appelle « musee-de-la-crai ». Vouliez-vous dire « musee-de-la-craie » ?",
        f"{PATH}:9:11: E103 « 28/11/2026 14h » n’est pas une date. Écrivez 2026-11-28 14:00.",
        f"{PATH}:14:9: E301 Aucune commune de la région ne s’appelle « Desvre ». Vouliez-vous dire Desvres (62) ? Ailleurs en France, ajoutez « postcode » ; à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) ».",
        f"{PATH}:16:1: E216 Un titre de premier niveau n’a pas sa place dans le texte. Écrivez « ## Bonjour » : le titre de la page est déjà celui de l’en-tête.",
        f"{PATH}:18:3: E213 « IMG_1.jpg » est un nom de fichier, pas une description. Dites ce que montre l’image, pour qui ne la voit pas.",
        f"{PATH}:18:14: E206 L’adresse « /images/absente.jpg » ne mène à rien. Déposez le fichier : content/images/absente.jpg.",
    ]
