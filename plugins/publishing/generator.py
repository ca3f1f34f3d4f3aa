"""The one Pelican generator of Escale: read, check, declare, render, publish."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from contributions.library import Library
from contributions.loading import load
from contributions.problems import ContentError
from publishing import report
from publishing.assets import Theme
from publishing.capabilities import declared
from publishing.clock import today
from publishing.hosting import hosting
from publishing.media import media
from publishing.page import Copy, Crumb, Declared, Document, Page, Variant
from publishing.rendering import prepare, render_all
from publishing.staging import staged
from publishing.workers import cores, fork_map
from publishing.writing import copy_files, write_documents, write_variants

LEGAL = {"accessibilite", "mentions-legales", "donnees-personnelles"}
"""Pages that the footer names by itself."""


def footer_pages(library: Library) -> tuple[Crumb, ...]:
    """The other pages of content/pages/ (about…), for the footer."""
    return tuple(Crumb(page.meta.title, page.url) for page in library.pages if page.slug not in LEGAL)


FAILED = 2


@contextmanager
def _ending_with_2() -> Iterator[None]:
    """Pelican ends with the `exitcode` of what escapes, else with 1, which is for errors in contributions only."""
    try:
        yield
    except Exception as error:
        if not hasattr(error, "exitcode"):
            error.exitcode = FAILED  # type: ignore[attr-defined]  # Pelican's convention
        raise


def _without_traceback(record: logging.LogRecord) -> bool:
    """A filter of Pelican's log: errors in contributions are told by their lines, not by a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True


logging.getLogger("pelican").addFilter(_without_traceback)


class HubGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Pelican calls generate_context, then generate_output; a ContentError that escapes the first ends it with 1."""

    library: Library

    @_ending_with_2()
    def generate_context(self) -> None:
        """Read and check every contribution. Raises ContentError, after printing every problem."""
        self.jobs = int(self.settings.get("ESCALE_JOBS") or cores())
        self.drafts = bool(self.settings.get("ESCALE_DRAFTS"))
        self.timings: dict[str, float] = {}
        self.content = Path(self.path).resolve()
        run: Callable[..., Any] = partial(fork_map, jobs=self.jobs)
        with self._timed("read"):
            loaded = load(self.content, today, run=run, drafts=self.drafts)
        report.problems(loaded.problems)
        if loaded.library is None or any(problem.severity == "error" for problem in loaded.problems):
            raise ContentError(loaded.problems)
        self.library = loaded.library

    @_ending_with_2()
    def generate_output(self, writer: object) -> None:
        """Declare every page and publish them all in one step. Pelican's own writer is not used: it copies its context for each page."""
        del writer
        theme_folder = Path(self.theme)
        theme = Theme(theme_folder / "static", self.library.hub.tokens)
        env = prepare(
            self.env,
            theme_folder,
            self.library.hub.lang,
            {
                "hub": self.library.hub,
                "asset": theme.url,
                "preview": self.drafts,
                "today": self.library.today,
                "footer_pages": footer_pages(self.library),
            },
        )
        with self._timed("declare"):
            items: list[Declared] = [*declared(self.library), *theme.declared(), *media(self.library, self.content), *hosting(self.library)]
        pages = [item for item in items if isinstance(item, Page)]
        with staged(Path(self.output_path).resolve(), (self.content, Path(self.settings["ESCALE_CACHE"]).resolve())) as folder:
            with self._timed("render"):
                render_all(env, pages, self.library.hub.url, folder, self.jobs)
            with self._timed("publish"):
                write_documents((item for item in items if isinstance(item, Document)), folder)
                copy_files((item for item in items if isinstance(item, Copy)), folder)
                cache = Path(self.settings["ESCALE_CACHE"])
                write_variants([item for item in items if isinstance(item, Variant)], folder, cache, self.jobs)
        self.settings.get("ESCALE_ON_PUBLISHED", report.say)(report.figures(self.library, len(pages), self.timings))

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        """Announce a step, and add its seconds to the table."""
        self.settings.get("ESCALE_ON_STEP", len)(step)
        start = time.perf_counter()
        yield
        self.timings[step] = self.timings.get(step, 0.0) + time.perf_counter() - start
