"""Load Pelican plugins so that one that fails stops the build with 2: Pelican itself would only warn, and go on."""

from __future__ import annotations

import importlib
from types import ModuleType

from endings.telling import UNCHANGED, tell

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
        except BaseException as error:  # nor does a plugin end the build as if all were well
            raise _ended(error) from error


def required(*names: str) -> list[Required]:
    """The plugins by these names, imported. Ends the build with exit code 2 where one cannot be."""
    return [Required(_imported(name)) for name in names]


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except BaseException as error:
        raise _ended(error) from error


def _ended(error: BaseException) -> SystemExit:
    error.add_note(UNCHANGED)
    tell(error)
    return SystemExit(FAILED)
