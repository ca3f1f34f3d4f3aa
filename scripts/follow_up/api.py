"""GitHub's REST API, as much of it as the follow-up needs, with Python's standard library."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

SECONDS = 30
PER_PAGE = 100
MAX_PAGES = 30


class TooLarge(Exception):
    """An answer is longer than what was asked for allows."""


@dataclass(frozen=True, slots=True)
class Api:
    """One repository (« owner/name ») behind one address, with a token that is sent to that address alone."""

    url: str
    repository: str
    token: str

    def get(self, path: str, **query: str | int) -> Any:
        """The JSON behind a path of the repository. Raises urllib.error.HTTPError."""
        return json.loads(self.download(f"{path}?{urlencode(query)}" if query else path, 20_000_000))

    def pages(self, path: str, **query: str | int) -> list[Any]:
        """The JSON lists behind a path, one after the other until a short one."""
        found: list[Any] = []
        for page in range(1, MAX_PAGES + 1):
            items = self.get(path, **query, per_page=PER_PAGE, page=page)
            found += items
            if len(items) < PER_PAGE:
                break
        return found

    def download(self, path: str, limit: int) -> bytes:
        """What is behind a path, and where it leads, up to `limit` bytes. Raises TooLarge, urllib.error.HTTPError."""
        with urlopen(self._request("GET", path), timeout=SECONDS) as answer:
            data: bytes = answer.read(limit + 1)
        if len(data) > limit:
            raise TooLarge(path)
        return data

    def send(self, method: str, path: str, values: dict[str, Any]) -> None:
        """Send JSON. Raises urllib.error.HTTPError."""
        with urlopen(self._request(method, path, json.dumps(values).encode()), timeout=SECONDS):
            pass

    def _request(self, method: str, path: str, data: bytes | None = None) -> Request:
        headers = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", "User-Agent": "escale"}
        if data is not None:
            headers["Content-Type"] = "application/json"
        request = Request(f"{self.url}/repos/{self.repository}/{path}", data, headers, method=method)
        # An artifact is behind a redirection to another host, which must not see the token.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        return request
