"""What the templates and style sheets of the theme keep to, so that they can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from support import REPOSITORY

THEME = REPOSITORY / "themes" / "escale"
TEMPLATES = {file.relative_to(THEME / "templates").as_posix(): file for file in sorted((THEME / "templates").rglob("*.html"))}
SHEETS = {file.relative_to(THEME / "static" / "css").as_posix(): file for file in sorted((THEME / "static" / "css").rglob("*.css"))}
COMPONENTS = [name for name in SHEETS if name.startswith(("components/", "pages/"))]

GIVEN = {"_", "asset", "gettext", "ngettext", "range", "super"}
"""What every template can call without importing it; `trans` calls the last two."""

ALONE = {
    "components/site_frame.html": "base.html would be twice as long",
    "components/event_dates.html": "event.html would be longer than one reads",
    "components/star.html": "base.html says what every page has, and not how",
    "components/tool_filters.html": "catalogue.html would be longer than one reads",
    "components/letter_entry.html": "what it gave is remembered, which works from file to file only",
}
"""Components that one template uses, and why they are not a part of it."""

NOT_OURS = {"footnote": "Python-Markdown writes it"}
"""Classes that stand in no file of ours."""


def tree(name: str) -> nodes.Template:
    """A template, parsed."""
    return Environment(extensions=["jinja2.ext.i18n"]).parse(TEMPLATES[name].read_text("utf-8"))


def imports(template: nodes.Template) -> Iterator[tuple[str, str]]:
    """The file of each macro that a template imports, and the name that it has there."""
    for found in template.find_all(nodes.FromImport):
        assert isinstance(found.template, nodes.Const)
        for name in found.names:
            yield found.template.value, name if isinstance(name, str) else name[1]


class TestTemplates:
    @pytest.mark.parametrize("name", TEMPLATES)
    def test_have_no_line_that_is_too_long_to_read(self, name: str) -> None:
        assert [line for line in TEMPLATES[name].read_text("utf-8").splitlines() if len(line) > 160] == []

    @pytest.mark.parametrize("name", TEMPLATES)
    def test_import_the_macros_that_they_call_and_no_others(self, name: str) -> None:
        template = tree(name)
        called = {call.node.name for call in template.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
        own = {macro.name for macro in template.find_all(nodes.Macro)}
        assert called - own - GIVEN == {macro for _file, macro in imports(template)}

    def test_share_components_or_argue_why_not(self) -> None:
        users = Counter(file for name in TEMPLATES for file in {file for file, _macro in imports(tree(name))})
        assert {name for name in TEMPLATES if name.startswith("components/") and users[name] < 2} == set(ALONE)


def bare(name: str) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", SHEETS[name].read_text("utf-8"), flags=re.DOTALL)


def selectors(name: str) -> list[str]:
    """What stands before the braces of a sheet's rules, those of its media and layers left out."""
    return [found.strip() for found in re.findall(r"([^{};]+)\{(?=[^{}]*\})", bare(name)) if not found.strip().startswith("@")]


def written() -> tuple[set[str], set[str]]:
    """The words in quotes in templates, scripts and plugins, and those that are completed there: « badge- » of « badge-{{ tone }} »."""
    folders = ((THEME / "templates", "*.html"), (THEME / "static" / "js", "*.js"), (REPOSITORY / "plugins", "*.py"))
    words: set[str] = set()
    begun: set[str] = set()
    for folder, files in folders:
        for file in folder.rglob(files):
            text = file.read_text("utf-8")
            begun.update(re.findall(r"([a-z][a-z-]*-)\{\{", text))
            for source in (text, re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text)):
                words.update(word for found in re.findall(r"""(?<=["'])[a-z0-9 -]+(?=["'])""", source) for word in found.split())
    return words, begun


class TestStyleSheets:
    @pytest.mark.parametrize("name", SHEETS)
    def test_have_no_line_that_is_too_long_to_read(self, name: str) -> None:
        assert [line for line in SHEETS[name].read_text("utf-8").splitlines() if len(line) > 120] == []

    @pytest.mark.parametrize("name", COMPONENTS)
    def test_of_components_say_what_they_are_for_and_stand_in_their_layer(self, name: str) -> None:
        purpose, layer = SHEETS[name].read_text("utf-8").splitlines()[:2]
        assert re.fullmatch(r"/\* .+ \*/", purpose)
        assert layer == "@layer components {"

    def test_of_components_share_no_selector_so_that_their_order_is_nothing_to_know(self) -> None:
        places = Counter(selector for name in COMPONENTS for selector in set(selectors(name)))
        assert [selector for selector, count in places.items() if count > 1] == []

    @pytest.mark.parametrize("name", [name for name in SHEETS if name not in {"tokens.css", "print.css"}])
    def test_take_their_colours_from_the_tokens(self, name: str) -> None:
        assert re.findall(r"#[0-9a-f]{3,8}\b(?=[^{]*[;}])|\b(?:rgb|hsl|oklch|light-dark)\([^;]*", bare(name)) == []

    @pytest.mark.parametrize("name", SHEETS)
    def test_use_tokens_that_exist(self, name: str) -> None:
        declared = set(re.findall(r"(--[a-z0-9-]+):", bare(name) + bare("tokens.css")))
        assert set(re.findall(r"var\((--[a-z0-9-]+)", bare(name))) - declared == set()

    def test_declare_no_token_in_vain(self) -> None:
        used = {token for name in SHEETS for token in re.findall(r"var\((--[a-z0-9-]+)", bare(name))}
        assert set(re.findall(r"(--[a-z0-9-]+):", bare("tokens.css"))) - used == set()

    def test_name_no_class_that_nothing_has(self) -> None:
        words, begun = written()
        classes = {found for name in SHEETS for selector in selectors(name) for found in re.findall(r"\.([a-z][a-z0-9-]*)", selector)}
        missing = {
            name
            for name in classes - words - set(NOT_OURS)
            if not any(name.startswith(start) and name.removeprefix(start) in words for start in begun)
        }
        assert missing == set()
