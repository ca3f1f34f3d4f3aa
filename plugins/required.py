"""Load Pelican plugins so that one that fails stops the build with 2: Pelican itself would only warn, and go on."""

from __future__ import annotations

import importlib
import sys
import traceback
from types import ModuleType

FAILED = 2


class Required:
    """A plugin whose failure to register is not survived. Pelican catches exceptions here, but not SystemExit."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module
        self.__name__ = module.__name__

    def register(self) -> None:
        """Register the plugin, or end the build."""
        try:
            self._module.register()
        except (Exception, SystemExit):
            _stop(self._module.__name__)


def required(*names: str) -> list[Required]:
    """The plugins by these names, imported. Ends the build with exit code 2 where one cannot be."""
    return [Required(_imported(name)) for name in names]


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit):  # nor does a plugin end the build as if all were well
        _stop(name)
        raise  # never reached: _stop exits


def _stop(name: str) -> None:
    traceback.print_exc()
    print(f"Escale: the plugin « {name} » does not load; nothing is published.", file=sys.stderr)
    raise SystemExit(FAILED)
