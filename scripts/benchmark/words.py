"""Words of the corpus: subjects of each theme, towns, tools, and parts of names and of learned words; a little French grammar."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the region: name, one of its postcodes, latitude, longitude."""

    name: str
    postcode: str
    lat: float
    lon: float


_TOWNS = """
Amiens 80000 49.8934 2.2954|Saint-Quentin 02100 49.8464 3.2884|Arras 62000 50.2931 2.7785|Calais 62100 50.9528 1.8545
Saint-Omer 62500 50.7522 2.2540|Lille 59000 50.6309 3.0709|Gravelines 59820 50.9875 2.1254|Dunkerque 59140 51.0375 2.3774
Roubaix 59100 50.6912 3.1740|Abbeville 80100 50.1056 1.8327|Étaples 62630 50.5138 1.6384|Boulogne-sur-Mer 62200 50.7247 1.6134
Beauvais 60000 49.4294 2.0806|Villeneuve-d’Ascq 59650 50.6189 3.1308|Valenciennes 59300 50.3579 3.5237|Longueil-Annel 60150 49.4681 2.8635
Montdidier 80500 49.6469 2.5673|Laon 02000 49.5645 3.6205|Douai 59500 50.3679 3.0807|Soissons 02200 49.3836 3.3282
Liévin 62800 50.4216 2.7848|Saint-Amand-les-Eaux 59230 50.4499 3.4287|Péronne 80200 49.9295 2.9348|Hazebrouck 59190 50.7225 2.5364
Doullens 80600 50.1571 2.3413|Creil 60100 49.2608 2.4734|Corbie 80800 49.9076 2.5117|Chauny 02300 49.6156 3.2187
Cambrai 59400 50.1770 3.2348|Wimereux 62930 50.7696 1.6110|Compiègne 60200 49.4179 2.8254|Wattrelos 59150 50.7015 3.2153
Vervins 02140 49.8345 3.9068|Tourcoing 59200 50.7237 3.1608|Tergnier 02700 49.6558 3.2919|Noyon 60400 49.5809 3.0005
Nogent-sur-Oise 60180 49.2744 2.4679|Maubeuge 59600 50.2787 3.9728|Lens 62300 50.4293 2.8324|Hénin-Beaumont 62110 50.4199 2.9473
Hirson 02500 49.9240 4.0781|Guise 02120 49.8977 3.6251|Fourmies 59610 50.0182 4.0465|Desvres 62240 50.6683 1.8329
Denain 59220 50.3254 3.3951|Caudry 59540 50.1245 3.4102|Bruay-la-Buissière 62700 50.4823 2.5460|Bapaume 62450 50.1040 2.8497
Avesnes-sur-Helpe 59440 50.1218 3.9312|Armentières 59280 50.6862 2.8825|Albert 80300 50.0048 2.6493|Aire-sur-la-Lys 62120 50.6388 2.3962
Méru 60110 49.2362 2.1351|Montataire 60160 49.2563 2.4341|Grandvilliers 60210 49.6657 1.9406|Fruges 62310 50.5134 2.1344
Crépy-en-Valois 60800 49.2358 2.8896|Château-Thierry 02400 49.0460 3.4027|Chantilly 60500 49.1932 2.4652|Béthune 62400 50.5305 2.6382
Berck 62600 50.4079 1.5920|Ault 80460 50.1014 1.4475|Roye 80700 49.6980 2.7887|Nesle 80190 49.7577 2.9086
Pont-Sainte-Maxence 60700 49.3015 2.6050
"""


def _town(line: str) -> Town:
    name, postcode, lat, lon = line.rsplit(" ", 3)
    return Town(name, postcode, float(lat), float(lon))


TOWNS = tuple(_town(line.strip()) for row in _TOWNS.strip().splitlines() for line in row.split("|"))

