"""Every page of the demo is what Jinja writes as it comes: what our environment adds takes less time, and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import contribute
from publishing import capabilities
from publishing.assets import Theme
from publishing.generator import footer_pages
from publishing.page import Page
from support import REPOSITORY, Built, made, read_library

THEME = REPOSITORY / "themes" / "escale"


@pytest.fixture
def guide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages for contributors too, which small sites are made without; for this test alone."""
    monkeypatch.setattr(capabilities, "_sources", {})
    contribute.register()


@pytest.mark.slow
@pytest.mark.usefixtures("guide")
def test_the_demo_is_what_stock_jinja_writes(demo: Built) -> None:
    library = read_library(demo.content)
    stock = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    translated: Any = stock
    translated.install_null_translations(newstyle=True)  # French is the source
    asset = Theme(THEME / "static", library.hub.tokens).url
    stock.globals.update(hub=library.hub, asset=asset, preview=False, footer_pages=footer_pages(library))
    stock.filters["remembered"] = lambda component: component
    pages = [page for page in made(library) if isinstance(page, Page)]
    for page in pages:
        text = stock.get_template(page.template).render({**page.data, "page": page, "canonical": library.hub.url + page.path})
        assert demo.file(page.path).read_bytes() == text.encode(), page.path
    assert {page.path for page in pages} == set(demo.pages)
