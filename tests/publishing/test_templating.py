"""Templates are compiled to quicker code that writes what Jinja's own would; and their keys know all that they include."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, UndefinedError, meta
from markupsafe import Markup, escape

from publishing.keys import Keys
from publishing.rendering import prepare
from publishing.templating import escape_text
from support import REPOSITORY

THEME = REPOSITORY / "themes" / "escale"


def environment(**templates: str) -> Environment:
    """An environment with some templates, by name without .html."""
    return prepare(Environment(loader=DictLoader({f"{name}.html": text for name, text in templates.items()})), THEME, "fr", {})


class TestEscaping:
    @given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
    def test_writes_what_markupsafe_would(self, value: object) -> None:
        assert escape_text(value) == str(escape(value))


class TestMacros:
    def test_that_are_remembered_answer_for_each_argument(self) -> None:
        env = environment(
            icon='{% set remembered = ("icon",) %}{% macro icon(name, big=false) %}<i>{{ name }}{{ big }}</i>{% endmacro %}',
            page='{% from "icon.html" import icon %}{{ icon("a") }}{{ icon("a", true) }}{{ icon("<") }}{{ icon(safe) }}{{ icon("a") }}',
        )
        text = env.get_template("page.html").render(safe=Markup("<"))
        assert text == "<i>aFalse</i><i>aTrue</i><i>&lt;False</i><i><False</i><i>aFalse</i>"

    def test_take_what_cannot_be_remembered(self) -> None:
        env = environment(
            tags='{% set remembered = ("tags",) %}{% macro tags(items) %}{{ items|join(" ") }}{% endmacro %}',
            page='{% from "tags.html" import tags %}{{ tags(items) }}',
        )
        assert env.get_template("page.html").render(items=["a", "b"]) == "a b"

    def test_that_nobody_defined_are_an_error(self) -> None:
        env = environment(icon="", page='{% from "icon.html" import icon %}{{ icon("a") }}')
        with pytest.raises(UndefinedError):
            env.get_template("page.html").render()


class TestTexts:
    @pytest.mark.parametrize("text", ["Agenda", "L’été", "l'été", "A & B", "<b>"])
    def test_are_written_as_gettext_would(self, text: str) -> None:
        written = f'{{{{ _("{text}") }}}}'
        plain = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
        plain.install_null_translations(newstyle=True)
        assert environment(page=written).get_template("page.html").render() == plain.from_string(written).render()


class TestKeys:
    def test_know_all_that_a_template_includes(self) -> None:
        templates = THEME / "templates"
        env = Environment(loader=FileSystemLoader(templates), extensions=["jinja2.ext.i18n"])
        keys = Keys(templates, ())
        for name in env.list_templates():
            found = {name}
            ahead = [name]
            while ahead:
                source = (templates / ahead.pop()).read_text("utf-8")
                new = {other for other in meta.find_referenced_templates(env.parse(source)) if other is not None} - found
                found |= new
                ahead += new
            assert keys.closure(name) == found

    def test_change_with_what_is_included_and_with_the_settings(self, tmp_path: Path) -> None:
        (tmp_path / "page.html").write_text('{% include "part.html" %}')
        (tmp_path / "other.html").write_text("x")
        (tmp_path / "part.html").write_text("one")
        before = Keys(tmp_path, ("a",))
        page, other = before.of("page.html"), before.of("other.html")
        (tmp_path / "part.html").write_text("two")
        after = Keys(tmp_path, ("a",))
        assert after.of("page.html") != page
        assert after.of("other.html") == other
        assert Keys(tmp_path, ("b",)).of("other.html") != other
