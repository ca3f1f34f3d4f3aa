"""The front matter of a contribution that is made after one of the demonstration: at other days, with other names and references."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from benchmark.demo import Keys, Mould
from benchmark.prose import Voice

TODAY = date(2026, 11, 21)
"""The day on which every corpus is built."""
YEARS = 6
REFERENCES = {
    "organisation": "organisation",
    "coordinator": "organisation",
    "borrower": "organisation",
    "designers": "organisation",
    "exhibition": "exhibition",
    "parent": "event",
    "programmes": "programme",
}
"""Key → the kind that it names by its slug."""
LEFT_OUT = {"leaders", "featured", "status", "review_by", "aliases", "external_ids"}
"""What is said of a few contributions, not of hundreds, or of one alone."""
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
LAST = re.compile(r"UNTIL=(\d{4})(\d\d)(\d\d)")
MONTHLY = re.compile(r"FREQ=MONTHLY;BYDAY=\d")
MARKED = re.compile(r"[*_`\[\]]")
"""Signs of Markdown, which a summary does not have."""
CYCLE = 7 * 140
"""Days after which the loans of a tool are as they were: more than the demonstration's own span."""

Refer = Callable[[str, str], str | None]
"""Kind and slug in the demonstration → the slug of one of the corpus, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Moulding:
    """How one contribution differs from its mould: its voice, the days that it is moved by, whom it refers to."""

    voice: Voice
    days: int
    refer: Refer

    def keys(self, mould: Mould) -> Keys:
        """The whole front matter."""
        if mould.kind == "page":
            return mould.keys
        keys: Keys = self._mapping({key: value for key, value in mould.keys.items() if key not in LEFT_OUT})
        summary = next(sentence for sentence in iter(self.voice.sentence, "") if len(sentence) < 196 and not MARKED.search(sentence))
        keys |= {"title": f"{keys['title']} – {self.voice.name()}", "summary": summary}
        if mould.kind == "event" and {"place", "parent"} & mould.keys.keys():
            keys["place"] = self.voice.random.choice(self.voice.demo.places)
        if mould.kind == "event" and not {"slots", "recurrence"} & mould.keys.keys():  # those of a parent, which is another now
            keys["slots"] = [{"start": f"{keys['date']} 14:00"}]
        if "loans" in keys:
            keys["loans"] = self._loans(mould.keys["loans"])
        if "availability_on" in keys:  # a word that has grown old would leave nothing to calculate
            keys["availability_on"] = TODAY.isoformat()
        for key in {"date", "updated", "content_updated", "acquired"} & keys.keys():
            keys[key] = min(keys[key], TODAY.isoformat())
        if first_day(keys) > TODAY:
            keys.pop("results", None)
        if isinstance(recurrence := keys.get("recurrence"), dict):  # moved days may be none of a monthly rule
            recurrence.pop("except", None)
        return keys

    def _mapping(self, keys: Mapping[str, object]) -> Keys:
        made = {key: self._value(key, value) for key, value in keys.items()}
        return {key: value for key, value in made.items() if value not in (None, [])}

    def _value(self, key: str, value: object) -> object:
        if isinstance(value, dict):
            return self._mapping(value)
        if isinstance(value, list):
            return [made for item in value if (made := self._value(key, item)) is not None]
        return self._text(key, str(value))

    def _text(self, key: str, text: str) -> str | None:
        if key in REFERENCES:
            return self.refer(REFERENCES[key], text)
        if key == "related":
            kind, _, slug = text.partition("/")
            other = self.refer(kind, slug)
            return other and f"{kind}/{other}"
        if key == "rule":
            # The third Thursday of a month is none any more once it is moved.
            return LAST.sub(lambda found: f"UNTIL={_moved(found, self.days):%Y%m%d}", MONTHLY.sub("FREQ=WEEKLY;BYDAY=", text))
        return moved(text, self.days)

    def _loans(self, loans: list[Keys]) -> list[Keys]:
        """Six years of loans, of which the coming ones are agreed upon or optional, and the past ones are over."""
        first = -7 * self.voice.random.randint(0, 26)
        return [self._loan(loan, first - CYCLE * cycle) for cycle in (2, 1, 0) for loan in loans]

    def _loan(self, loan: Keys, days: int) -> Keys:
        keys = {key: moved(value, days) if isinstance(value, str) else value for key, value in loan.items() if key != "id"}
        if "borrower" in keys:
            keys["borrower"] = self.refer("organisation", keys["borrower"]) or keys["borrower"]
        keys["city"] = self.voice.random.choice(self.voice.demo.places)["city"]
        if keys["state"] not in {"annule", "maintenance"}:
            today = TODAY.isoformat()
            coming = "option" if keys.get("option_until", "") >= today else "confirme"
            keys["state"] = "rendu" if keys["end"] < today else "en-cours" if keys["start"] <= today else coming
        if keys["state"] != "option":
            keys.pop("option_until", None)
        return keys if keys["state"] == "rendu" else {key: value for key, value in keys.items() if not key.startswith("visitors")}


def first_day(keys: Mapping[str, object]) -> date:
    """The first day of an event or programme, else the day of publication; today where there is none."""
    slots, recurrence = keys.get("slots"), keys.get("recurrence")
    first = slots[0] if isinstance(slots, list) else recurrence if isinstance(recurrence, dict) else keys
    found = DAY.match(str(first.get("start") or keys.get("date")))
    return _moved(found, 0) if found else TODAY


def moved(text: str, days: int) -> str:
    """A day, a day and a time, or a month, some days later; any other text is left."""
    found = DAY.match(text if len(text) > len("2026-11") else f"{text}-15")
    return f"{_moved(found, days)}"[: len(text)] + text[10:] if found and len(text) <= len("2026-11-21 14:00") else text


def _moved(found: re.Match[str], days: int) -> date:
    year, month, day = map(int, found.groups())
    return date(year, month, day) + timedelta(days=days)
