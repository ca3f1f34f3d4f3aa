"""The form by which a reader asks for the letter: sent to the service that the hub names, as plain HTML, with what it calls its fields."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from contributions.region.hub import Hub
from newsletter.mail.providers import provider


@dataclass(frozen=True, slots=True)
class Form:
    """Where it is sent, the name of its field, and what is sent with it; `trap` is a field that only robots fill."""

    action: str
    email: str
    fields: tuple[tuple[str, str], ...]
    trap: str


def form(hub: Hub) -> Form | None:
    """The form of a hub's letter; None where the fields of its service are not known, or it has no address.

    Services hand out the address of a form with parameters, some of which must be fields: a browser would send them nowhere else.
    """
    service = provider(hub)
    address = hub.newsletter.action_url if hub.newsletter else None
    if not address or not service.email:
        return None
    parts = urlsplit(address)
    given = parse_qsl(parts.query, keep_blank_values=True)
    values = dict(given)
    try:
        trap = service.trap.format_map(values)
    except KeyError:  # a form of Mailchimp's whose address names no audience
        trap = ""
    return Form(
        action=parts._replace(query=urlencode([(name, value) for name, value in given if name not in service.moved])).geturl(),
        email=service.email,
        fields=(*service.fixed, *((name, value) for name, value in given if name in service.moved)),
        trap=trap,
    )
