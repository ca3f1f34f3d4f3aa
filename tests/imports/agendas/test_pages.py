"""The pages of an answer are followed to their end; what has none, or does not answer, is stopped and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from imports.agendas import pages
from imports.sources import openagenda
from imports.taken import Reading, UnreadableSource
from support_agendas import given

V2 = "https://api.openagenda.com/v2/agendas/9/events?detailed=1&size=2"
V1 = "https://openagenda.com/agendas/9/events.json?limit=2"
ODS = "https://public.opendatasoft.com/api/records/1.0/search/?dataset=evenements-publics-openagenda&rows=2"
EXPLORE = "https://public.opendatasoft.com/api/explore/v2.1/catalog/datasets/evenements-publics-openagenda/records?limit=2"
Asked = Callable[[str], dict[str, Any]]


def event(number: int) -> dict[str, Any]:
    return {"uid": number, "title": f"Marée {number}"}


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def read(address: str, answered: Asked) -> tuple[Reading, list[str]]:
    """What is read from an address, and the further ones that were asked for."""
    asked: list[str] = []

    def further(url: str) -> bytes:
        asked.append(url)
        return json.dumps(answered(url)).encode()

    return openagenda.read(json.dumps(answered(address)).encode(), given(address, further)), asked


def v2(total: int) -> Asked:
    def answered(url: str) -> dict[str, Any]:
        start = int(query(url).get("after[]", ["0"])[-1])
        events = [event(number) for number in range(start, min(start + 2, total))]
        return {"total": total, "events": events, "after": [179600, start + 2] if events else None}

    return answered


def offset(name: str, total: int, around: Callable[[list[dict[str, Any]], int], dict[str, Any]]) -> Asked:
    def answered(url: str) -> dict[str, Any]:
        start = int(query(url).get(name, ["0"])[0])
        return around([event(number) for number in range(start, min(start + 2, total))], start)

    return answered


class TestAreFollowed:
    def test_by_after_and_with_what_was_asked_besides(self) -> None:
        reading, asked = read(V2, v2(5))
        assert [taken.id for taken in reading.taken] == ["0", "1", "2", "3", "4"]
        assert (reading.whole, reading.refused) == (True, ())
        assert query(asked[0]) == {"detailed": ["1"], "size": ["2"], "after[]": ["179600", "2"]}
        assert [taken.at for taken in reading.taken[1:3]] == ["events[1]", "page 2, events[0]"]

    def test_by_offset(self) -> None:
        reading, asked = read(V1, offset("offset", 5, lambda events, start: {"total": 5, "offset": start, "limit": 2, "events": events}))
        assert (len(reading.taken), len(asked), reading.whole) == (5, 2, True)

    def test_of_records_by_start(self) -> None:
        def around(events: list[dict[str, Any]], start: int) -> dict[str, Any]:
            return {"nhits": 5, "parameters": {"start": start, "rows": 2}, "records": [{"fields": each} for each in events]}

        reading, asked = read(ODS, offset("start", 5, around))
        assert (len(reading.taken), len(asked), reading.whole) == (5, 2, True)

    def test_of_explore_by_offset(self) -> None:
        reading, asked = read(EXPLORE, offset("offset", 5, lambda events, start: {"total_count": 5, "results": events}))
        assert (len(reading.taken), len(asked), reading.whole) == (5, 2, True)

    def test_from_where_an_address_begins_is_not_all(self) -> None:
        reading, _ = read(f"{EXPLORE}&offset=2", offset("offset", 5, lambda events, start: {"total_count": 5, "results": events}))
        assert ([taken.id for taken in reading.taken], reading.whole) == (["2", "3", "4"], False)

    def test_not_from_a_file_which_is_told_where_it_is_a_part(self) -> None:
        data = json.dumps({"total": 342, "events": [event(1)], "after": [1, 2]}).encode()
        reading = openagenda.read(data, given("page.json"))
        assert (len(reading.taken), reading.whole) == (1, False)
        assert "342 événements" in reading.refused[0].message


class TestAreStopped:
    def stopped(self, address: str, answered: Asked) -> tuple[str, int]:
        reading, asked = read(address, answered)
        assert not reading.whole
        assert len(asked) <= pages.MOST_PAGES
        return reading.refused[-1].message, len(reading.taken)

    def test_where_the_same_page_comes_again(self) -> None:
        message, taken = self.stopped(V2, lambda url: {"total": 9, "events": [event(1), event(2)], "after": [1, 2]})
        assert (message, taken) == ("Cette page ne dit rien que les précédentes n’aient dit : la lecture s’arrête là.", 2)

    def test_where_pages_go_round(self) -> None:
        message, taken = self.stopped(
            V2,
            lambda url: {
                "total": 9,
                "events": [event(len(query(url).get("after[]", [])))],
                "after": ["a"] * (1 + len(query(url).get("after[]", [])) % 2),
            },
        )
        assert taken <= 3
        assert "la lecture s’arrête là" in message

    def test_where_there_are_too_many(self) -> None:
        message, taken = self.stopped(V2, v2(10**9))
        assert message.startswith("Plus de 500 pages")
        assert taken == 1000

    def test_where_they_weigh_too_much(self) -> None:
        def heavy(url: str) -> dict[str, Any]:
            start = int(query(url).get("after[]", ["0"])[-1])
            return {"total": 10**9, "events": [{**event(start), "x": "y" * 9_000_000}], "after": [start + 1]}

        message, taken = self.stopped(V2, heavy)
        assert message.startswith("Plus de 50 Mo")
        assert taken == 6

    def test_where_one_does_not_answer_and_those_before_are_kept(self) -> None:
        def broken(url: str) -> bytes:
            raise UnreadableSource("« https://api.openagenda.com » ne répond pas.")

        data = json.dumps(v2(5)(V2)).encode()
        reading = openagenda.read(data, given(V2, broken))
        assert (len(reading.taken), reading.whole) == (2, False)
        assert reading.refused[0].at == "page 2"

    def test_where_one_is_no_answer(self) -> None:
        reading = openagenda.read(json.dumps(v2(5)(V2)).encode(), given(V2, lambda url: b"<html>"))
        assert (len(reading.taken), reading.whole) == (2, False)

    def test_where_they_end_before_what_the_source_says(self) -> None:
        message, taken = self.stopped(V2, lambda url: {**v2(3)(url), "total": 90})
        assert (taken, "90 événements" in message) == (3, True)
