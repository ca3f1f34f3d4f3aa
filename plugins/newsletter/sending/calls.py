"""Call the interface of a service: https only, no way elsewhere, bounded time and size, and errors that a person understands."""

from __future__ import annotations

import http.client
import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from endings.failure import Failure

TIMEOUT = 30.0
"""Seconds without a byte."""
MOST_BYTES = 10_000_000
REFUSED = {
    400: "n’accepte pas ce qui lui est envoyé",
    401: "refuse la clé",
    402: "demande un abonnement qui le permette",
    403: "refuse la clé, ou lui interdit cela",
    404: "ne connaît pas cette adresse ou cette liste",
    409: "a déjà quelque chose de ce nom",
    413: "trouve la lettre trop longue",
    422: "n’accepte pas ce qui lui est envoyé",
    429: "est trop sollicité : réessayez dans une heure",
}
DETAIL = 300
"""Characters of what a service says itself."""


class NotSent(Failure):
    """The service did not take the draft, or could not be asked."""

    exitcode = 1


def https(host: str, port: int) -> http.client.HTTPConnection:
    """A connection to a host, not yet begun; its certificate must be the host's."""
    return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())


@dataclass(frozen=True, slots=True)
class Service:
    """The interface of a service behind one address (`https://api.brevo.com/v3`); `headers` hold its `key`, and go nowhere else."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    key: str = field(repr=False)
    open_connection: Callable[[str, int], http.client.HTTPConnection] = https

    def get(self, path: str, **query: str | int) -> Any:
        """The JSON at a path. Raises NotSent."""
        return self._asked("GET", f"{path}?{urlencode(query)}" if query else path, None)

    def send(self, method: str, path: str, values: Mapping[str, Any]) -> Any:
        """Send JSON; returns what comes back. Raises NotSent."""
        return self._asked(method, path, json.dumps(values).encode())

    def _asked(self, method: str, path: str, body: bytes | None) -> Any:
        try:
            parts = urlsplit(self.url)
            host, port = parts.hostname or "", parts.port or 443
        except ValueError:
            host, port, parts = "", 0, urlsplit("")
        if parts.scheme != "https" or not host or parts.username:
            raise NotSent(f"« {self.url} » n’est pas une adresse https:// : la clé n’y est pas envoyée.")
        connection = self.open_connection(host, port)
        headers = {"Accept": "application/json", "User-Agent": "Escale/1", **({"Content-Type": "application/json"} if body else {})}
        try:
            connection.request(method, parts.path.rstrip("/") + path, body, {**headers, **self.headers})
            answer = connection.getresponse()
            said = answer.read(MOST_BYTES + 1)
        except ssl.SSLCertVerificationError:
            raise NotSent(f"« {host} » n’a pas de certificat valable : rien ne lui est envoyé.") from None
        except TimeoutError:
            raise NotSent(f"« {host} » ne répond pas à temps : regardez si le brouillon y est, puis recommencez.") from None
        except (OSError, http.client.HTTPException):
            raise NotSent(f"« {host} » ne répond pas : vérifiez la connexion et l’adresse, puis recommencez.") from None
        finally:
            connection.close()
        if len(said) > MOST_BYTES:
            raise NotSent(f"« {host} » répond trop longuement.")
        if not 200 <= answer.status < 300:
            raise NotSent(f"« {host} » {REFUSED.get(answer.status, 'répond autrement que prévu')} ({answer.status}){self._detail(said)}.")
        return _json(host, said)

    def _detail(self, said: bytes) -> str:
        """What the service says itself; a key that it repeats is left out."""
        try:
            read = json.loads(said)
        except ValueError:
            return ""
        told = read if isinstance(read, dict) else {}
        words = next((str(told[name]) for name in ("message", "detail", "title", "error") if told.get(name)), "")
        for secret in (self.key, *self.headers.values()):
            words = words.replace(secret, "…")
        words = " ".join(words.split())[:DETAIL].rstrip(".")
        return f" : {words}" if words else ""


def _json(host: str, said: bytes) -> Any:
    if not said.strip():
        return {}
    try:
        return json.loads(said)
    except ValueError:
        raise NotSent(f"« {host} » ne répond pas en JSON : l’adresse est-elle la bonne ?") from None
