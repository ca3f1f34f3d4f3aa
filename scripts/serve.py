#!/usr/bin/env python3
"""Show the site on http://localhost:8000/ while it is written: build, serve, and build again at each change.

An error in a contribution is printed and the previous site stays on show. Pages reload by themselves: the script that
does it is added on the way to the browser and is not part of the site.
"""

from __future__ import annotations

import asyncio
import mimetypes
import os
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from endings.given import port
from usage import HERE, Parser

with loading():
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
    from livereload.server import LiveScriptInjector
    from livereload.watcher import Watcher
    from tornado.web import Application, StaticFileHandler
    from watchfiles import awatch

    from publishing.headers import read

SOURCES = ("themes", "plugins", "pelican.conf.py")
QUIET = 300
"""Milliseconds without a change before a build begins: editors save in several steps."""
NOTHING_YET = "<!doctype html><html lang=fr><head><title>Escale</title></head><body><p>{}</p></body></html>"


class Site(StaticFileHandler):
    """The published folder, looked up by path at each request: a build exchanges it for another."""

    def data_received(self, chunk: bytes) -> None:
        """Nothing is ever sent to a static site."""

    def should_return_304(self) -> bool:
        """A browser must not keep what the next build replaces."""
        return False

    def set_extra_headers(self, path: str) -> None:
        """What the host will say, so that what it forbids is seen here; but nothing is kept: the browser would not even ask."""
        del path
        file = Path(self.root) / "_headers"
        for rule in read(file.read_text("utf-8")) if file.is_file() else ():
            if rule.fits(self.request.path):
                for name, value in rule.values.items():
                    self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")

    def get_content_type(self) -> str:
        """Media type; text is UTF-8, as on the host."""
        kind = super().get_content_type()
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("xml", "json")) else kind

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """The site's own page for what does not exist, as on the host."""
        del kwargs
        page = Path(self.root) / "404.html"
        self.set_extra_headers("404.html")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if page.is_file():
            self.finish(page.read_bytes())
        else:
            self.finish(NOTHING_YET.format(f"{status_code} : le site n’est pas encore construit, voyez le terminal."))


class PortTaken(Failure):
    """No server may listen there."""


def parser() -> Parser:
    """Options of the command."""
    found = Parser("Montre le site et le reconstruit à chaque changement.")
    found.add_places("content", "output", "cache")
    found.add_argument("--port", type=port, default=8000, metavar="N", help="où le site se montre, sur cette machine (8000)")
    found.add_argument("--no-search", action="store_true", help="sans index de recherche")
    found.add_argument("--drafts", action="store_true", help="montre aussi les brouillons, comme l’aperçu d’une proposition")
    return found


def application(output: Path, port: int) -> Application:
    """The server's addresses: the site, and the two that let pages reload."""
    for suffix, kind in ((".webp", "image/webp"), (".woff2", "font/woff2"), (".ics", "text/calendar")):
        mimetypes.add_type(kind, suffix)

    class Reloading(LiveScriptInjector):
        """Puts the reloading script into HTML on its way out."""

        script = f'<script src="/livereload.js?port={port}" defer></script>'.encode()

    LiveReloadHandler.watcher = Watcher()  # it only remembers what changed: the watching is done below
    LiveReloadHandler.live_css = False  # the theme's folder has another name when a style sheet changes
    site = {"path": str(output), "default_filename": "index.html"}
    addresses: list[tuple[str, Any] | tuple[str, Any, dict[str, Any]]] = [
        (r"/livereload", LiveReloadHandler),
        (r"/livereload\.js", LiveReloadJSHandler),
        (r"/(.*)", Site, site),
    ]
    return Application(addresses, transforms=[Reloading])


async def build(options: Namespace) -> bool:
    """Run scripts/build.py, which says what is wrong and leaves the site as it was; whether it published."""
    command = [str(HERE / "scripts" / "build.py"), "--content", str(options.content), "--output", str(options.output)]
    command += ["--cache", str(options.cache), *(["--no-search"] if options.no_search else [])]
    # Drafts show where the host says that it builds a preview (pelican.conf.py).
    variables = {**os.environ, "CONTEXT": "branch-deploy"} if options.drafts else None
    process = await asyncio.create_subprocess_exec(sys.executable, *command, env=variables)
    return await process.wait() == 0


async def serve(options: Namespace) -> None:
    """Build and serve until interrupted. Raises PortTaken."""
    try:
        application(options.output.resolve(), options.port).listen(options.port, "localhost")
    except OSError:
        raise PortTaken(
            f"Le port {options.port} n’est pas libre, ou pas permis : essayez --port {options.port % 60_000 + 1_024}."
        ) from None
    address = f"http://localhost:{options.port}/"
    watched = [options.content, *(HERE / name for name in SOURCES)]
    published = await build(options)
    print(f"\n» {address} — Ctrl+C pour arrêter." if published else f"\n» {address} montrera le site dès que ce sera corrigé.", flush=True)
    async for changes in awatch(*(path for path in watched if path.exists()), debounce=QUIET * 4, step=QUIET):
        names = sorted({Path(path).name for _change, path in changes})
        print(f"\n» {', '.join(names[:3])}{' …' if len(names) > 3 else ''}", flush=True)
        if await build(options):
            LiveReloadHandler.reload_waiters()


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = parser().parse_args(arguments)
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(options))
    print("\nÀ bientôt.")
    return 0


if __name__ == "__main__":
    run(main)
