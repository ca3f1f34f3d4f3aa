"""Pages are rendered with escaped values, and a name that nobody defined is an error."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError

from publishing import rendering
from publishing.page import Page
from publishing.rendering import render


def environment(tmp_path: Path, **templates: str) -> Environment:
    """An environment with some templates."""
    loader = DictLoader({f"{name}.html": text for name, text in templates.items()})
    return rendering.environment(loader, tmp_path / "locale", "fr", {"hub": "Escale"})


def page(path: str = "/agenda/", template: str = "plain.html", **data: object) -> Page:
    """A page with some data."""
    return Page(path, template, "Titre", "Description", data)


class TestRendering:
    def test_escapes_values(self, tmp_path: Path) -> None:
        env = environment(tmp_path, plain="<p>{{ word }}</p>")
        assert render(env, page(word="<script>"), "https://x.example") == b"<p>&lt;script&gt;</p>"

    def test_refuses_names_that_nobody_defined(self, tmp_path: Path) -> None:
        env = environment(tmp_path, plain="{{ wrod }}")
        with pytest.raises(UndefinedError):
            render(env, page(word="x"), "https://x.example")

    def test_gives_the_page_its_canonical_address_and_the_names_of_all(self, tmp_path: Path) -> None:
        env = environment(tmp_path, plain="{{ hub }} {{ page.title }} {{ canonical }} {{ _('Agenda') }}")
        assert render(env, page(), "https://x.example") == b"Escale Titre https://x.example/agenda/ Agenda"
