"""What makes the theme's templates quick: the interface's texts are part of them, and macros remember what they gave."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from publishing.strings import _

SPECIAL = frozenset("<>&\"'")
MOST = 8_000

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # markupsafe without its extension

    def escaped(text: str, /) -> str:
        """Text as HTML text."""
        return str(escape(text))


class Texts(Extension):
    """Replace « _("Agenda") » by its translation when a template is compiled, so that it is text like any other.

    Text with characters that HTML escapes is left to gettext, which marks it as safe.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with calls of `_` on one constant replaced."""
        ahead: list[Token] = []
        for token in stream:
            ahead.append(token)
            if len(ahead) < len(CALL):
                continue
            if [found.type for found in ahead] == CALL and ahead[0].value == "_" and not SPECIAL & set(_(ahead[2].value)):
                yield Token(ahead[2].lineno, "string", _(ahead[2].value))
                ahead = []
            else:
                yield ahead.pop(0)
        yield from ahead


CALL = ["name", "lparen", "string", "rparen"]


class Quick(CodeGenerator):
    """Compile templates to code that escapes text to plain text, and calls macros as functions.

    Jinja wraps each piece of text that it writes in an object of its own, only to join it with the others, and looks at
    whatever is called for wishes about its context, which a macro has not. The private names are those of the locked version.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Compile a template; the macros it imports or has are known first."""
        imported = (name for found in node.find_all(nodes.FromImport) for name in found.names)
        self._macros = {name if isinstance(name, str) else name[1] for name in imported} | {
            found.name for found in node.find_all(nodes.Macro)
        }
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Compile a call."""
        if forward_caller or not (isinstance(node.node, nodes.Name) and node.node.name in self._macros):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("environment.call_macro(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escape_text(")


def quick(env: Environment) -> None:
    """Have an environment compile quick templates."""
    env.add_extension(Texts)
    env.code_generator_class = Quick
    env.template_class = Component
    env.extend(call_macro=operator.call, escape_text=escape_text)  # compiled templates see their environment and nothing else


def escape_text(value: object) -> str:
    """A value as HTML text: escaped, unless it is HTML already."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else str(escape(value))


class Component(Template):
    """A template whose macros are pure, as they are imported without context.

    What those gave that it names in `remembered` is kept for the next time: those that are asked for the same thing on
    many pages, an icon, the card of a contribution.
    """

    kept: ClassVar[dict[tuple[Any, ...], Any]] = {}
    """What macros gave, by their name and arguments; emptied when it has grown large."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        known = self.__dict__.get("_escale_module")
        if known is None:
            known = self.__dict__["_escale_module"] = super()._get_default_module(ctx)
            for name in getattr(known, "remembered", ()):
                setattr(known, name, _once(f"{self.name} {name}", getattr(known, name)))
        return known


def _once(name: str, macro: Macro) -> Callable[..., Any]:
    kept = Component.kept

    def answer(*arguments: Any, **named: Any) -> Any:
        # The types count too: "a" and safe HTML "a" are equal, and are written differently.
        key = (name, arguments, tuple(map(type, arguments)), tuple(named.items()))
        try:
            if key in kept:
                return kept[key]
        except TypeError:  # a list or mapping: nothing to remember it by
            return macro(*arguments, **named)
        if len(kept) > MOST:
            kept.clear()
        found = kept[key] = macro(*arguments, **named)
        return found

    return answer
