"""What ends a command before it is done: exceptions whose words are for people, in French, with the exit code that they end it with."""

from __future__ import annotations


class Failure(Exception):
    """Ends a command. Its words say what is wrong, and what to do next."""

    exitcode = 2


class Told(Exception):
    """Ends a command for a reason that was told already: whoever meets it ends with its exit code, and adds nothing."""

    def __init__(self, exitcode: int) -> None:
        super().__init__(exitcode)
        self.exitcode = exitcode
