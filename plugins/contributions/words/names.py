"""Persons who are named in a text about where a tool is lent: sure cases only, for institutions bear the names of persons.

A text is read clause by clause, as commas, brackets and dashes part it. Behind a word for an institution, or a street, a name is
theirs: « Lycée Marie Curie », « 12 rue du Dr Roux », « Association Les amis de M. Seguin ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contributions.words.folding import ascii_of, folded

CLAUSE = re.compile(r"(?:(?<=[Cc])/(?=[Oo]\b)|[^,;:()\[\]/|\n\u2013\u2014•+&])+")
DASH = re.compile(r"\s-\s")
WORD = re.compile(r"\w+")
INSTITUTIONS = frozenset(
    "abbaye academie accueil agence ambassade amicale amis antenne apei archives association associations asso atelier ateliers auberge "
    "auditorium bibliobus bibliotheque bibliotheques bm bureau cafe camping campus carrefour caserne cathedrale ccas cci ccsti cdi cdn "
    "centre centres cercle cfa ch chapelle charite chateau chu cinema cite clinique club cnrs collectif college colleges collegiale comite "
    "commune communaute compagnie complexe conservatoire conseil cooperative cpie creche crous cse departement domaine ecole ecoles "
    "ecomusee eglise ehpad entreprise epicerie epide esat espace etablissement etablissements ets fab fablab faculte federation "
    "ferme festival fondation fondations fonds forum foyer foyers france friche galerie gare gendarmerie guinguette groupe gymnase halle "
    "halles halte hopital hotel ime immeuble inserm inspe institut institution iut jardin jardins labo laboratoire legta lgt librairie "
    "ligue logis lp ludotheque lycee lycees mairie maison maisons maternelle mdl mediatheque mediatheques memorial micro mission "
    "mjc moulin musee musees museum mutuelle observatoire office orangerie ordre palais parc patronage pavillon pep phare planetarium plm "
    "point pole port prefecture presbytere primaire prison rectorat refuge region relais reseau reserve residence restaurant rpi salle "
    "salon sarl sas scop service services sessad siege site smac societe stade station studio syndicat tabac theatre tiers tour union "
    "universite universites urssaf usine vile ville village villa "
    # streets
    "allee allees av avenue bd boulevard chaussee chemin clos cour cours esplanade faubourg impasse lieudit lotissement mail montee "
    "parvis passage passerelle place placette pont promenade quai quartier residence rond route rue ruelle rues sente sentier square "
    "traverse venelle voie zac zone".split()
)
"""What an institution, or a street, is called before the name of a person (folded)."""
FIRST_NAMES = frozenset(
    "adele adeline adrien agathe agnes aicha alain albert alexandra alexandre alexia alexis alice aline alix amandine amelie amina anais "
    "andre andrea ange angelique anne annick annie anthony antoine ariane armelle arnaud arthur astrid audrey aurelie aurelien axel "
    "baptiste bastien beatrice benedicte benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carole caroline "
    "catherine cecile cedric celia celine chantal charlene charles charlotte christel christele christelle christian christiane "
    "christine christophe cindy claire clara claude claudine clemence clement clementine coralie corinne cyril cyrille damien daniel "
    "daniele danielle david deborah delphine denis didier dimitri dominique dorothee edith edouard eleonore elisa elisabeth elise elodie "
    "eloise elsa emeline emilie emilien emma emmanuel emmanuelle eric erwan estelle esther etienne eugenie eva evelyne fabien fabienne "
    "fabrice fanny fatima fatiha florent florian franck francois francoise frederic frederique gabriel gabrielle gaelle gaetan "
    "genevieve geoffrey georges geraldine gerald gerard ghislaine gilbert gilles gregoire gregory guillaume gustave guy gwenaelle hamid "
    "helene henri herve hubert hugo hugues ines ingrid irene isabelle jacqueline jacques jamel jean jeanne jennifer jeremie jeremy "
    "jerome jessica joel joelle johan johanna jonathan joseph josette josiane judith jules julia julie julien juliette justine karim "
    "karine katia kevin khadija laetitia laura laure laurence laurent lea leila leo leon leonie lila lilian liliane lionel lisa lise "
    "loic louis louise luc lucas lucie lucien lucile ludivine ludovic lydia lydie magali malika manon marc marcel margaux margot "
    "marguerite maria marianne marie marielle marina marion marjorie marlene martine maryse mathias mathieu mathilde matthieu maud "
    "maurice maxime melanie melissa michel michele michelle mireille mohamed monique morgane muriel mustapha myriam nabil nadege nadia "
    "nadine natacha nathalie nathan nicolas nicole noemie nora odile olivia olivier ophelie oriane pascal pascale patrice patricia "
    "patrick paul paule pauline perrine philippe pierre quentin rachel rachid raphael raymond regine regis remi remy renaud rene renee "
    "richard robert roger roland romain romane roxane sabine sabrina samia samir samuel sandra sandrine sarah sebastien serge severine "
    "simon simone sofia solene solange sonia sophie stephane stephanie suzanne sylvain sylvaine sylvie tanguy tatiana theo therese "
    "thibault thibaut thierry thomas timothee tiphaine tristan valentin valentine valerie vanessa veronique victor victoria vincent "
    "violaine virginie viviane xavier yann yannick yasmine yohan yolande youssef yves yvette yvonne zoe".split()
)
"""What most people in France are called (folded)."""
NAME = r"[A-ZÀ-ÖØ-Þ][\w'\u2019]*(?:-[A-ZÀ-ÖØ-Þ][\w'\u2019]*)*"
PARTICLE = r"(?:(?i:de la|de|du|des|le|la|van|von|ben|el|al)\s+|[dD]['\u2019]\s*)"
FAMILY = rf"{PARTICLE}*{NAME}"
NO_OFFICE = r"(?!(?:le|la|les)\s)"
"""« M. le Maire » is whoever has the office."""
TITLED = re.compile(
    r"(?<![\w-])(?:(?i:mesdames|madame|mmes|mme|mademoiselle|mlles|mlle|melle|messieurs|monsieur|maître)\.?\s+(?!(?:le|la|les|et|ou|en|à)\s)"
    rf"(?:{FAMILY}|(?!(?:de|du|des)\s)[^\W\d_][\w'\u2019-]+)"
    rf"|(?:Dr|Dre|Docteure?|Pr|Pre|Prof|Mrs|Ms|Professeure?|MM|Mr|[Ff]amille)\.?\s+{FAMILY}|M\.\s*+{NO_OFFICE}{PARTICLE}*[A-ZÀ-ÖØ-Þ][\w'\u2019-]{{2,}}(?![\w.]))"
)
"""« Mme Dupont », « mme dupont », « M. Martin », « Dr Roux »; « M. » stands for other things, too."""
AT_FIRST = re.compile(rf"\s*(?:M\s+{FAMILY}|[A-ZÀ-Þ]\.(?:\s*-\s*[A-ZÀ-Þ]\.|\s+[A-ZÀ-Þ]\.)?\s*+{NO_OFFICE}{FAMILY}(?=\s*$))")
"""« M Martin », « J. Dupont »: at the head of a clause alone, for letters stand elsewhere for other things."""
FULL = rf"(?P<name>(?P<first>{NAME})(?:\s+{NAME})?\s+{FAMILY})"
HEAD = re.compile(rf"\s*{FULL}")
INTRODUCED = re.compile(
    r"(?<![\w-])(?i:par|avec|chez|contact|contacter|auprès de|attention de|référente?|responsable|prof|professeure?|enseignante?|"
    r"animatrice|animateur|directrice|directeur|institutrice|instituteur|documentaliste|bibliothécaire|médiatrice|médiateur|conseillère|"
    rf"conseiller|présidente?|voir|demander|appeler|prévenir|joindre)\s+{FULL}"
)
"""What may be a first name and a family's, at the head of a clause, or behind what introduces a person."""
BEHIND = re.compile(
    r"(?<![\w-])(?i:c/o|attention de|contact|contacter|(?P<house>chez)|auprès de|voir avec|prof(?: d['’]| de | en )\s*\w+)\s+"
    rf"(?P<name>(?P<first>{NAME})(?:\s+{FAMILY})?|[A-ZÀ-Þ]\.\s*{FAMILY})\s*$"
)
"""What nobody says of an institution's own name: a first name, or a family's behind its letter, ends the clause."""
FAMILY_AND_FIRST = re.compile(rf"\s*(?P<name>{NAME},\s*(?P<first>{NAME}))\s*$")
"""« Dupont, Marie »: all of a text."""
NAMESAKES = frozenset(
    "anne de bretagne|marie curie|jean moulin|jean jaures|jean mermoz|jean rostand|jean mace|louis pasteur|louis aragon|victor hugo|jules "
    "ferry|jules verne|george sand|georges brassens|simone veil|rosa parks|paul langevin|paul eluard|albert camus|emile zola|charles de "
    "gaulle|pierre et marie curie|jacques prevert|francoise dolto|lucie aubrac|guy moquet|eugene thomas|henri wallon|max dormoy".split("|")
)
"""Whom many an institution is named after (folded)."""
FAMILY_FIRST = re.compile(rf"\s*(?P<name>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'\u2019-]{{3,}}\s+(?P<first>{NAME}))\s*$")
"""« DUPONT Marie »."""


