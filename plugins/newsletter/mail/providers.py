"""The services that send letters: what stands for « unsubscribe » and « see on line » there, and what else they would replace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from contributions.region.hub import Hub

BRACES = r"\{(?=[{%#])|[}%#](?=\})"
"""Django's templates, Jinja's and Go's: an opening, and an end."""
STARS = r"\*(?=\|)|\|(?=\*)"
BRACKETS = r"\[(?=[A-Za-z])"
OLD_BREVO = r"\[(?=[A-Z_]+\])|\{(?=[A-Z_.]+\})"
"""What its templates were before: [UNSUBSCRIBE], {NAME}."""
TRACKED = r"@(?=TrackLink)"
"""listmonk makes a link of its own of all that stands between http:// and this."""
ANY = re.compile("|".join((BRACES, STARS, BRACKETS, OLD_BREVO, TRACKED)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A service. What it puts into a mail is empty where it has nothing of the sort."""

    unsubscribe: str = ""
    """Where a reader leaves; an address once the mail is sent."""
    online: str = ""
    """Where the mail is shown in a browser; likewise."""
    address: str = ""
    """The sender's postal address, as HTML."""
    marks: re.Pattern[str] = ANY
    """First characters of what it would replace. Of a service that nobody named, whatever any of them would."""
    email: str = ""
    """The field of its form that takes a reader's address; empty where its form is not known."""
    trap: str = ""
    """The field that only robots fill; `{u}` stands for a parameter of the form's address."""
    fixed: tuple[tuple[str, str], ...] = ()
    """Fields that its form always has."""
    moved: tuple[str, ...] = ()
    """Parameters of the form's address that it takes as fields instead."""


PROVIDERS: Mapping[str, Provider] = {
    # developers.brevo.com (template language); the fields of the forms that it hands out.
    "brevo": Provider(
        unsubscribe="{{ unsubscribe }}",
        online="{{ mirror }}",
        marks=re.compile(f"{BRACES}|{OLD_BREVO}"),
        email="EMAIL",
        trap="email_address_check",
        fixed=(("locale", "fr"), ("html_type", "simple")),
    ),
    # mailchimp.com/help/all-the-merge-tags-cheat-sheet
    "mailchimp": Provider(
        unsubscribe="*|UNSUB|*",
        online="*|ARCHIVE|*",
        address="*|HTML:LIST_ADDRESS_HTML|*",
        marks=re.compile(STARS),
        email="EMAIL",
        trap="b_{u}_{id}",
    ),
    # listmonk.app/docs/templating; cmd/public.go for the form, whose lists are fields (`l`).
    "listmonk": Provider(
        unsubscribe="{{ UnsubscribeURL }}",
        online="{{ MessageURL }}",
        marks=re.compile(f"{BRACES}|{TRACKED}"),
        email="email",
        trap="nonce",
        moved=("l",),
    ),
    # docs.buttondown.com
    "buttondown": Provider(
        unsubscribe="{{ unsubscribe_url }}",
        marks=re.compile(BRACES),
        email="email",
        fixed=(("embed", "1"),),
    ),
    # sendy.co/get-started, sendy.co/api
    "sendy": Provider(
        unsubscribe="[unsubscribe]",
        online="[webversion]",
        marks=re.compile(BRACKETS),
        email="email",
        trap="hp",
        fixed=(("subform", "yes"),),
        moved=("list",),
    ),
}
OTHER = Provider()


def provider(hub: Hub) -> Provider:
    """The service of a hub; of one that names none, or « autre », nothing is known."""
    return PROVIDERS.get((hub.newsletter and hub.newsletter.provider) or "", OTHER)
