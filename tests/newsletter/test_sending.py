"""Drafts as each service takes them, played by a server of this machine: laid down once, never sent, and errors told without the key."""

from __future__ import annotations

import base64
import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from newsletter.sending.calls import NotSent, Service
from newsletter.sending.drafts import DRAFTS, Account, Campaign

CAMPAIGN = Campaign(
    name="2026-w47",
    label="2026-w47 – Les premières étoiles",
    subject="Les premières étoiles",
    preview="6 rendez-vous.",
    html="<html lang=fr>é {{ unsubscribe }}</html>",
    text="é",
    sender="redaction@escale.example",
    sender_name="Escale",
)
ACCOUNTS = {
    "brevo": Account(key="xkeysib-secret", lists=("3", "5")),
    "listmonk": Account(key="api:secret", server="https://lettre.example", lists=("2",), template="4"),
    "mailchimp": Account(key="0123456789secret-us21", lists=("abc",)),
}
HOSTS = {"brevo": "api.brevo.com", "listmonk": "lettre.example", "mailchimp": "us21.api.mailchimp.com"}
AUTHORITY = {
    "brevo": ("api-key", "xkeysib-secret"),
    "listmonk": ("authorization", "token api:secret"),
    "mailchimp": ("authorization", f"Basic {base64.b64encode(b'escale:0123456789secret-us21').decode()}"),
}


class Played:
    """A service with its campaigns: names for Brevo and listmonk, whole ones for Mailchimp."""

    def __init__(self) -> None:
        self.campaigns: list[dict[str, Any]] = []
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.hosts: set[tuple[str, int]] = set()
        self.authority: set[tuple[str, str]] = set()
        self.fails: dict[str, tuple[int, bytes]] = {}
        self.port = 0

    def open_(self, url: str, headers: Mapping[str, str], key: str) -> Service:
        def opened(host: str, port: int) -> http.client.HTTPConnection:
            self.hosts.add((host, port))
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)

        return Service(url, headers, key, opened)

    def answer(self, method: str, path: str, query: dict[str, str], values: dict[str, Any]) -> tuple[int, Any]:
        if method in self.fails:
            return self.fails[method]
        if method != "GET":
            self.sent.append((method, path, values))
        match path.split("/"):
            case ["", "v3", "emailCampaigns"] if method == "GET":
                at = int(query["offset"])
                return 200, {
                    "count": len(self.campaigns),
                    "campaigns": self.campaigns[at : at + int(query["limit"])],
                } if self.campaigns else {"count": 0}
            case ["", "api", "campaigns"] if method == "GET":
                at = (int(query["page"]) - 1) * int(query["per_page"])
                return 200, {"data": {"results": self.campaigns[at : at + int(query["per_page"])]}}
            case ["", "3.0", "campaigns"] if method == "GET":
                at = int(query["offset"])
                return 200, {"campaigns": self.campaigns[at : at + int(query["count"])]}
            case ["", "3.0", "campaigns", number, "content"] if method == "GET":
                return 200, {"html": next(one for one in self.campaigns if one["id"] == number).get("html", "")}
            case ["", "3.0", "campaigns", number, "content"]:
                next(one for one in self.campaigns if one["id"] == number)["html"] = values["html"]
                return 200, {}
            case ["", "3.0", "campaigns"]:
                self.campaigns.append({"id": "42ab", "status": "save", "settings": values["settings"]})
                return 200, {"id": "42ab"}
            case _:
                self.campaigns.append({"name": values["name"]})
                return 201, {"id": 7}


@pytest.fixture
def played() -> Iterator[Played]:
    """The service, at a port of this machine."""
    found = Played()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            values = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
            found.authority.update(
                (name.lower(), said) for name, said in self.headers.items() if name.lower() in {"api-key", "authorization"}
            )
            query = {name: said[0] for name, said in parse_qs(asked.query).items()}
            status, said = found.answer(self.command, asked.path, query, values)
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Location", "https://voleur.example/")
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 – names of the standard library

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        found.port = served.server_port
        threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
        yield found
        served.shutdown()


def lay(service: str, played: Played, account: Account | None = None) -> bool:
    return DRAFTS[service](CAMPAIGN, account or ACCOUNTS[service], played.open_)


def known_as(service: str, name: str) -> dict[str, Any]:
    """A campaign that is there."""
    return {"id": "1f", "status": "sent", "settings": {"title": name}} if service == "mailchimp" else {"name": name}


