"""Rules of repetition composed of their parts (RFC 5545 section 3.3.10), with values inside and outside of what the standard allows."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from fuzzing.breaking.mutations import mutated as broken_text
from fuzzing.breaking.values import HEAD

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY", "daily", "", "X")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "mo", "LU", "")
ORDINALS = ("", "", "", "", "1", "2", "-1", "+3", "0", "5", "53", "-53", "54", "99", "999999")
RANGES = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366, "BYHOUR": 23, "BYMINUTE": 59, "BYSECOND": 60}
NUMBERS = ("0", "-0", "+1", "00", "1e3", "1.5", "9" * 30, "", "x", " 1", "٣")
UNTIL = (
    "20270630",
    "20270630T180000",
    "20270630T180000Z",
    "20270231",
    "00010101",
    "99991231",
    "20260101",
    "2027-06-30",
    "20270630T256000",
    "",
)
STARTS = (
    *("2026-11-21 18:00", "2026-11-24 18:00", "2028-02-29", "2026-10-25 02:30", "2026-03-29 02:30", "2026-12-31 23:59", "2026-01-01 00:00"),
    *("1900-01-01", "9999-12-31", "9999-12-31 23:59", "0001-01-01", "2026-11", "2026-02-30", "x", ""),
)
ENDS = ("2026-11-21 20:00", "2026-11-24 20:00", "2028-02-29", "9999-12-31", "2026-11-20", "2027-11-21 20:00", "")


def seeds() -> list[bytes]:
    """Rules as people write them: start, end, rule, and days left out."""
    return [
        b"2026-11-24 18:00\n2026-11-24 20:00\nFREQ=WEEKLY;BYDAY=TU;COUNT=10\n2026-12-01",
        b"2026-11-21\n2026-11-21\nFREQ=MONTHLY;BYDAY=3SA;UNTIL=20270630\n",
    ]


def mutated(data: bytes, random: Random) -> bytes:
    """A rule composed anew, or one that is broken as a text."""
    if random.random() < 0.15:
        return broken_text(data.decode("utf-8", "replace"), random)
    start = random.choice(STARTS[:7] if random.random() < 0.8 else STARTS)
    end = start if random.random() < 0.7 else random.choice(ENDS)
    return "\n".join((start, end, rule(random), random.choice(("", "", "2026-12-01", "2026-11-24, x", "9999-12-31")))).encode()


def rule(random: Random) -> str:
    """Parts in any order, mostly with a rhythm and an end."""
    parts = [f"FREQ={random.choice(FREQUENCIES[:4] if random.random() < 0.93 else FREQUENCIES)}"]
    if random.random() < 0.7:
        parts.append(f"COUNT={random.choice(('2', '10', '400', '800', '801', '9999', '10000', '0', '-1', ''))}")
    if random.random() < 0.25:
        parts.append(f"UNTIL={random.choice(UNTIL)}")
    if random.random() < 0.3:
        parts.append(f"INTERVAL={random.choice(('1', '2', '7', '52', '9999', '0', '-1', '99999999999'))}")
    if random.random() < 0.5:
        parts.append("BYDAY=" + ",".join(random.choice(ORDINALS) + random.choice(DAYS[:7]) for _ in range(random.choice((1, 1, 2, 7, 50)))))
    parts += [f"{name}={_numbers(most, random)}" for name, most in RANGES.items() if random.random() < 0.2]
    if random.random() < 0.1:
        parts.append(f"WKST={random.choice(DAYS)}")
    if random.random() < 0.1:
        parts.append(
            random.choice((parts[0], "", "X=1", "RSCALE=HEBREW", "COUNT", "=", "BYDAY==MO", "FREQ=DAILY\nX: y", "FREQ=" + "A" * 5000))
        )
    random.shuffle(parts)
    text = random.choice((";", ";", ";", ";", ";", ";;", "; ", "\n")).join(parts)
    return random.choice(("", "", "", "RRULE:", " ")) + text + random.choice(("", "", "", ";"))


def _numbers(most: int, random: Random) -> str:
    if random.random() < 0.1:
        return ",".join(str(number) for number in range(-most, most + 1) if number)
    numbers = [str(random.randint(1, most) * random.choice((1, 1, 1, -1))) for _ in range(random.choice((1, 1, 2, 3, 24)))]
    if random.random() < 0.1:
        numbers.append(random.choice((*NUMBERS, str(most + 1), str(-most - 1))))
    return ",".join(numbers)


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """An event that is repeated."""
    start, end, text, left_out, *_ = [*data.decode("utf-8", "replace").split("\n"), "", "", "", ""]
    keys = f"  start: {start}\n  end: {end}\n  rule: {text}\n" + (f"  except: [{left_out}]\n" if left_out else "")
    place = "place: {name: Le musée, postcode: 80100, city: Abbeville}\n"
    return {b"events/nuit.md": f"---\n{HEAD}category: atelier\n{place}recurrence:\n{keys}---\nUn texte.\n".encode()}
