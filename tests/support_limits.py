"""A bound on what hostile input may cost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

ENOUGH = 30.0
"""Seconds of this process, whatever else the machine does: many times what any of these inputs takes, and little beside a hang."""


@contextmanager
def in_bounded_time() -> Iterator[None]:
    """Fail where what is done never seems to end."""
    began = time.process_time()
    yield
    assert time.process_time() - began < ENOUGH
