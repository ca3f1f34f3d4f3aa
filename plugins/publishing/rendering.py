"""Render pages with the theme's templates, in this process or in forked workers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from publishing import strings
from publishing.page import Page
from publishing.workers import batched, fork_map

BATCH = 40


def prepare(env: Environment, theme: Path, lang: str, names: dict[str, Any]) -> Environment:
    """Complete Pelican's environment: the catalogue of strings, globals, filters, and no silence about undefined names."""
    env.undefined = StrictUndefined
    env.autoescape = True
    env.add_extension("jinja2.ext.i18n")
    catalogue = strings.use(lang, theme / "locale")
    env.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension
    env.globals.update(names)
    return env


def render(env: Environment, page: Page, origin: str) -> bytes:
    """The HTML of a page. `origin` is the site's URL without a final slash."""
    template = env.get_template(page.template)
    text = template.render({**page.data, "page": page, "canonical": origin + page.path})
    return text.encode()


def render_all(env: Environment, pages: Sequence[Page], origin: str, folder: Path, jobs: int) -> None:
    """Render pages and write them below `folder`."""

    def write(batch: Sequence[Page]) -> None:
        for page in batch:
            file = folder / page.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(render(env, page, origin))

    fork_map(write, batched(pages, BATCH), jobs)
