"""The eight kinds of contributions, each one declaration: validation, schema, documentation and forms derive from it."""

from contributions.models.announcement import Announcement
from contributions.models.article import Article
from contributions.models.common import Common, Contributed
from contributions.models.event import Event
from contributions.models.exhibition import Exhibition
from contributions.models.groups import Model
from contributions.models.organisation import Organisation
from contributions.models.page import StandalonePage
from contributions.models.programme import Programme
from contributions.models.resource import Resource

KINDS: dict[str, type[Common]] = {
    "event": Event,
    "exhibition": Exhibition,
    "article": Article,
    "announcement": Announcement,
    "resource": Resource,
    "organisation": Organisation,
    "programme": Programme,
    "page": StandalonePage,
}
"""Every kind and its model, in the order in which a visitor meets them."""

FOLDERS: dict[str, str] = {f"{kind}s": kind for kind in KINDS}
"""Folder below content/ → kind."""

__all__ = [
    "FOLDERS",
    "KINDS",
    "Announcement",
    "Article",
    "Common",
    "Contributed",
    "Event",
    "Exhibition",
    "Model",
    "Organisation",
    "Programme",
    "Resource",
    "StandalonePage",
]
