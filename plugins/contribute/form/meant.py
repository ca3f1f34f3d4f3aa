"""What a wrong value most likely means, as data for the script: the patterns and words of the check for addresses, numbers, languages.

The messages are the check's own, as in `checks`; of a value of each sort they tell which one comes.
"""

from __future__ import annotations

from typing import Any

from contribute.form.patterns import script
from contribute.form.probe import VALUE, Probe
from contributions.fields import addresses, languages, measures
from contributions.judging.messages import SEVERAL
from contributions.words import mails, spelling
from contributions.words.folding import LETTERS

Check = dict[str, Any]
WEB, SECRET = "htps://exemple.fr", "https://a:b@exemple.fr"
MAIL, TWO_MAILS, PARTED, POINTS = "mailto:a@exemple.fr", "a@exemple.fr, b@exemple.fr", "a b@exemple.fr", "a..b@exemple.fr"


def understood() -> dict[str, Any]:
    """How values are read, whatever their key."""
    return {
        "folding": {"letters": {chr(letter): plain for letter, plain in LETTERS.items()}},
        "web": {
            "longest": addresses.LONGEST,
            **{
                name: script(pattern.pattern)
                for name, pattern in {
                    "secret": addresses.SECRET,
                    "alone": addresses.ALONE,
                    "mistyped": addresses.MISTYPED,
                    "whole": addresses.WHOLE,
                    "protocol": addresses.PROTOCOL,
                    "inside": addresses.INSIDE,
                }.items()
            },
        },
        "mail": {
            "longest": mails.LONGEST,
            "page": script(mails.PAGE.pattern),
            "address": script(mails.ADDRESS.pattern),
            "parted": script(mails.PARTED.pattern),
            "at": script(mails.AT.pattern),
            "dot": script(mails.DOT.pattern),
        },
        "number": {
            "longest": measures.LONGEST,
            "signs": {chr(sign): plain for sign, plain in measures.SQUARE.items()},
            "numbers": measures.NUMBERS,
            "before": script(measures.BEFORE.pattern),
            "unsure": measures.UNSURE.pattern,
            "part": script(measures.PART.pattern),
            "and": measures.AND.pattern,
            "several": script(SEVERAL.pattern),
        },
        "language": {"names": languages.NAMES, "mark": script(spelling.MARK.pattern)},
    }


def web(probe: Probe, path: str) -> Check:
    """Of an address of the web."""
    return {
        "if": "web",
        **probe.told(path, VALUE),
        "meant": probe.told(path, WEB, {"value": WEB, "meant": "https://exemple.fr"}),
        "secret": probe.told(path, SECRET, {"shown": "https://…@exemple.fr", "bare": "https://exemple.fr"}),
    }


def mail(probe: Probe, path: str) -> Check:
    """Of an address of mail."""
    return {
        "if": "mail",
        **probe.told(path, VALUE),
        "page": probe.told(path, "www.exemple.fr", {"value": "www.exemple.fr"}),
        "meant": probe.told(path, MAIL, {"value": MAIL, "meant": "a@exemple.fr"}),
        "several": probe.told(path, TWO_MAILS, {"value": TWO_MAILS, "meant": "a@exemple.fr"}),
        "parted": probe.told(path, PARTED, {"value": PARTED, "joined": "a.b@exemple.fr", "last": "b@exemple.fr"}),
        "points": probe.told(path, POINTS, {"value": POINTS, "meant": "a.b@exemple.fr"}),
    }


def number(probe: Probe, path: str, unit: str, label: str) -> Check:
    """Of a number: what is its unit, or what it counts, and what others are in that one."""
    own, known = measures.scales_of(unit)
    return {
        "if": "number",
        **probe.told(path, VALUE),
        "meant": probe.told(path, "douze", {"value": "douze", "meant": "12"}),
        "several": probe.told(path, "77/88", {"value": "77/88", "one": "77", "other": "88"}),
        "own": own,
        "known": known,
        "counted": {} if unit else measures.scales_of("", label)[1],
        "hours": known is measures.DURATIONS,
    }


def language(probe: Probe, path: str) -> Check:
    """Of the code of a language."""
    return {"if": "language", **probe.told(path, VALUE), "meant": probe.told(path, "anglais", {"value": "anglais", "meant": "en"})}
