"""How the words of a source become ours: content/imports/SOURCE.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, Field, ValidationInfo

from contributions.fields.fields import Named, Text
from contributions.fields.vocabulary import refuse_unknown
from contributions.models.common import Audience, Theme
from contributions.models.groups import Model
from contributions.words.folding import folded

FOLDER = "imports"
"""Where the maps lie, below content/."""
SourceName = Literal["openagenda", "fete-de-la-science", "ics", "tableur", "rss", "questionnaire"]
SOURCES: tuple[str, ...] = get_args(SourceName)
"""What can be imported; a map has the name of its source."""


def _category(value: str, info: ValidationInfo) -> str:
    return refuse_unknown(value, "categories", info)


Category = Annotated[str, AfterValidator(_category)]
"""Of whatever kind: a source does not say which."""


class ImportMap(Model):
    """What the words of a source mean here, and what stands where it says nothing."""

    themes: dict[Text, Theme] = Field(title="Thèmes", default_factory=dict)
    categories: dict[Text, Category] = Field(title="Catégories", default_factory=dict)
    audiences: dict[Text, Audience] = Field(title="Publics", default_factory=dict)
    organisers: dict[Text, Named] = Field(title="Structures", default_factory=dict)
    default: dict[str, Any] = Field(title="À défaut", default_factory=dict)

    @cached_property
    def by_word(self) -> Mapping[str, Mapping[str, str]]:
        """The four tables by name, their words folded."""
        tables = {"themes": self.themes, "categories": self.categories, "audiences": self.audiences, "organisers": self.organisers}
        return {name: {folded(word): ours for word, ours in table.items()} for name, table in tables.items()}
