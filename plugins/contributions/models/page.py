"""Pages that stand alone: about, legal."""

from __future__ import annotations

from typing import ClassVar

from contributions.models.common import Common


class StandalonePage(Common):
    """A page at the top of the site."""

    kind: ClassVar[str] = "page"
