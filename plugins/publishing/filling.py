"""Fill templates of the theme for what is no page: a mail, the item of a feed."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from endings.failure import Failure


class Chosen:
    """The environment of a build: one a process, as the interface has one language."""

    env: Environment | None = None


_chosen = Chosen()


class NoTheme(Failure):
    """Nobody has chosen a theme yet."""


def use(env: Environment) -> None:
    """Choose the templates; `publishing.rendering` does."""
    _chosen.env = env


def filled(template: str, **values: Any) -> str:
    """The text of a template with some values. Raises NoTheme."""
    if _chosen.env is None:
        raise NoTheme("Aucun thème n’est choisi : appelez d’abord publishing.rendering.environment().")
    return _chosen.env.get_template(template).render(values)
