"""A field of a form, as a template shows it (components/proposal_field.html)."""

from __future__ import annotations

from dataclasses import dataclass

from publishing.strings import _


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and the word for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is asked. `path` leads to it, `*` standing for the number of a row: « slots.*.place.city ».

    control: text area url email tel integer number day moment when file select checks bool words reference, or of several fields:
    group, fold (a group that is unfolded), rows (the same group several times), list (one field several times).
    """

    path: str
    label: str
    help: str = ""
    example: str = ""
    control: str = "text"
    sort: str = "text"
    required: bool = False
    default: str = ""
    reference: str = ""
    choices: tuple[Choice, ...] = ()
    fields: tuple[Field, ...] = ()
    own: str = ""
    """The model's help, which speaks of the file."""
    one: str = ""
    """What a row is called: « une date »."""
    again: str = ""
    """The words to add the same a week later."""

    @property
    def key(self) -> str:
        """Its name in its group."""
        return self.path.rpartition(".")[2]

    @property
    def hint(self) -> str:
        """What stands below its name: its help, else its example, where one writes and does not choose."""
        if self.help or not self.example or self.control in {"select", "day", "moment"}:
            return self.help
        return _("Par exemple : {example}").format(example=self.example)
