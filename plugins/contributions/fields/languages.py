"""Languages that a tool speaks, by their codes: ISO 639-1, and those of signs and of regions that have no code of two letters."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from contributions.fields.fields import Text, wrong
from contributions.words.folding import folded
from contributions.words.spelling import marked

CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff "
    "fi "
    "fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv "
    "kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa "
    "wo xh yi yo za zh zu lsf fsl pcd vls gsw frp gcf gcr rcf wls".split()
)
NAMES = {
    "francais": "fr", "anglais": "en", "allemand": "de", "neerlandais": "nl", "espagnol": "es", "italien": "it", "portugais": "pt",
    "arabe": "ar", "polonais": "pl", "ukrainien": "uk", "russe": "ru", "chinois": "zh", "japonais": "ja", "turc": "tr", "breton": "br",
    "basque": "eu", "corse": "co", "occitan": "oc", "catalan": "ca", "picard": "pcd", "langue des signes": "lsf",
    "langue des signes francaise": "lsf", "english": "en", "french": "fr", "deutsch": "de", "nederlands": "nl", "espanol": "es",
}  # fmt: skip
"""What languages are called (folded) → their codes."""


def code_of(written: str) -> str:
    """The code that a code or a name of a language is; empty where it is none.

    >>> code_of("FR"), code_of("Anglais"), code_of("zz"), code_of("anglais ?")
    ('fr', 'en', '', '')
    """
    name = "" if marked(written) else folded(written)
    return name if name in CODES else NAMES.get(name, "")


def _language(value: str) -> str:
    if value in CODES:
        return value
    sure = code_of(value)
    repair = f"Écrivez {sure}." if sure else "Écrivez un code à deux lettres, par exemple fr ou en ; lsf pour la langue des signes."
    raise wrong("E109", f"« {value} » n’est pas le code d’une langue.", repair, sure)


Spoken = Annotated[Text, AfterValidator(_language)]
