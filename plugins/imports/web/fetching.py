"""Fetch what an address of the web holds: https only, hosts that are known only, no address inside, bounded time, tries and size.

Names are looked up here, all that they stand for is looked at, and the connection goes to what was looked at: between look and use
nothing changes (DNS rebinding). Whoever tests gives another `open_connection`; the product never does.
"""

from __future__ import annotations

import http.client
import os
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin, urlsplit

from contributions.region.hub import Hub
from imports.taken import UnreadableSource
from imports.web.connecting import connect

MOST_BYTES = 50_000_000
"""After decompression."""
CHUNK = 65_536
DEADLINE = 120.0
"""Seconds for one answer as a whole: a source that gives a byte a minute is stopped."""
TRIES, REDIRECTS = 3, 5
WAITS = (2.0, 10.0)
"""Seconds before the second try and the third."""
LONGEST_WAIT = 60.0
"""Seconds: more than that a source cannot ask for (Retry-After, RFC 9110, 10.2.3)."""
BUSY = frozenset({429, 500, 502, 503, 504})
MOVED = frozenset({301, 302, 303, 307, 308})
USER_AGENT = "Escale/1 (import d’agendas ; +{url})"
KEYS: Mapping[str, tuple[str, str]] = {"openagenda.com": ("OPENAGENDA_KEY", "key")}
"""For a host and those below it: the variable of the environment that holds the key, and the header that takes it."""
SAFE = "/?#[]@!$&'()*+,;=%:~"


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Gets bytes from the hosts of `hosts`, names in small letters. `fetcher` makes it of a hub."""

    hosts: frozenset[str]
    agent: str = "Escale/1"
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    open_connection: Callable[[str, int], http.client.HTTPConnection] = connect
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic

    def fetch(self, url: str) -> bytes:
        """What stands at an address. Raises UnreadableSource."""
        for _ in range(REDIRECTS + 1):
            found = self._tried(_Address.of(url, self.hosts))
            if isinstance(found, bytes):
                return found
            url = _joined(url, found.to)
        raise UnreadableSource(f"« {_shown(url)} » renvoie plus de {REDIRECTS} fois ailleurs.")

    def _tried(self, address: _Address) -> bytes | _Moved:
        """An answer, after as many tries as a busy source is given."""
        wait, reason = 0.0, ""
        for number in range(TRIES):
            if number:
                self.sleep(wait)
            wait = WAITS[min(number, len(WAITS) - 1)]
            try:
                answered = self._asked(address)
            except ssl.SSLCertVerificationError:
                raise UnreadableSource(f"« {address.shown} » n’a pas de certificat valable : il n’est pas lu.") from None
            except (OSError, http.client.HTTPException) as error:
                reason = _said(error)
                continue
            if not isinstance(answered, _Busy):
                return answered
            reason, wait = f"répond {answered.status}", max(wait, answered.wait)
        raise UnreadableSource(f"« {address.shown} » {reason}, {TRIES} fois de suite : réessayez plus tard.")

    def _asked(self, address: _Address) -> bytes | _Moved | _Busy:
        end = self.clock() + DEADLINE
        connection = self.open_connection(address.host, address.port)
        try:
            connection.request("GET", address.target, headers=self._headers(address.host))
            response = connection.getresponse()
            if response.status in MOVED and (to := response.headers.get("Location")):
                return _Moved(to)
            if response.status in BUSY:
                return _Busy(response.status, _retry_after(response.headers.get("Retry-After", "")))
            if response.status != 200:
                raise UnreadableSource(f"« {address.shown} » {_refused(response.status)}.")
            return self._read(response, address, end)
        finally:
            connection.close()

    def _headers(self, host: str) -> dict[str, str]:
        headers = {"User-Agent": self.agent, "Accept": "application/json, */*;q=0.5", "Accept-Encoding": "gzip", "Connection": "close"}
        for name, (variable, header) in KEYS.items():
            key = self.environment.get(variable, "").strip()
            if key and key.isascii() and key.isprintable() and (host == name or host.endswith(f".{name}")):
                headers[header] = key
        return headers

    def _read(self, response: http.client.HTTPResponse, address: _Address, end: float) -> bytes:
        """The body, unpacked piece by piece: neither a long answer nor a packed one fills the memory."""
        encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in {"identity", "gzip", "x-gzip", ""}:
            raise UnreadableSource(f"« {address.shown} » répond dans une compression que personne n’a demandée.")
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in encoding else None
        body, received = bytearray(), 0
        while piece := response.read1(CHUNK):
            received += len(piece)
            try:
                body += unpack.decompress(piece, MOST_BYTES + 1 - len(body)) if unpack else piece
            except zlib.error:
                raise UnreadableSource(f"« {address.shown} » répond par des octets abîmés (gzip).") from None
            if len(body) > MOST_BYTES:
                raise UnreadableSource(f"« {address.shown} » pèse plus de {MOST_BYTES // 1_000_000} Mo : restreignez l’adresse.")
            if self.clock() > end:
                raise UnreadableSource(f"« {address.shown} » met plus de {DEADLINE:.0f} s à répondre.")
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and received < int(announced[:18]):
            raise http.client.IncompleteRead(b"")
        if unpack and not unpack.eof:
            raise UnreadableSource(f"« {address.shown} » s’interrompt avant la fin.")
        return bytes(body)


def fetcher(hub: Hub, url: str = "", environment: Mapping[str, str] = os.environ) -> Fetcher:
    """One for the hosts of hub.yml's `imports:`, and for that of an address that somebody gives on the command line."""
    addresses = [url, *(str(source.url) for source in hub.imports if source.url)]
    return Fetcher(frozenset(_hosts(addresses)), USER_AGENT.format(url=hub.url).encode("ascii", "ignore").decode(), environment)


