"""What the bytes of a page depend on beside what it shows: code, settings, the theme, and the templates that it is made of."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from contributions.cache.installed import version

PLUGINS = Path(__file__).resolve().parents[2]
LIBRARIES = (
    "beautifulsoup4",
    "css-inline",
    "pelican",
    "jinja2",
    "markupsafe",
    "markdown",
    "nh3",
    "pydantic",
    "feedgen",
    "lxml",
    "icalendar",
)
REFERENCE = re.compile(r"""\{%-?\+?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


def code() -> str:
    """The hash of all plugins and of the texts beside them, and the versions of the libraries that they use."""
    digest = blake2b(digest_size=16)
    for file in sorted([*PLUGINS.rglob("*.py"), *PLUGINS.rglob("*.toml")]):
        digest.update(file.relative_to(PLUGINS).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{digest.hexdigest()} {platform.python_version()} {' '.join(version(name) for name in LIBRARIES)}"


class Keys:
    """Keys of pages and documents, by their template. `settings` is everything else that any of them may show."""

    def __init__(self, templates: Path, settings: Iterable[object]) -> None:
        self._templates = templates
        self.base = blake2b(repr((code(), *settings)).encode(), digest_size=16).digest()
        self.of = cache(self._of)

    def _of(self, template: str | None) -> bytes:
        digest = blake2b(self.base, digest_size=12)
        for name in sorted(self.closure(template)) if template else ():
            digest.update(name.encode() + b"\0" + (self._templates / name).read_bytes())
        return digest.digest()

    def closure(self, template: str) -> set[str]:
        """A template, and all that it extends, includes or imports; the theme names them by plain text only."""
        found: set[str] = set()
        ahead = {template}
        while ahead:
            name = ahead.pop()
            if name not in found and (self._templates / name).is_file():
                found.add(name)
                ahead.update(REFERENCE.findall((self._templates / name).read_text("utf-8")))
        return found
