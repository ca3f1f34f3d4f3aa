"""What a form says of a date in the browser is what the check says: the same sentences, spellings and meanings, run by Node."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contribute.form.dates import dates
from contributions.fields.date_answers import Asked, Wanted, answer
from contributions.fields.when import When, WhenError
from support import demo_hub
from support_clients import node
from support_dates import moments, noisy, several

PRECISIONS = {"day": {"day"}, "moment": {"day", "time"}, "when": {"year", "month", "day", "time"}}
TABLE = (
    "mardi 13 octobre 2026 à 14h", "lundi 13 octobre 2026", "13/10/2026", "2027-01-07 18.00", "2:30 PM", "7 janvier 2027 à 6h du soir",
    "7 janvier 2027 à midi", "7 janvier 2027 à minuit", "du 7 au 9 janvier 2027", "2027-01-07/2027-01-09", "7 et 8 janvier 2027",
    "2027-01-07 ou 08", "2027-01-07 18:00 - 20:00", "14h00/17h00", "27-01-07 18:00", "01/02/03", "13/10/26", "31/12/99", "13 octobre 26", "10/13/2026",
    "13 octobre", "octobre 2026", "10/2026", "2019-13", "1066", "2026", "2026-11", "31/02/2026", "vers 14 h", "mi-octobre", "14h sauf le 20",
    "2027-02-14T09:00:00.000Z", "2027-07-14T18:00:00-04:00", "2024-10-31T23:30:00.000Z", "14 février 2027 à 18h (heure de La Réunion)",
    "20270107T180000Z/20270107T200000Z", "2027-01-07 24:00", "2027-01-07 08:00-10:00", "7 janvier 2027 de 21h à 1h", "32 octobre", "77",
    "du 7 au 12 janvier 2027 de 14h à 18h", "du 28 décembre au 3 janvier 2027", "2027-01-07", "2027-01-07 18:00", "0026-01-01", "2026-02-30",
    "Tue Oct 13 2026 14:00:00 GMT+0200 (heure d’été d’Europe centrale)", "٢٠٢٧-٠١-٠٧", "13 octobre 2026 ?", "du 28/11 au 30/11/2026", "13/10", "13/10/2026 à 14h et à 16h", "2026-10-13-03:00", "14/7/2027 14:00 CEST", "", "-",
    "3/4/2027 6:00 PM", "11/12/2027 2:00 PM", "13/10/2026 2 PM", "10/13/2026 2:00 PM", "3/3/2027 6 PM", "3/4/27 6:00 pm", "3/4 6 PM",
    "6:00 PM 3/4/2027", "3/4/2027 6:00 PM - 8:00 PM", "4/5/2027 6 PM et 4/6/2027 6 PM", "3/4/0027 6 PM", "30/30/2027 6 PM",
    "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:00Z", "2026-10-25T01:00:00Z", "29 mars 2026 2h30 (heure de La Réunion)",
)  # fmt: skip
LETTERS = st.sampled_from(
    "0 1 2 7 13 31 2027 2026-10-13 mar octobre 14h 18:30 18.30 Z +02:00 UTC le du au à et ou de entre - / , . minuit midi".split()
)
SCRAPS = st.lists(st.tuples(LETTERS, st.sampled_from(["", " "])), max_size=7).map(lambda parts: "".join(map("".join, parts)).strip())


@cache
def data() -> dict[str, Any]:
    return dates(demo_hub())


def by_the_form(texts: list[str], wanted: Wanted) -> list[list[str] | None]:
    """Message and repair of each text, or nothing."""
    found: list[list[str] | None] = node("dates.mjs", json.dumps({"data": data(), "texts": texts, "sort": wanted}).encode())
    return found


def by_the_check(text: str, wanted: Wanted) -> list[str] | None:
    """The same, of a key that is neither a start nor an end."""
    try:
        if When.parse(text).precision in PRECISIONS[wanted]:
            return None
    except WhenError:
        pass
    told = answer(text, Asked(wanted, "acquired", demo_hub().zone))
    return [told.message, told.repair]


every_sort = pytest.mark.parametrize("wanted", list(PRECISIONS))


@every_sort
def test_every_text_of_the_table_is_told_in_the_words_of_the_check(wanted: Wanted) -> None:
    assert dict(zip(TABLE, by_the_form(list(TABLE), wanted), strict=True)) == {text: by_the_check(text, wanted) for text in TABLE}


@every_sort
@given(
    st.lists(
        st.one_of(moments().map(lambda said: said.text), several().map(lambda said: said.text), noisy(), SCRAPS), min_size=40, max_size=80
    )
)
@settings(max_examples=6, deadline=None)
def test_any_other_text_is_too(wanted: Wanted, texts: list[str]) -> None:
    assert dict(zip(texts, by_the_form(texts, wanted), strict=True)) == {text: by_the_check(text, wanted) for text in texts}