class TestEach:
    @pytest.fixture(params=list(DRAFTS))
    def service(self, request: pytest.FixtureRequest) -> str:
        return str(request.param)

    def test_has_a_letter_once(self, played: Played, service: str) -> None:
        assert lay(service, played)
        count = len(played.sent)
        assert not lay(service, played)
        assert len(played.sent) == count
        assert len(played.campaigns) == 1

    def test_is_asked_at_its_own_host_with_its_key(self, played: Played, service: str) -> None:
        lay(service, played)
        assert played.hosts == {(HOSTS[service], 443)}
        assert played.authority == {AUTHORITY[service]}

    @pytest.mark.parametrize("name", ["2026-w47", "Lettre 2026-w47 (relue)", "2026-w47 – autre titre"])
    def test_is_given_nothing_where_the_week_is_there_under_whatever_title(self, played: Played, service: str, name: str) -> None:
        played.campaigns = [known_as(service, f"Semaine {number}") for number in range(130)] + [known_as(service, name)]
        assert not lay(service, played)
        assert played.sent == []

    @pytest.mark.parametrize("name", ["2026-w4", "2026-w470", "12026-w47", "2026-w46", ""])
    def test_is_given_it_where_only_others_are_there(self, played: Played, service: str, name: str) -> None:
        played.campaigns = [known_as(service, name)]
        assert lay(service, played)

    def test_is_never_told_to_send(self, played: Played, service: str) -> None:
        lay(service, played)
        assert {path.rpartition("/")[2] for _method, path, _values in played.sent} <= {"emailCampaigns", "campaigns", "content"}
        assert not any("schedul" in key.lower() or "send_at" in key for _m, _p, values in played.sent for key in values)

    @pytest.mark.parametrize(
        ("status", "said", "told"),
        [
            (401, b'{"message": "Key not found: KEY"}', "refuse la clé (401)"),
            (429, b"", "est trop sollicité"),
            (500, b"<html>", "répond autrement que prévu (500)"),
            (302, b"", "répond autrement que prévu (302)"),
            (200, b"<html>Connexion</html>", "ne répond pas en JSON"),
            (200, b'{"autre": 1}', "répond autrement que prévu"),
        ],
        ids=["key", "busy", "broken", "elsewhere", "no JSON", "other JSON"],
    )
    def test_that_refuses_is_told_and_given_nothing(self, played: Played, service: str, status: int, said: bytes, told: str) -> None:
        played.fails["GET"] = status, said.replace(b"KEY", ACCOUNTS[service].key.encode())
        with pytest.raises(NotSent, match=told.replace("(", r"\(").replace(")", r"\)")) as error:
            lay(service, played)
        assert "secret" not in str(error.value)
        assert played.sent == []

    def test_that_does_not_answer_is_told(self, played: Played, service: str) -> None:
        played.port = 1
        with pytest.raises(NotSent, match="ne répond pas"):
            lay(service, played)


class TestBrevo:
    def test_gets_a_campaign_that_is_not_scheduled(self, played: Played) -> None:
        lay("brevo", played)
        assert played.sent == [
            (
                "POST",
                "/v3/emailCampaigns",
                {
                    "name": "2026-w47 – Les premières étoiles",
                    "subject": "Les premières étoiles",
                    "sender": {"name": "Escale", "email": "redaction@escale.example"},
                    "previewText": "6 rendez-vous.",
                    "htmlContent": CAMPAIGN.html,
                    "recipients": {"listIds": [3, 5]},
                },
            )
        ]


class TestListmonk:
    def test_gets_a_campaign_with_its_text(self, played: Played) -> None:
        lay("listmonk", played)
        ((method, path, values),) = played.sent
        assert (method, path) == ("POST", "/api/campaigns")
        assert (values["lists"], values["template_id"], values["content_type"]) == ([2], 4, "html")
        assert (values["body"], values["altbody"], values["from_email"]) == (CAMPAIGN.html, "é", "Escale <redaction@escale.example>")

    @pytest.mark.parametrize("server", ["http://lettre.example", "lettre.example", "", "https://moi:secret@lettre.example", "https://[x"])
    def test_gets_no_key_but_by_https(self, played: Played, server: str) -> None:
        with pytest.raises(NotSent, match="n’est pas une adresse https"):
            lay("listmonk", played, Account(key="api:secret", server=server, lists=("2",)))
        assert played.hosts == set()

    @pytest.mark.parametrize(("lists", "told"), [((), "à quelle liste"), (("deux",), "n’est pas le numéro")])
    def test_must_know_its_list(self, played: Played, lists: tuple[str, ...], told: str) -> None:
        with pytest.raises(NotSent, match=told):
            lay("listmonk", played, Account(key="a:b", server="https://lettre.example", lists=lists))
        assert played.sent == []


class TestMailchimp:
    def test_gets_a_campaign_and_then_its_content(self, played: Played) -> None:
        lay("mailchimp", played)
        (_post, _path, made), (put, path, content) = played.sent
        assert made["type"] == "regular"
        assert made["recipients"] == {"list_id": "abc"}
        assert made["settings"]["reply_to"] == "redaction@escale.example"
        assert (put, path) == ("PUT", "/3.0/campaigns/42ab/content")
        assert content == {"html": CAMPAIGN.html, "plain_text": "é"}

    def test_is_filled_the_next_time_where_it_stayed_empty(self, played: Played) -> None:
        played.fails["PUT"] = 500, b""
        with pytest.raises(NotSent):
            lay("mailchimp", played)
        played.fails.clear()
        assert lay("mailchimp", played)
        assert [one["html"] for one in played.campaigns] == [CAMPAIGN.html]
        assert not lay("mailchimp", played)

    @pytest.mark.parametrize("key", ["0123456789", "clé-us21/../x", "-"])
    def test_tells_of_a_key_that_is_not_whole(self, played: Played, key: str) -> None:
        with pytest.raises(NotSent, match="finit par son serveur"):
            lay("mailchimp", played, Account(key=key, lists=("abc",)))