class Named(NamedTuple):
    """What names a person, and where in the text it begins (from 0)."""

    at: int
    words: str


def named(text: str) -> Iterator[Named]:
    """The persons whom a text names, one a clause at most.

    >>> [person.words for person in named("Mme Dupont, médiathèque Jean Lévy (Marie Martin)")]
    ['Mme Dupont', 'Marie Martin']
    """
    if (whole := FAMILY_AND_FIRST.match(text)) and _a_person(whole):
        yield Named(whole.start("name"), whole["name"])
        return
    is_an_institution = not INSTITUTIONS.isdisjoint(WORD.findall(ascii_of(text)))
    for start, clause in _clauses(text):
        if (behind := BEHIND.search(clause)) and _is_introduced(behind):
            yield Named(start + behind.start("name"), behind["name"])
            continue
        found = _in_clause(clause)
        if found and is_an_institution and folded(found.words) in NAMESAKES:
            continue
        if found and INSTITUTIONS.isdisjoint(WORD.findall(ascii_of(clause[: found.at]))):
            yield found._replace(at=start + found.at)


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    for part in CLAUSE.finditer(text):
        start = part.start()
        for dash in DASH.finditer(part[0]):
            yield start, text[start : part.start() + dash.start()]
            start = part.start() + dash.end()
        yield start, text[start : part.end()]


def _in_clause(clause: str) -> Named | None:
    if found := TITLED.search(clause) or AT_FIRST.match(clause):
        words = found[0].lstrip()
        return Named(found.end() - len(words), words)
    for match in (HEAD.match(clause), INTRODUCED.search(clause), FAMILY_FIRST.match(clause)):
        if match and _a_person(match):
            return Named(match.start("name"), match["name"])
    return None


def _is_introduced(behind: re.Match[str]) -> bool:
    """Whether a person stands behind what introduces one: « Restaurant Chez Paul » is a house."""
    if behind["house"] and not INSTITUTIONS.isdisjoint(WORD.findall(ascii_of(behind.string[: behind.start()]))):
        return False
    return behind["first"] is None or (_a_person(behind) and folded(behind["name"]) not in NAMESAKES)


def _a_person(match: re.Match[str]) -> bool:
    """Whether a first name stands there, and no institution."""
    return _a_first_name(match["first"]) and ascii_of(WORD.findall(match["name"])[0]) not in INSTITUTIONS


def _a_first_name(word: str) -> bool:
    """« Marie », « Jean-Pierre »."""
    return ascii_of(word).partition("-")[0] in FIRST_NAMES
