"""Words that stand where somebody was to write: those of `make new`, of examples, of typesetters and templates, « … », « à définir »."""

from __future__ import annotations

import re

from contributions.words.folding import folded

BODY = "Écrivez ici votre texte : ce que l’on verra, pour qui, comment venir."
"""What `make new` writes below the header."""
NOTHING = re.compile(r"[\s.…·•_\-–—?!*#/|()\[\]]+|[xX]{3,}")
"""« … », « --- », « xxx »"""
LATIN = re.compile(r"\blorem ipsum\b", re.IGNORECASE)
TO_WRITE = frozenset(
    {
        *("todo", "tbd", "a completer", "a remplir", "a rediger", "a ecrire", "sans titre", "untitled", "titre", "resume", "votre titre"),
        *("description", "texte", "inserer le texte", "inserer le titre", "inserer un titre", "inserer un resume", "inserer texte"),
        *("resume de l evenement", "resume de l article", "description de l evenement", "votre description", "lorem"),
        *("votre texte", "votre resume", "titre de l evenement", "texte alternatif", "description de l image", "ici le titre"),
        *("document sans titre", "evenement sans titre", "article sans titre", "nouveau document", "nouvel evenement", "nouvel article"),
    }
)
"""Folded."""
TEMPLATE = re.compile(
    r"[$#]\{[^{}\n]*\}|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|<%[^<>\n]*%>|\[\[[^\[\]\n]+\]\]|%[A-Z][A-Z_]{2,}%|@@\w+@@|<<\w[^<>\n]*>>"
)
"""What a program was to replace: `${titre}`, `{{ titre }}`, `<%= titre %>`, `%TITRE%`."""
WHAT = (
    "adresse|auteur|commune|contact|credit|date|description|details?|duree|heures?|horaires?|image|informations?|infos?|intervenants?|jours?"
    "|lien|lieu|nom|organisateur|photo|plan|prix|programme|public|resume|salle|structure|tarifs?|texte|titre|ville"
)
LATER = "(?:bientot|prochainement|ulterieurement|plus tard)"
TO_COME = re.compile(
    rf"(?:(?:(?:le|la|les|l) )?(?:nom (?:du|de la|de l) )?(?:{WHAT}) )?(?:(?:qui )?(?:est|sont|reste|restent|sera|seront) |encore )*"
    r"(?:a (?:annoncer|communiquer|completer|confirmer|definir|determiner|fixer|preciser|renseigner|venir)"
    r"|(?:(?:non|pas encore) )(?:communique|connu|decide|defini|determine|fixe|precise|renseigne)e?s?"
    rf"|(?:communique|confirme|defini|precise)e?s? {LATER}|inconnue?s?"
    rf"|en (?:attente|cours) de (?:confirmation|construction|definition|elaboration|preparation|redaction|validation))(?: {LATER})?"
)
"""« à définir », « lieu à venir », « tarif non communiqué », folded; not « lieu communiqué aux inscrits », which says something."""
SAYS_NOTHING = frozenset("bientot indefini indetermine nc na nan nil none nr nsp null prochainement tba tbc tbd undefined".split()) | {
    *("n a", "n c", "ne sait pas", "sans objet", "en attente", "plus tard", "ulterieurement"),
}
"""The same in a word or an abbreviation, folded; a program's « null » too."""
NO_AUTHOR = frozenset(
    {
        *("droits reserves", "tous droits reserves", "dr", "d r", "copyright", "c", "libre de droits", "image libre de droits"),
        *("photo libre de droits", "internet", "web", "google", "google image", "google images", "source internet", "trouve sur internet"),
        *("photo", "image", "auteur", "credit", "credits", "source", "sans", "aucun", "aucune", "photographe"),
    }
)
"""What stands in the place of an image's author, and names nobody, folded."""
ELSEWHERE = re.compile(
    r"(?:(?:cf|voir|lire|consulter)(?: sur)? )(?:(?:le|la|les|l|notre|ci) )?(?:affiche|flyer|tract|programme|site(?: (?:web|internet))?"
    r"|texte|description|dessous|joint|jointe|image|piece jointe|pdf|plaquette|depliant)(?: (?:ci )?(?:jointe?|dessous))?"
)
"""« Voir affiche » in the place of a title or a summary, folded."""
LONGEST = 80
"""Characters of a text that may say only that: most texts are longer, and need no closer look."""


def unwritten(text: str) -> bool:
    """Whether a text says only that something is to be written.

    >>> unwritten("…"), unwritten("À compléter"), unwritten("Titre"), unwritten("Le titre du livre")
    (True, True, True, False)
    """
    if len(text) > LONGEST:
        return LATIN.search(text) is not None
    return bool(NOTHING.fullmatch(text) or LATIN.search(text)) or folded(text) in TO_WRITE


def says_nothing(text: str) -> bool:
    """Whether a text says only that nothing is known yet.

    >>> says_nothing("À définir"), says_nothing("Lieu à venir."), says_nothing("Le lieu est communiqué aux inscrits")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return False
    words = folded(text)
    return words in SAYS_NOTHING or TO_COME.fullmatch(words) is not None


def names_nobody(credit: str) -> bool:
    """Whether a credit says not who made an image."""
    return len(credit) <= LONGEST and (folded(credit) in NO_AUTHOR or says_nothing(credit))


def sends_elsewhere(text: str) -> bool:
    """Whether a text only says where to look."""
    return len(text) <= LONGEST and ELSEWHERE.fullmatch(folded(text)) is not None


def left_of_a_template(text: str) -> str:
    """The first thing in a text that a program was to replace; empty where there is none.

    >>> left_of_a_template("Nuit de ${ville}")
    '${ville}'
    """
    found = TEMPLATE.search(text)
    return found[0] if found else ""
