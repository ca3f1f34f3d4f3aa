"""What an event costs, as programs read it (schema.org's Offer): nothing, or one amount in euros."""

from __future__ import annotations

import re

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.states import is_full
from contributions.record.values import CALLED_OFF
from contributions.words.typography import NBSP, NNBSP
from views.jsonld import Node

PAYERS = "personne|participante?|enfant|adulte|famille|élève|équipe"
AMOUNT = re.compile(rf"(\d{{1,4}})(?:[,.](\d{{1,2}}))?\s?(?:€|euros?)(?: par (?:{PAYERS}))?\.?", re.IGNORECASE)
"""A price in words that is one amount and nothing else: more words say who pays what."""


def offer(library: Library, event: Contribution[Event], status: str) -> Node | None:
    """The offer of an event, or of a showing, in that state; None where no price is known, and of what is called off."""
    meta, cost = event.meta, price(event.meta)
    if status in CALLED_OFF or cost is None:
        return None
    return {
        "@type": "Offer",
        "price": cost,
        "priceCurrency": "EUR",
        "availability": f"https://schema.org/{'SoldOut' if is_full(meta, status) else 'InStock'}",
        "url": (meta.booking.url if meta.booking else None) or library.hub.url + event.url,
        "validFrom": meta.date.isoformat(),
    }


def price(meta: Event) -> str | None:
    """Euros, with a point: « 0 », « 6 », « 6.50 »; None where words say more than one amount, or none."""
    if meta.price is None:
        return None
    if meta.price.free:
        return "0"
    amount = AMOUNT.fullmatch((meta.price.text or "").replace(NNBSP, " ").replace(NBSP, " ").strip())
    if amount is None:
        return None
    return f"{amount[1]}.{amount[2].ljust(2, '0')}" if amount[2] else amount[1]
