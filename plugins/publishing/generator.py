"""The one Pelican generator of Escale: read, check, declare, render, publish."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from pelican.generators import Generator

from contributions.cache.cache import Cache
from contributions.library.library import Library
from contributions.loading.loading import read_content
from contributions.problems.problem import ContentError
from endings.telling import UNCHANGED, noting
from publishing import report
from publishing.assets import Theme
from publishing.clock import today
from publishing.engine.building import Built, build
from publishing.engine.deciding import Site, decide
from publishing.engine.keys import Keys
from publishing.engine.lock import cache_locked
from publishing.engine.manifests import Manifests
from publishing.engine.places import check_places
from publishing.engine.search_texts import texts_of
from publishing.engine.staging import Staging, staged
from publishing.engine.texts import Texts
from publishing.engine.variants import Variants
from publishing.engine.workers import cores, fork_map
from publishing.media import media
from publishing.page import Crumb
from publishing.rendering import Compiled, compile_all, environment
from publishing.searching import Order

LEGAL = {"accessibilite", "mentions-legales", "donnees-personnelles"}
"""Pages that the footer names by itself."""


def footer_pages(library: Library) -> tuple[Crumb, ...]:
    """The other pages of content/pages/ (about…), for the footer."""
    return tuple(Crumb(page.meta.title, page.url) for page in library.pages if page.slug not in LEGAL)


class HubGenerator(Generator):
    """Pelican calls generate_context, then generate_output."""

    library: Library

    @noting(UNCHANGED)
    def generate_context(self) -> None:
        """Read and check every contribution, with the cache locked from here on. Raises ContentError, after printing every problem."""
        gc.disable()  # a build ends soon, and hardly makes cycles: looking for some took a fifth of its time
        self.jobs = int(self.settings.get("ESCALE_JOBS") or cores())
        self.drafts = bool(self.settings.get("ESCALE_DRAFTS"))
        self.timings: dict[str, float] = {}
        self.content = Path(self.path).resolve()
        self.cache = Path(self.settings["ESCALE_CACHE"]).resolve()
        self.output = Path(self.output_path).resolve()
        check_places(self.content, self.cache, self.output)
        run: Callable[..., Any] = partial(fork_map, jobs=self.jobs)
        with ExitStack() as held:
            held.enter_context(cache_locked(self.cache))
            self.kept = Cache(self.cache)
            held.callback(self.kept.close)
            with self._timed("read"):
                read = read_content(self.content, today, run=run, drafts=self.drafts, cache=self.kept)
            with self._timed("check"):
                loaded = read.checked()
            report.problems(loaded.problems)
            if loaded.library is None or any(problem.severity == "error" for problem in loaded.problems):
                raise ContentError(loaded.problems)
            self.library, self.media = loaded.library, loaded.media
            self.library.searched = self.settings.get("ESCALE_SEARCH") is not None
            self.held = held.pop_all()

    def generate_output(self, writer: object) -> None:
        """Declare every page and publish them all in one step. Pelican's own writer is not used: it copies its context for each page."""
        del writer
        with self.held:
            site = self._site()
            with ExitStack() as stack:
                staging = stack.enter_context(staged(self.output, Manifests(self.kept)))
                with self._timed("declare"):
                    decision = decide(site, staging)
                self.library.texts = Texts(self.kept, site.keys.base, decision.digests)
                with self._timed("render"):
                    built = build(site, decision, staging)
                staging.manifest = built.manifest
                remarks = self._search(staging, site, built)
                with self._timed("publish"):
                    stack.close()
            remarks += self.kept.remarks()
        self.settings.get("ESCALE_ON_PUBLISHED", report.say)(report.figures(built, self.timings, remarks))

    @noting(UNCHANGED)
    def _site(self) -> Site:
        """What is needed to make pages: the theme, its templates, compiled, and the files that are no pages."""
        theme_folder = Path(self.theme)
        theme = Theme(theme_folder / "static", self.library.hub.tokens)
        names = {
            "hub": self.library.hub,
            "asset": theme.url,
            "preview": self.drafts,
            "footer_pages": footer_pages(self.library),
            **theme.literal,
        }
        templates = theme_folder / "templates"
        locale, lang = theme_folder / "locale", self.library.hub.lang
        compiled = Compiled(self.kept.room("templates"), locale, lang)
        env = environment(FileSystemLoader(templates), locale, lang, {**names, **theme.literal}, compiled)
        settings = (self.library.hub.model_dump_json(), self.drafts, theme.prefix, names["footer_pages"])
        with self._timed("render"):
            compiled.once(partial(compile_all, env, self.jobs))
        keys = Keys(templates, settings)
        beside = (*theme.declared(), *media(self.library, self.content, self.media))
        return Site(self.library, env, keys, Variants(self.cache), self.jobs, beside, self.settings.get("ESCALE_SEARCH"))

    def _search(self, staging: Staging, site: Site, built: Built) -> tuple[str, ...]:
        """Have the new site indexed by whoever asked to; otherwise it has no index, not even an old one. Returns remarks."""
        if site.search is None:
            for folder in staging.new.glob("pagefind*"):
                shutil.rmtree(folder)
            return ()
        library = self.library
        pages, again = built.manifest.findable(), partial(texts_of, site)
        with self._timed("search"):
            kept, lang = self.kept.room("words"), library.hub.lang
            return site.search.index(Order(staging.new, pages, built.texts, again, self.cache, kept, lang, library.today, self.jobs))

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        """Announce a step, and add its seconds to the table."""
        self.settings.get("ESCALE_ON_STEP", len)(step)
        start = time.perf_counter()
        yield
        self.timings[step] = self.timings.get(step, 0.0) + time.perf_counter() - start
