"""Render pages with the theme's templates."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined

from contributions.loading.installed import version
from publishing import strings, templating
from publishing.page import Page
from publishing.templating import quick
from publishing.workers import batched, fork_map

TEMPLATES = 5
"""That one process compiles in a row."""


def prepare(env: Environment, theme: Path, lang: str, names: dict[str, Any], cache: Path | None = None) -> Environment:
    """Complete Pelican's environment: the catalogue of strings, globals, filters, and no silence about undefined names."""
    env.undefined = StrictUndefined
    env.autoescape = True
    env.add_extension("jinja2.ext.i18n")
    quick(env)
    catalogue = strings.use(lang, theme / "locale")
    translated: Any = env  # the extension gave it a method that its type does not know
    translated.install_gettext_translations(catalogue, newstyle=True)
    env.globals.update(names)
    env.auto_reload = False  # a build asks for each template thousands of times
    if cache is not None:
        (cache / "templates").mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(cache / "templates"), f"{_settings(env)}-%s")
    return env


def compile_all(env: Environment, theme: Path, cache: Path, jobs: int) -> None:
    """Have all templates compiled by many, where none has been: every worker needs most of them."""
    if next((cache / "templates").iterdir(), None) is not None:
        return
    folder = theme / "templates"
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))

    def compiled(batch: Sequence[str]) -> None:
        for name in batch:
            env.get_template(name)

    fork_map(compiled, batched(names, TEMPLATES), jobs)


def render(env: Environment, page: Page, origin: str) -> bytes:
    """The HTML of a page. `origin` is the site's URL without a final slash."""
    template = env.get_template(page.template)
    text = template.render({**page.data, "page": page, "canonical": origin + page.path})
    return text.encode()


def _settings(env: Environment) -> str:
    """What compiled templates depend on beside their text: the library's version, and how it is set."""
    values = (
        version("jinja2"),
        Path(templating.__file__).read_bytes(),
        env.trim_blocks,
        env.lstrip_blocks,
        env.autoescape,
        sorted(env.extensions),
    )
    return blake2b(repr(values).encode(), digest_size=8).hexdigest()
