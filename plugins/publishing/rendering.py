"""Render pages with the theme's templates."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket

from contributions.cache.cache import Room
from contributions.cache.installed import version
from publishing import filling, strings, templating
from publishing.engine.workers import batched, fork_map
from publishing.page import Page
from publishing.templating import Templates, Texts

ALL = "all"
TEMPLATES = 5
"""That one process compiles in a row."""


class Compiled(BytecodeCache):
    """Compiled templates, bound to all that they depend on beside their text: the library's version, how it is set, and the strings."""

    def __init__(self, room: Room, locale: Path, lang: str) -> None:
        catalogue = gettext.find("escale", locale, [lang])
        code = [Path(file).read_bytes() for file in (__file__, templating.__file__, catalogue) if file]
        self._room, self._key = room, blake2b(repr((version("jinja2"), code)).encode(), digest_size=8).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """For Jinja: take a template from the cache."""
        known = self._room.value(bucket.key, self._key)
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """For Jinja: keep a template."""
        self._room.put([(bucket.key, self._key, bucket.bytecode_to_string())])

    def once(self, compile_them: Callable[[], object]) -> None:
        """Have them compiled where they never were."""
        if self._room.value(ALL, self._key) is None:
            compile_them()
            self._room.put([(ALL, self._key, b"")])


def environment(loader: BaseLoader, locale: Path, lang: str, names: Mapping[str, Any], compiled: Compiled | None = None) -> Environment:
    """The templates of a loader, with the strings of a language and globals; no silence about undefined names.

    None is looked at again: a build ends before its theme changes. What is no page is filled by it from now on.
    """
    env = Templates(
        loader=loader,
        extensions=["jinja2.ext.i18n", Texts],
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    translated: Any = env  # the extension gave it a method that its type does not know
    translated.install_gettext_translations(strings.use(lang, locale), newstyle=True)
    env.globals.update(names)
    filling.use(env)
    return env


def compile_all(env: Environment, jobs: int) -> None:
    """Have all templates compiled by many: every worker needs most of them."""

    def compiled(batch: Sequence[str]) -> None:
        for name in batch:
            env.get_template(name)

    fork_map(compiled, batched(env.list_templates(["html"]), TEMPLATES), jobs)


def render(env: Environment, page: Page, origin: str) -> bytes:
    """The HTML of a page. `origin` is the site's URL without a final slash."""
    template = env.get_template(page.template)
    text = template.render({**page.data, "page": page, "canonical": origin + page.path})
    return text.encode()