SUBJECTS: dict[str, tuple[str, ...]] = {
    theme: tuple(line.strip().split("|"))
    for theme, line in {
        "mathematiques": "les nombres premiers|la symétrie|les fractales|le hasard|les pavages|le nombre d’or|les probabilités"
        "|la topologie|les nœuds|les polyèdres|la cryptographie|les courbes|l’infini|les graphes|la perspective"
        "|les carrés magiques",
        "physique": "la lumière|le magnétisme|les ondes|la supraconductivité|le son|la pesanteur|les couleurs|la chaleur"
        "|l’électricité|le laser|la friction|les liquides|les bulles de savon|les particules|le frottement"
        "|les arcs-en-ciel",
        "chimie": "les cristaux|les parfums|les pigments|les polymères|la fermentation|les savons|les alliages|la teinture"
        "|les colles|le verre|les arômes|la rouille|les acides|la catalyse|les molécules|le sucre",
        "sciences-de-la-vie": "les champignons|les abeilles|le plancton|les chauves-souris|la photosynthèse|les lichens|les bactéries"
        "|l’ADN|les tardigrades|les oiseaux migrateurs|la germination|le mimétisme|les phoques|les levures"
        "|les libellules|l’évolution",
        "sante": "le sommeil|le cœur|l’alimentation|la vaccination|le microbiote|la mémoire|les allergies|la vue|l’audition"
        "|les gestes qui sauvent|l’immunité|le stress|la douleur|les antibiotiques|le vieillissement"
        "|la respiration",
        "sciences-de-la-terre": "la craie|les fossiles|les falaises|les séismes|les volcans|les dunes|le charbon|les argiles"
        "|les nappes d’eau|les minéraux|la tectonique|les grottes|les météorites|l’érosion|les sols|les terrils",
        "environnement": "les zones humides|le climat|les déchets|l’eau potable|les haies|la qualité de l’air"
        "|la pollution lumineuse|les forêts|le compost|les marais|la biodiversité|l’estuaire|le littoral"
        "|les jardins partagés|les énergies marines|la sobriété",
        "astronomie": "les éclipses|les planètes|la Lune|les galaxies|les comètes|le Soleil|les trous noirs|les exoplanètes"
        "|les étoiles filantes|les constellations|la Voie lactée|les satellites|les marées|les nébuleuses"
        "|les cadrans solaires|l’espace",
        "numerique": "les algorithmes|l’intelligence artificielle|les robots|les données ouvertes|le logiciel libre"
        "|les jeux vidéo|les réseaux|la réalité virtuelle|le codage|les infox|la vie privée|les capteurs"
        "|l’impression 3D|les cartes numériques|le bricolage électronique",
        "industrie-technologies": "le textile|les éoliennes|le rail|la sidérurgie|les batteries|la dentelle|la faïence|les moulins"
        "|l’automobile|la métallurgie|l’hydrogène|la sucrerie|les composites|l’aéronautique|le verre plat"
        "|la brique",
        "sciences-humaines": "les langues régionales|l’enfance|les migrations|le travail|les rumeurs|la fête|les croyances|le genre"
        "|la cuisine|l’habitat|les métiers oubliés|la lecture|l’argent|les prénoms|les gestes|la musique",
        "histoire-patrimoine": "les tranchées|les cathédrales|les beffrois|la préhistoire|les Gaulois|les canaux|les souterrains"
        "|les mines|l’archéologie|les manuscrits|les tapisseries|les abbayes|la Reconstruction|les forts|les ports"
        "|les cités-jardins",
        "sciences-et-societe": "les débats publics|l’esprit critique|les sciences participatives|la médiation|l’éthique"
        "|les métiers de la recherche|les femmes de science|l’expertise|la confiance|l’éducation populaire"
        "|le doute|les controverses|l’inclusion|la culture scientifique",
    }.items()
}
"""Theme → what is spoken of, with its article."""

TOOLS = tuple(
    "une loupe|un microscope|une lunette|un télescope|une boussole|un carnet|une balance|un sismographe|une longue-vue|un oscilloscope"
    "|une éprouvette|un thermomètre|une carte au 1/25 000|un herbier|une maquette|un spectroscope|une pipette|un drone|un tamis|un marteau"
    "|une planche à dessin|un tableur|un métier à tisser|un four|une cloche à vide|une corde à treize nœuds|un miroir|une tablette"
    "|un enregistreur|un filet|une paire de jumelles|un planétaire|un globe|un prisme|une lampe torche|une imprimante 3D".split("|")
)
PEOPLE = tuple(
    "une géologue|un astronome|une historienne|un chimiste|une mathématicienne|un botaniste|une ingénieure|un doctorant|une doctorante"
    "|une apicultrice|un verrier|une infirmière|un guide|une bibliothécaire|un maraîcher|une médiatrice|un médiateur|une archéologue"
    "|une océanographe|un forestier|un luthier|une sociologue|un roboticien|une céramiste|un météorologue|une vétérinaire".split("|")
)
PUBLICS = tuple(
    "les enfants|les familles|les collégiens|les lycéennes et les lycéens|les habitants du quartier|les curieux|les enseignantes"
    "|les bénévoles|les étudiants|les retraités|les plus petits|les visiteurs|les adhérents|les professionnels|les riverains".split("|")
)
ROOMS = tuple(
    "la salle haute|le grand hall|l’auditorium|la cour|le jardin|la verrière|la salle de lecture|l’ancien atelier|la halle"
    "|le laboratoire|la chapelle|le préau|l’amphithéâtre|le belvédère|la cave voûtée|la serre|le foyer|la salle des machines".split("|")
)
ACTIONS = tuple(
    "observer|mesurer|comparer|dessiner|reconnaître|classer|fabriquer|expliquer|raconter|toucher|écouter|photographier|cartographier"
    "|compter|démonter|modéliser|peser|goûter|imaginer|questionner|restaurer|recenser|protéger|transmettre|traduire".split("|")
)
QUALITIES = tuple(
    "utile|fragile|étrange|invisible|mobile|rare|solide|simple|sensible|remarquable|méconnaissable|imprévisible|tenace|souple|minuscule"
    "|indispensable|durable|poétique|énigmatique|magnifique".split("|")
)
ROOTS = tuple(
    "hydro|thermo|bio|géo|photo|électro|magnéto|paléo|micro|nano|astro|séismo|chrono|morpho|phyto|zoo|entomo|cyto|neuro|cardio|dendro"
    "|litho|glacio|océano|climato|pédo|halo|radio|spectro|cristallo|stéréo|acousto|aéro|agro|anthropo|archéo|ethno|hélio|icono|topo"
    "|toxico|vulcano|xylo|palyno|ornitho|ichtyo|malaco|myco|bryo|algo|immuno|onco|phono|pyro|tribo".split("|")
)
ENDINGS = tuple(
    "logie|graphie|métrie|scopie|dynamique|chimie|physique|genèse|sphère|statique|thérapie|cinétique|nomie|plastie|philie|synthèse".split(
        "|"
    )
)
ELIDING = "aeéiouyh"
"""First letters before which « la » loses its vowel."""

