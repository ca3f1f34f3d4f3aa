"""The theme's static files, published below a folder named by their content, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from publishing.page import Copy, Document

LAYERS = ("tokens", "base", "layout", "components", "print")
AT_ROOT = {"favicon.ico", "favicon.svg"}


class Theme:
    """The files of themes/NAME/static. `tokens` are a region's colours, which override those of tokens.css."""

    def __init__(self, static: Path, tokens: Mapping[str, str]) -> None:
        self.static = static
        self._tokens = dict(tokens)

    @cached_property
    def css(self) -> str:
        """The style sheets in the order of their layers, as one."""
        sheets = [(self.static / "css" / f"{layer}.css").read_text("utf-8") for layer in LAYERS]
        if self._tokens:
            values = "".join(f"--{name}: {value}; " for name, value in sorted(self._tokens.items()))
            sheets.append(f"@layer tokens {{ :root {{ {values}}} }}\n")
        return "\n".join(sheets)

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """Every file that is published as it is."""
        found = (file for file in self.static.rglob("*") if file.is_file() and file.suffix not in {".css", ".md"})
        return tuple(sorted(found))

    @cached_property
    def prefix(self) -> str:
        """The URL of the folder that holds them."""
        digest = hashlib.sha256(self.css.encode())
        for file in self.files:
            digest.update(file.relative_to(self.static).as_posix().encode() + b"\0" + file.read_bytes())
        return f"/theme/{digest.hexdigest()[:10]}"

    @cached_property
    def _urls(self) -> dict[str, str]:
        names = [file.relative_to(self.static).as_posix() for file in self.files]
        return {name: f"/{name}" if name in AT_ROOT else f"{self.prefix}/{name}" for name in (*names, "escale.css")}

    def url(self, name: str) -> str:
        """The URL of a static file, by its path below static/; `escale.css` is all sheets. Raises KeyError."""
        if name not in self._urls:
            raise KeyError(f"themes: no static file is named {name}")
        return self._urls[name]

    def declared(self) -> Iterator[Document | Copy]:
        """The files to publish."""
        yield Document(f"{self.prefix}/escale.css", self.css.encode())
        for file in self.files:
            name = file.relative_to(self.static).as_posix()
            yield Copy(self.url(name), file)
