"""What Pelican sees of Escale: the receiver of its signal, and the generator whose failures are told before Pelican would tell them."""

from __future__ import annotations

import logging

from endings.failure import Told
from endings.telling import telling
from publishing.generator import HubGenerator


class Generator(HubGenerator):
    """Pelican ends with the `exitcode` of what escapes a generator. It is Told: it was said in French, without a traceback."""

    def generate_context(self) -> None:
        """Read and check every contribution."""
        with telling():
            super().generate_context()

    def generate_output(self, writer: object) -> None:
        """Publish every page."""
        with telling():
            super().generate_output(writer)


def generators(pelican: object) -> type[Generator]:
    """Escale's one generator. Signals hold weak references, so this is a function of a module."""
    del pelican
    return Generator


def _not_told(record: logging.LogRecord) -> bool:
    """A filter of Pelican's log: what was told is not told again."""
    return not (record.exc_info and isinstance(record.exc_info[1], Told))


logging.getLogger("pelican").addFilter(_not_told)
