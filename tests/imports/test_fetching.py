"""What is fetched, from whom, how long and how much: against a server on this machine, which only tests can reach."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.region.hub import Hub
from imports.taken import UnreadableSource
from imports.web import fetching
from imports.web.connecting import connect, is_public
from imports.web.fetching import MOST_BYTES, Fetcher, fetcher
from support import HUB
from support_sources import HOST, Played, say, server

KEY = "cle-de-lecture-0001"


def refused(answer: Callable[[BaseHTTPRequestHandler, int], None], url: str = f"https://{HOST}/v2", **given: Any) -> tuple[str, Played]:
    """What is said of an address that is not read."""
    with server(answer) as (played, port), pytest.raises(UnreadableSource) as error:
        played.fetcher(port, **given).fetch(url)
    return str(error.value), played


class TestWhatIsAsked:
    def test_is_answered_byte_by_byte(self) -> None:
        with server(lambda request, _: say(request, b'{"events": []}')) as (played, port):
            assert played.fetcher(port).fetch(f"https://{HOST}/v2/agendas/1/events?a[]=é&b=1#x") == b'{"events": []}'
        ((_, path, headers),) = played.asked
        assert path == "/v2/agendas/1/events?a[]=%C3%A9&b=1"
        assert headers["user-agent"] == "Escale/1"

    def test_a_key_goes_in_a_header_and_to_its_host_only(self) -> None:
        with server(lambda request, _: say(request)) as (played, port):
            played.fetcher(port, HOST, "agenda.example", key=KEY).fetch(f"https://{HOST}/v2")
            played.fetcher(port, HOST, "agenda.example", key=KEY).fetch("https://agenda.example/v2")
            played.fetcher(port, HOST, "evilopenagenda.com", key=KEY).fetch("https://evilopenagenda.com/")
        assert [headers.get("key") for _, _, headers in played.asked] == [KEY, None, None]
        assert not [path for _, path, _ in played.asked if KEY in path]

    def test_a_key_is_shown_nowhere(self) -> None:
        message, played = refused(lambda request, _: say(request, status=403), f"https://{HOST}/v2?key={KEY}", key=KEY)
        assert KEY not in message
        assert KEY not in repr(played.fetcher(1, key=KEY))

    def test_a_packed_answer_is_unpacked(self) -> None:
        with server(lambda request, _: say(request, gzip.compress(b"mer" * 1000), Content_Encoding="gzip")) as (played, port):
            assert played.fetcher(port).fetch(f"https://{HOST}/") == b"mer" * 1000


class TestWhomIsAsked:
    @pytest.mark.parametrize(
        ("url", "part"),
        [
            ("http://api.openagenda.com/v2", "https://"),
            ("ftp://api.openagenda.com/v2", "https://"),
            ("file:///etc/passwd", "https://"),
            ("https://autre.example/v2", "imports:"),
            ("https://api.openagenda.com.evil.example/", "imports:"),
            ("https://api.openagenda.com:22/", "imports:"),
            ("https://127.0.0.1/", "imports:"),
            ("https://[::1]/", "imports:"),
            ("https://nom:secret@api.openagenda.com/", "mot de passe"),
            ("https://autre.example@api.openagenda.com/", "mot de passe"),
            ("https://[::1/", "ne se lit pas"),
            ("https:///v2", "https://"),
            ("", "https://"),
        ],
    )
    def test_only_known_hosts_by_https(self, url: str, part: str) -> None:
        message, played = refused(lambda request, _: say(request), url)
        assert part in message
        assert "secret" not in message
        assert not played.asked

    def test_a_redirect_to_a_known_host_is_followed(self) -> None:
        def answer(request: BaseHTTPRequestHandler, before: int) -> None:
            say(request, b"ok") if before else say(request, status=302, Location="https://agenda.example/ailleurs?x=1")

        with server(answer) as (played, port):
            assert played.fetcher(port, HOST, "agenda.example", key=KEY).fetch(f"https://{HOST}/v2") == b"ok"
        assert [(path, "key" in headers) for _, path, headers in played.asked] == [("/v2", True), ("/ailleurs?x=1", False)]

    @pytest.mark.parametrize(
        "to",
        [
            "http://127.0.0.1/",
            "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://localhost/",
            "http://api.openagenda.com/",
            "//autre.example/",
            "file:///etc/passwd",
            "https://[::1",
        ],
    )
    def test_a_redirect_inward_or_to_others_is_not(self, to: str) -> None:
        message, played = refused(lambda request, _: say(request, status=301, Location=to))
        assert message
        assert len(played.asked) == 1

    def test_redirects_without_end_are_stopped(self) -> None:
        message, played = refused(lambda request, before: say(request, status=302, Location=f"/{before}"))
        assert "plus de 5 fois" in message
        assert len(played.asked) == 6

    def test_hosts_are_those_of_the_hub_and_of_an_address_that_is_given(self) -> None:
        hub = Hub.model_validate({**HUB, "imports": [{"source": "openagenda", "url": "https://API.openagenda.com/v2/agendas/1/events"}]})
        assert fetcher(hub, environment={}).hosts == {"api.openagenda.com"}
        assert fetcher(hub, "https://musée.example/a.ics", {}).hosts == {"api.openagenda.com", "xn--muse-dpa.example"}
        assert fetcher(hub, environment={}).agent.startswith("Escale/1")


PRIVATE = [
    "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
    "2001:db8::1", "100::1", "localhost", "", "127.1", "0x7f000001",
]  # fmt: skip


class TestWhereNamesLead:
    @pytest.mark.parametrize("address", PRIVATE)
    def test_no_address_inside_is_public(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["9.9.9.9", "51.15.0.1", "2a01:e0a::1", "::ffff:9.9.9.9", "64:ff9b::909:909"])
    def test_others_are(self, address: str) -> None:
        assert is_public(address)

    @given(st.ip_addresses(v=4))
    def test_an_address_hidden_in_version_six_is_what_it_hides(self, address: Any) -> None:
        assert is_public(f"::ffff:{address}") == is_public(str(address))
        assert is_public(f"64:ff9b::{address}") == is_public(str(address))

    @pytest.mark.parametrize("found", [["127.0.0.1"], ["9.9.9.9", "10.0.0.1"], ["::1"], []])
    def test_a_name_that_leads_inside_is_not_asked(self, found: list[str]) -> None:
        with pytest.raises(UnreadableSource, match="adresse privée"):
            connect("musee.example", 443, lambda host, port: found)

    def test_a_connection_goes_to_what_was_looked_at_whatever_the_name_says_later(self, monkeypatch: pytest.MonkeyPatch) -> None:
        reached: list[tuple[str, int]] = []

        def created(address: tuple[str, int], timeout: float) -> socket.socket:
            reached.append(address)
            raise ConnectionRefusedError

        monkeypatch.setattr("imports.web.connecting.socket.create_connection", created)
        connection = connect("musee.example", 443, lambda host, port: ["9.9.9.9", "2a01:e0a::1"])
        with pytest.raises(ConnectionRefusedError):
            connection.connect()
        assert reached == [("9.9.9.9", 443), ("2a01:e0a::1", 443)]

    def test_the_product_reaches_no_loopback(self) -> None:
        for host in ("localhost", "127.0.0.1"):
            with pytest.raises(UnreadableSource, match="adresse privée"):
                Fetcher(frozenset({host}), sleep=lambda _: None).fetch(f"https://{host}/")


class TestHowLongAndHowMuch:
    @pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
    def test_a_busy_source_is_asked_three_times_with_growing_waits(self, status: int) -> None:
        message, played = refused(lambda request, _: say(request, status=status))
        assert message == f"« https://{HOST}/v2 » répond {status}, 3 fois de suite : réessayez plus tard."
        assert (len(played.asked), played.waited) == (3, [2.0, 10.0])

    def test_one_that_is_busy_once_is_read(self) -> None:
        with server(lambda request, before: say(request, b"ok") if before else say(request, status=503)) as (played, port):
            assert played.fetcher(port).fetch(f"https://{HOST}/") == b"ok"

    @pytest.mark.parametrize(
        ("said", "waits"),
        [
            ("7", [7.0, 10.0]),
            ("99999999999", [60.0, 60.0]),
            ("Wed, 21 Oct 2099 07:28:00 GMT", [60.0, 60.0]),
            ("jamais", [2.0, 10.0]),
            ("-5", [2.0, 10.0]),
        ],
    )
    def test_it_may_say_how_long_to_wait_within_bounds(self, said: str, waits: list[float]) -> None:
        _, played = refused(lambda request, _: say(request, status=429, Retry_After=said))
        assert played.waited == waits

    @pytest.mark.parametrize(
        ("status", "part"),
        [(401, "une clé"), (403, "une clé"), (404, "n’existe pas"), (410, "n’existe pas"), (400, "répond 400"), (204, "répond 204")],
    )
    def test_other_answers_are_told_at_once(self, status: int, part: str) -> None:
        message, played = refused(lambda request, _: say(request, b"", status=status))
        assert part in message
        assert len(played.asked) == 1

    def test_one_that_hangs_up_is_told(self) -> None:
        message, _ = refused(lambda request, _: request.connection.close())
        assert "ne répond pas" in message

    def test_one_that_gives_drop_by_drop_is_stopped(self) -> None:
        def drops(request: BaseHTTPRequestHandler, _: int) -> None:
            request.send_response(200)
            request.end_headers()
            request.wfile.write(b"x" * 10)

        clock = iter([0.0, *[1000.0] * 9])
        with server(drops) as (played, port):
            slow = replace(played.fetcher(port), clock=lambda: next(clock))
            with pytest.raises(UnreadableSource, match="120 s"):
                slow.fetch(f"https://{HOST}/")

    def test_too_much_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
        message, _ = refused(lambda request, _: say(request, b"x" * 1_000_001))
        assert "pèse plus de 1 Mo" in message

    def test_too_much_in_little_is_told_and_never_unpacked(self) -> None:
        bomb = gzip.compress(b"\0" * (MOST_BYTES * 4))
        message, _ = refused(lambda request, _: say(request, bomb, Content_Encoding="gzip"))
        assert "pèse plus de 50 Mo" in message

    @pytest.mark.parametrize(
        ("body", "encoding", "part"),
        [(b"no gzip", "gzip", "abîmés"), (gzip.compress(b"mer" * 99, mtime=0)[:-9], "gzip", "s’interrompt"), (b"x", "br", "compression")],
    )
    def test_a_broken_answer_is_told(self, body: bytes, encoding: str, part: str) -> None:
        message, _ = refused(lambda request, _: say(request, body, Content_Encoding=encoding))
        assert part in message

    def test_an_answer_that_ends_too_soon_is_told(self) -> None:
        def short(request: BaseHTTPRequestHandler, _: int) -> None:
            request.send_response(200)
            request.send_header("Content-Length", "100")
            request.end_headers()
            request.wfile.write(b'{"events": []}')

        message, played = refused(short)
        assert "ne répond pas" in message
        assert len(played.asked) == 3
