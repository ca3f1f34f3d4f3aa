/**
 * What French words mean to the agenda and to the catalogue, beside the names that a hub gives its own things (names.js).
 * Words are folded, and stand without the « s » or « x » of a plural.
 */

export const MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ");
/** Short forms, which are months behind the number of a day only: « 5 déc. ». */
export const SHORT_MONTHS = "janv fev|fevr mar avr mai juin juil aou sept|sep oct nov dec".split(" ").map((forms) => forms.split("|"));
export const WEEKDAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

/** Words that carry nothing by themselves. */
export const FILLERS = new Set(
  `le la les l un une des de du d a au aux en et ou avec pour par sur dans chez mon ma me mes m notre nos votre vos son sa ses ce cet cette ces c
  que qu quoi qui est y il elle on nous je j tout tous toutes cherche chercher voudrais veux trouver faire quel quelle quels quelles quand ou
  entre peut se s km kg euros m2
  pres proche proches autour alentours environs cote vers jusqu des lieu plus moins dans ville region jour ans age agees`.split(/\s+/),
);
/** Words that say little on such a site: they are looked for only beside others that are. */
export const SOFT = new Set(
  `science sciences scientifique scientifiques activite activites animation animations idee idees
  transport transportable`.split(/\s+/),
);
/** Words that ask for access, but do not say to whom: they are left out, and said to be, where no others do. */
export const WHOSE = new Set("accessible accessibles accessibilite handicap handicape handicapee handicapes".split(" "));
/** Words before the name of a town. */
export const BEFORE_TOWN = new Set("a vers pres autour proche alentours environs cote".split(" "));
/** Names of towns that are words, or names of persons: they are towns behind such a word only. */
export const ORDINARY = new Set(
  `albert avion braine bray bury camp cassel cires clermont corbie crepy croix eu flers fort france guise ham hem hermes jeumont leval loos mars
  marquise marle merlimont moulin noailles nesle nomain provin remy roye rue samer somme nord vers vron bois mer lys marck solesmes
  salome`.split(/\s+/).concat("l etoile", "la madeleine"),
);
/** Words with which the name of a town goes on that is called by its first word: « Boulogne-sur-Mer ». */
export const BEHIND_TOWN = new Set("sur sous en les lez la le d de du".split(" "));

/** Groups of words that name neither a department nor a month. */
export const SET_PHRASES = `mer du nord|pole nord|grand nord|gare du nord|etoile du nord|baie de somme|planete mars|sur mars|mission mars
|robot mars|sol de mars|vie sur mars|fete de la science|nuit des etoiles|nuit europeenne des chercheurs`.split("|").map((phrase) => phrase.trim());

/** Audiences among which a child is. */
const CHILDREN = "public=famille&public=primaire&public=tout-public";

/**
 * Rows of [phrases, question to the agenda, question to the catalogue, how sure]: a question as an address has it, or null where a list has
 * no such filter. « agenda » and « tools » say that the words mean that list; « weak » that alone they name nothing; « word »
 * that they are looked for where the list has no such filter.
 */
