"""What a checkout of Escale knows of the contract: a corpus for an earlier one is written without the keys that came later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmark.demo import Keys
from contributions.region.hub import HUB_FILE


@dataclass(frozen=True)
class Edition:
    """The contract as a checkout has it."""

    checkout: Path

    @cached_property
    def schemas(self) -> dict[str, Keys]:
        """Kind → the JSON Schema that the checkout publishes for it."""
        return {file.stem: json.loads(file.read_text("utf-8")) for file in (self.checkout / "schemas").glob("*.json")}

    @property
    def hub(self) -> Path:
        """The region of its demonstration."""
        return self.checkout / "content" / HUB_FILE

    def known(self, kind: str, keys: Keys) -> Keys:
        """The keys of a contribution, at any depth, without those that the schema of its kind does not name."""
        found: Keys = _known(keys, self.schemas[kind])
        return found


def _known(value: Any, schema: Keys) -> Any:
    if isinstance(value, dict) and "properties" in schema:
        named = schema["properties"]
        return {key: _known(held, named[key]) for key, held in value.items() if key in named}
    if isinstance(value, list) and "items" in schema:
        return [_known(held, schema["items"]) for held in value]
    return value