def _hosts(addresses: Iterable[str]) -> Iterable[str]:
    for address in addresses:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if host:
            yield _ascii(host)


@dataclass(frozen=True, slots=True)
class _Moved:
    to: str


@dataclass(frozen=True, slots=True)
class _Busy:
    status: int
    wait: float


@dataclass(frozen=True, slots=True)
class _Address:
    host: str
    port: int
    target: str
    shown: str

    @classmethod
    def of(cls, url: str, hosts: frozenset[str]) -> _Address:
        """An address that may be asked. Raises UnreadableSource."""
        try:
            parts = urlsplit(url)
            host, port = _ascii(parts.hostname or ""), parts.port or 443
        except ValueError:
            raise UnreadableSource("Cette adresse ne se lit pas.") from None
        shown = _shown(url)
        if parts.scheme.lower() != "https" or not host:
            raise UnreadableSource(f"« {shown} » n’est pas une adresse https:// : rien d’autre n’est demandé.")
        if parts.username is not None or parts.password is not None:
            raise UnreadableSource(f"L’adresse de « {host} » contient un nom ou un mot de passe : retirez-les.")
        if host not in hosts or port != 443:
            raise UnreadableSource(f"« {shown} » n’est pas sur un hôte connu : ajoutez son adresse sous « imports: » dans content/hub.yml.")
        return cls(host, port, quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=SAFE), shown)


def _joined(url: str, to: str) -> str:
    """Where a redirect leads. Raises UnreadableSource."""
    try:
        return urljoin(url, to)
    except ValueError:
        raise UnreadableSource(f"« {_shown(url)} » renvoie à une adresse qui ne se lit pas.") from None


def _ascii(host: str) -> str:
    """A host as DNS has it (RFC 5891), in small letters."""
    try:
        return host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower().rstrip(".")
    except UnicodeError:
        return ""


def _shown(url: str) -> str:
    """An address as messages have it: without its parameters, among which a key may be."""
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"[:200]
    except ValueError:
        return "adresse"


def _retry_after(said: str) -> float:
    """Seconds that a source asks for, in seconds or as a day and an hour (RFC 9110, 10.2.3); never more than LONGEST_WAIT."""
    if said.strip().isdecimal():
        return min(float(said.strip()[:9]), LONGEST_WAIT)
    try:
        seconds = (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return 0.0
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _refused(status: int) -> str:
    if status in {401, 403}:
        return f"refuse de répondre ({status}) : la source demande une clé (OPENAGENDA_KEY), ou n’est pas publique"
    if status in {404, 410}:
        return f"n’existe pas, ou plus ({status})"
    return f"répond {status}"


def _said(error: Exception) -> str:
    return "ne répond pas à temps" if isinstance(error, TimeoutError) else "ne répond pas"