export const MEANINGS = [
  ["gratuit|gratuite|gratuitement|entree libre|entree gratuite|acces libre|pret gratuit", "gratuit=1", "gratuit=1"],
  ["enfant|en enfant|avec enfant|jeune public", CHILDREN, CHILDREN],
  ["famille|en famille|familial|familiale|parent|parent enfant", "public=famille", "public=famille"],
  ["tout petit|petit enfant|bebe|petite enfance|creche|jeune enfant", "public=petite-enfance", "public=petite-enfance"],
  ["maternelle|ecole maternelle", "public=petite-enfance", "niveau=maternelle"],
  ["primaire|elementaire|ecole primaire|ecole elementaire", "public=primaire", "public=primaire"],
  ["college|collegien|collegienne|au college", "public=college", "public=college"],
  ["lycee|lyceen|lyceenne|au lycee", "public=lycee", "public=lycee"],
  ["ado|adolescent", "public=college&public=lycee", "public=college&public=lycee"],
  ["etudiant|etudiante", "public=superieur", "public=superieur"],
  ["adulte|pour adulte", "public=adultes", "public=adultes"],
  ["professionnel|professionnelle|pour professionnel", "public=professionnels", "public=professionnels"],
  ["tout public", "public=tout-public", "public=tout-public"],
  ["scolaire|sortie scolaire|seance scolaire|avec ma classe|avec une classe|pour ma classe|pour une classe", "scolaires=1", null, "agenda"],
  ["classe|eleve", "scolaires=1", "", "weak"],
  ["fauteuil|fauteuil roulant|en fauteuil|accessible fauteuil|pmr|mobilite reduite|handicap moteur", "acces=moteur", "acces=moteur", "weak"],
  ["sourd|sourde|malentendant|malentendante|handicap auditif|lsf|langue des signes|langue des signe", "acces=auditif", "acces=auditif", "weak"],
  ["aveugle|malvoyant|malvoyante|handicap visuel|braille|non voyant", "acces=visuel", "acces=visuel", "weak"],
  ["handicap mental|handicap intellectuel|falc|facile a lire", "acces=intellectuel", "acces=intellectuel", "weak"],
  ["handicap psychique", "acces=psychique", "acces=psychique", "weak"],
  ["en ligne|a distance|en visio|visio|visioconference|webinaire|sur internet", "mode=en-ligne", null, "agenda"],
  ["sur place|en presentiel", "mode=sur-place", null, "agenda"],
  ["a l abri|en interieur|s il pleut|quand il pleut|par temps de pluie", "abri=1", null, "agenda"],
  ["il reste des place|place disponible|encore des place|place libre", "places=1", null, "agenda"],
  ["voiture|en voiture|une voiture|ma voiture", null, "vehicule=voiture", "tools weak"],
  ["utilitaire|camionnette|fourgon|fourgonnette|vehicule utilitaire", null, "vehicule=utilitaire", "tools weak"],
  ["camion", null, "vehicule=camion", "tools weak"],
  ["pass culture", null, "pass-culture=1", "tools"],
  ["exposition|expo", "categorie=exposition", "groupe=legere&groupe=interactive"],
  ["exposition itinerante|expo itinerante", null, "groupe=legere&groupe=interactive", "tools"],
  ["exposition interactive|expo interactive", "categorie=exposition", "categorie=exposition-interactive", "tools"],
  ["malle|mallette|valise|malle pedagogique", null, "categorie=malle", "tools"],
  ["planetarium", null, "categorie=planetarium-mobile", "word"],
  ["panneau", null, "categorie=exposition-panneaux", "tools weak"],
  ["kakemono|roll up", null, "categorie=roll-up", "tools"],
  ["film|cinema|cine debat|cine", "categorie=projection", null, "agenda weak"],
  ["conference debat", "categorie=conference&categorie=rencontre-debat", null, "agenda"],
  ["debat|cafe science|cafe des science|cafe scientifique|table ronde", "categorie=rencontre-debat", null, "agenda weak"],
  ["visite guidee|visiter|balade|promenade", "categorie=visite", null, "agenda weak"],
  ["theatre|concert", "categorie=spectacle", null, "agenda weak"],
  ["en anglais", null, "langue=en", "tools weak"],
  ["en neerlandais|en flamand", null, "langue=nl", "tools weak"],
  ["en allemand", null, "langue=de", "tools weak"],
  ["emprunter|emprunt|a emprunter|pret|louer|location|a louer|outil|outil itinerant|itinerant|itinerante|reserver", null, "", "tools weak"],
  ["sortie|sortir|rendez vous|evenement|agenda|que faire|manifestation", "", null, "agenda weak"],
  ...[["climat|climatique|rechauffement|biodiversite|ecologie|developpement durable", "environnement"],
    ["espace|etoile|planete|systeme solaire|galaxie|cosmos|univers", "astronomie"],
    ["informatique|robot|robotique|intelligence artificielle|code informatique", "numerique"],
    ["geologie|volcan|fossile|mineraux|seisme", "sciences-de-la-terre"],
    ["biologie|animaux|insecte|botanique|corps humain", "sciences-de-la-vie"],
    ["medecine|sante publique", "sante"],
    ["math|maths", "mathematiques"],
    ["archeologie|patrimoine|prehistoire", "histoire-patrimoine"],
    ["sociologie|geographie|economie|psychologie", "sciences-humaines"],
  ].map(([words, theme]) => [words, `theme=${theme}`, `theme=${theme}`, "weak"]),
];

/** Classes of a school, as they are written: « CM1 », « 6ème », « cycle 3 ». */
export const LEVELS = {
  ps: "ps|petite section", ms: "ms|moyenne section", gs: "gs|grande section", cp: "cp", ce1: "ce1", ce2: "ce2", cm1: "cm1", cm2: "cm2",
  "6e": "6e|6eme|sixieme", "5e": "5e|5eme|cinquieme", "4e": "4e|4eme|quatrieme", "3e": "3e|3eme|troisieme", "2de": "2de|2nde",
  "1re": "1re|1ere", terminale: "terminale", "cycle-1": "cycle 1", "cycle-2": "cycle 2", "cycle-3": "cycle 3", "cycle-4": "cycle 4",
};

/** What a number means by the word behind it: a name of the agenda, one of the catalogue, and how many of its units one is. */
export const UNITS = {
  an: ["age", null], ans: ["age", null], km: ["rayon", null], kilometre: ["rayon", null],
  jour: [null, "jours"], semaine: [null, "jours", 7], euro: [null, "budget"],
  m2: [null, "surface"], kg: [null, "poids"], kilo: [null, "poids"], visiteur: [null, "visiteurs"], eleve: [null, "visiteurs"],
};
