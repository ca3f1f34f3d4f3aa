"""Render pages with the theme's templates."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache, StrictUndefined

from contributions.cache.installed import version
from publishing import strings, templating
from publishing.engine.workers import batched, fork_map
from publishing.page import Page
from publishing.templating import Templates, Texts

TEMPLATES = 5
"""That one process compiles in a row."""


def environment(loader: BaseLoader, locale: Path, lang: str, names: Mapping[str, Any], cache: Path | None = None) -> Environment:
    """The templates of a loader, with the strings of a language and globals; no silence about undefined names.

    Compiled templates are kept in `cache`, if given. None is looked at again: a build ends before its theme changes.
    """
    env = Templates(
        loader=loader,
        extensions=["jinja2.ext.i18n", Texts],
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(cache, locale, lang) if cache is not None else None,
    )
    translated: Any = env  # the extension gave it a method that its type does not know
    translated.install_gettext_translations(strings.use(lang, locale), newstyle=True)
    env.globals.update(names)
    return env


def compile_all(env: Environment, cache: Path, jobs: int) -> None:
    """Have all templates compiled by many, where none has been: every worker needs most of them."""
    if next((cache / "templates").iterdir(), None) is not None:
        return

    def compiled(batch: Sequence[str]) -> None:
        for name in batch:
            env.get_template(name)

    fork_map(compiled, batched(env.list_templates(["html"]), TEMPLATES), jobs)


def render(env: Environment, page: Page, origin: str) -> bytes:
    """The HTML of a page. `origin` is the site's URL without a final slash."""
    template = env.get_template(page.template)
    text = template.render({**page.data, "page": page, "canonical": origin + page.path})
    return text.encode()


def _compiled(cache: Path, locale: Path, lang: str) -> FileSystemBytecodeCache:
    """Compiled templates, by all that they depend on beside their text: the library's version, how it is set, and the strings."""
    catalogue = gettext.find("escale", locale, [lang])
    code = [Path(file).read_bytes() for file in (__file__, templating.__file__, catalogue) if file]
    digest = blake2b(repr((version("jinja2"), code)).encode(), digest_size=8).hexdigest()
    (cache / "templates").mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(cache / "templates"), f"{digest}-%s")
