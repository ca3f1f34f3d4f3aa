"""Templates write what Jinja's own environment would, whatever is remembered; and their keys know all that they include."""

import gettext
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, UndefinedError, meta
from markupsafe import Markup

from contributions.cache.cache import Cache
from publishing import rendering
from publishing.engine.keys import Keys
from support import REPOSITORY

THEME = REPOSITORY / "themes" / "escale"
ICON = """{% macro icon(name, big=false) %}<i>{{ name }}{{ big }}</i>{{ asked() }}{% endmacro %}{% set icon = icon|remembered %}"""


def environment(**templates: str) -> Environment:
    """An environment with some templates, by name without .html; `asked` counts how often it is called."""
    calls: list[None] = []

    def asked() -> str:
        calls.append(None)
        return str(len(calls))

    loader = DictLoader({f"{name}.html": text for name, text in templates.items()})
    return rendering.environment(loader, THEME / "locale", "fr", {"asked": asked})


class TestRememberedComponents:
    def test_are_asked_once_for_each_argument(self) -> None:
        env = environment(
            icon=ICON,
            page='{% from "icon.html" import icon %}{{ icon("a") }}{{ icon("a", true) }}{{ icon("<") }}{{ icon(safe) }}{{ icon("a") }}',
        )
        text = env.get_template("page.html").render(safe=Markup("<"))
        assert text == "<i>aFalse</i>1<i>aTrue</i>2<i>&lt;False</i>3<i><False</i>4<i>aFalse</i>1"

    def test_are_shared_by_all_templates(self) -> None:
        page = '{% from "icon.html" import icon %}{{ icon("a") }}'
        env = environment(icon=ICON, page=page, other=page)
        texts = [env.get_template(name).render() for name in ("page.html", "other.html", "page.html")]
        assert texts == ["<i>aFalse</i>1"] * 3

    def test_of_two_environments_know_nothing_of_one_another(self) -> None:
        page = '{% from "icon.html" import icon %}{{ icon("a") }}'
        first, second = environment(icon=ICON, page=page), environment(icon=ICON.replace("<i>", "<b>"), page=page)
        assert first.get_template("page.html").render() == "<i>aFalse</i>1"
        assert second.get_template("page.html").render() == "<b>aFalse</i>1"

    def test_take_what_cannot_be_remembered(self) -> None:
        env = environment(
            tags='{% macro tags(items) %}{{ items|join(" ") }}{% endmacro %}{% set tags = tags|remembered %}',
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

    def test_of_another_language_are_not_those_that_were_compiled_for_french(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Breton(gettext.NullTranslations):
            def gettext(self, message: str) -> str:
                return {"Agenda": "Deiziataer"}.get(message, message)

        (tmp_path / "br.mo").write_bytes(b"what a catalogue holds")
        texts = []
        for lang in ("fr", "br"):
            if lang == "br":
                monkeypatch.setattr(gettext, "find", lambda *_: str(tmp_path / "br.mo"))
                monkeypatch.setattr(gettext, "translation", lambda *_, **__: Breton())
            compiled = rendering.Compiled(Cache(tmp_path / "cache").room("templates"), tmp_path, lang)
            env = rendering.environment(DictLoader({"page.html": '{{ _("Agenda") }}'}), tmp_path, lang, {}, compiled)
            texts.append(env.get_template("page.html").render())
        assert texts == ["Agenda", "Deiziataer"]


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
