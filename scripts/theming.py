"""The theme outside of a build: for commands that fill templates of it."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader

from contributions.region.hub import Hub
from publishing.assets import Theme
from publishing.rendering import environment
from usage import HERE

THEME = HERE / "themes" / "escale"


def with_theme(hub: Hub) -> Environment:
    """The templates of the theme in the colours of a hub, with which mails are made from now on."""
    theme = Theme(THEME / "static", hub.tokens)
    names = {"hub": hub, "asset": theme.url, "preview": False, "footer_pages": (), **theme.literal}
    return environment(FileSystemLoader(THEME / "templates"), THEME / "locale", hub.lang, names)