FIRST_NAMES = tuple(
    "Adèle|Agathe|Alix|Amandine|Anaïs|Antoine|Armand|Aurélien|Baptiste|Bérénice|Blanche|Camille|Cécile|Charlotte|Clémence|Colette|Corentin"
    "|Damien|Delphine|Édith|Éléonore|Élise|Émile|Estelle|Étienne|Eugénie|Fabien|Faustine|Firmin|Florence|Gaspard|Geneviève|Germain|Hélène"
    "|Hortense|Inès|Irène|Jeanne|Joséphine|Judith|Jules|Juliette|Karim|Laurence|Léon|Lucien|Madeleine|Malika|Marceau|Margot|Mathilde|Maxence"
    "|Mélanie|Nadia|Noémie|Octave|Odile|Pauline|Perrine|Quentin|Rachid|Raphaël|Régis|Sabine|Samira|Sidonie|Simone|Solène|Théophile|Thérèse"
    "|Urbain|Valentine|Victor|Violette|Yasmine|Yves|Zélie|Zoé".split("|")
)
STARTS = tuple(
    "Del|Vander|Le|Car|Bou|Hau|Wan|Fres|Lam|Des|Mar|Ver|Cau|Dou|Ger|Hes|Pru|Rou|Tel|Van|Was|Bri|Cré|Fau|Gos|Len|Mé|Ney|Ou|Pé|Qué|Ra|Sé|Thi"
    "|Va|Wi|Ys|Ba|Che|Du".split("|")
)
MIDDLES = tuple("ler|ni|ver|ter|den|mer|ri|lin|za|ger|mon|ta".split("|"))
ENDS = tuple(
    "motte|court|bergue|camp|brouck|hove|selle|vaux|mont|lieu|guem|tière|croix|beque|villers|sart|fosse|rain|ques|plancq".split("|")
)
"""Beginnings, middles and ends of invented names of the North."""

_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôöùûœæ]", re.IGNORECASE)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def of(noun: str) -> str:
    """« de » before a noun with its article, or a name.

    >>> of("le ciel"), of("les marées"), of("la craie"), of("Amiens"), of("une loupe")
    ('du ciel', 'des marées', 'de la craie', 'd’Amiens', 'd’une loupe')
    """
    if noun.startswith("le "):
        return f"du {noun[3:]}"
    if noun.startswith("les "):
        return f"des {noun[4:]}"
    if noun.startswith(("la ", "l’")):
        return f"de {noun}"
    return f"d’{noun}" if _VOWEL.match(noun) else f"de {noun}"


def to(noun: str) -> str:
    """« à » before a noun with its article, or a name.

    >>> to("le ciel"), to("les marées"), to("l’espace"), to("Lille")
    ('au ciel', 'aux marées', 'à l’espace', 'à Lille')
    """
    if noun.startswith("le "):
        return f"au {noun[3:]}"
    return f"aux {noun[4:]}" if noun.startswith("les ") else f"à {noun}"


def bare(noun: str) -> str:
    """A noun without its article.

    >>> bare("les marées"), bare("l’espace")
    ('marées', 'espace')
    """
    return noun[2:] if noun.startswith("l’") else noun.partition(" ")[2]


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def slugify(text: str, length: int = 60) -> str:
    """A slug: lower case without accents, words joined by hyphens, cut at a word."""
    apart = text.lower().replace("’", " ").replace("œ", "oe")
    slug = _NOT_SLUG.sub("-", unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode()).strip("-")
    return slug if len(slug) <= length else slug[:length].rpartition("-")[0]
