"""Lay a letter down as a draft, once: its name is looked for before. What each service asks for, as its manual says."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from newsletter.sending.calls import NotSent, Service

PAGE = 100
MOST_PAGES = 30
"""Three thousand campaigns: fifty years of weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What is laid down. `name` tells which letter it is: « 2026-w47 », « nuits-noires 2026-11-02 »."""

    name: str
    label: str
    """The name under which it is kept; it holds `name`."""
    subject: str
    preview: str
    html: str
    text: str
    sender: str
    sender_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where it is laid down. `lists` are those that it is meant for."""

    key: str = field(repr=False)
    server: str = ""
    lists: tuple[str, ...] = ()
    template: str = ""


Open = Callable[[str, Mapping[str, str], str], Service]
"""A service by its address, the headers that hold its key, and the key."""


def brevo(campaign: Campaign, account: Account, open_: Open = Service) -> bool:
    """Brevo (developers.brevo.com/reference/createemailcampaign): whether it was laid down now. Raises NotSent."""
    service = open_("https://api.brevo.com/v3", {"api-key": account.key}, account.key)

    def names() -> Iterator[str]:
        for page in range(MOST_PAGES):
            found = service.get("/emailCampaigns", limit=PAGE, offset=page * PAGE, sort="desc", excludeHtmlContent="true")
            campaigns = _list(found, "campaigns")
            yield from (str(one.get("name", "")) for one in campaigns)
            if len(campaigns) < PAGE:
                return

    if any(_is(campaign, name) for name in names()):
        return False
    values = {
        "name": campaign.label,
        "subject": campaign.subject,
        "sender": {"name": campaign.sender_name, "email": campaign.sender},
        "previewText": campaign.preview,
        "htmlContent": campaign.html,
        **({"recipients": {"listIds": [_number(one) for one in account.lists]}} if account.lists else {}),
    }
    service.send("POST", "/emailCampaigns", values)
    return True


def listmonk(campaign: Campaign, account: Account, open_: Open = Service) -> bool:
    """Listmonk (listmonk.app/docs/apis/campaigns): whether it was laid down now. Raises NotSent."""
    if not account.lists:
        raise NotSent("listmonk veut savoir à quelle liste : --list NUMÉRO.")
    service = open_(f"{account.server.rstrip('/')}/api", {"Authorization": f"token {account.key}"}, account.key)

    def names() -> Iterator[str]:
        for page in range(1, MOST_PAGES + 1):
            found = service.get("/campaigns", page=page, per_page=PAGE, no_body="true")
            results = _list(found.get("data") if isinstance(found, dict) else None, "results")
            yield from (str(one.get("name", "")) for one in results)
            if len(results) < PAGE:
                return

    if any(_is(campaign, name) for name in names()):
        return False
    values = {
        "name": campaign.label,
        "subject": campaign.subject,
        "lists": [_number(one) for one in account.lists],
        "from_email": f"{campaign.sender_name} <{campaign.sender}>",
        "type": "regular",
        "content_type": "html",
        "body": campaign.html,
        "altbody": campaign.text,
        **({"template_id": _number(account.template)} if account.template else {}),
    }
    service.send("POST", "/campaigns", values)
    return True


def mailchimp(campaign: Campaign, account: Account, open_: Open = Service) -> bool:
    """Mailchimp (mailchimp.com/developer/marketing/api/campaigns): whether it was laid down now. Raises NotSent.

    A campaign is made first, and filled then: one that was left empty by a failure is filled the next time.
    """
    if len(account.lists) != 1:
        raise NotSent("Mailchimp veut savoir à quelle audience : --list IDENTIFIANT, une seule.")
    data_centre = account.server or account.key.rpartition("-")[2]
    if not data_centre.isalnum() or data_centre == account.key:
        raise NotSent("Une clé de Mailchimp finit par son serveur, comme « -us21 » : copiez-la en entier.")
    basic = base64.b64encode(f"escale:{account.key}".encode()).decode()
    service = open_(f"https://{data_centre}.api.mailchimp.com/3.0", {"Authorization": f"Basic {basic}"}, account.key)

    def known() -> Iterator[dict[str, Any]]:
        for page in range(MOST_PAGES):
            found = service.get("/campaigns", count=PAGE, offset=page * PAGE, sort_field="create_time", sort_dir="DESC")
            campaigns = _list(found, "campaigns")
            yield from (one for one in campaigns if _is(campaign, str((one.get("settings") or {}).get("title", ""))))
            if len(campaigns) < PAGE:
                return

    there = next(known(), None)
    if there is not None and (there.get("status") != "save" or service.get(f"{_path(there)}/content").get("html")):
        return False
    settings = {
        "title": campaign.label,
        "subject_line": campaign.subject,
        "preview_text": campaign.preview,
        "from_name": campaign.sender_name,
        "reply_to": campaign.sender,
    }
    values = {"type": "regular", "recipients": {"list_id": account.lists[0]}, "settings": settings}
    made = there or service.send("POST", "/campaigns", values)
    service.send("PUT", f"{_path(made)}/content", {"html": campaign.html, "plain_text": campaign.text})
    return True


DRAFTS: Mapping[str, Callable[[Campaign, Account, Open], bool]] = {"brevo": brevo, "listmonk": listmonk, "mailchimp": mailchimp}
KEYS: Mapping[str, str] = {"brevo": "BREVO_API_KEY", "listmonk": "LISTMONK_API_KEY", "mailchimp": "MAILCHIMP_API_KEY"}
"""The variable of the environment that holds a key, where ESCALE_LETTER_KEY does not."""


def _is(campaign: Campaign, name: str) -> bool:
    """Whether a campaign is this letter's, however somebody has completed its name; « 2026-w4 » is not « 2026-w47 »."""
    before, found, behind = name.partition(campaign.name)
    return bool(found) and not before[-1:].isalnum() and not behind[:1].isalnum()


def _list(found: Any, name: str) -> list[dict[str, Any]]:
    """A list of objects in an answer. Raises NotSent: where nobody knows what is there, nothing is laid down."""
    value = found.get(name) if isinstance(found, dict) else None
    if value is None and isinstance(found, dict) and (not found or found.get("count") == 0):
        return []
    if not isinstance(value, list):
        raise NotSent("Le service répond autrement que prévu : rien n’y est déposé.")
    return [one for one in value if isinstance(one, dict)]


def _path(campaign: Mapping[str, Any]) -> str:
    identifier = str(campaign.get("id") or "")
    if not identifier:
        raise NotSent("Mailchimp répond autrement que prévu : regardez si un brouillon vide y est.")
    return f"/campaigns/{quote(identifier, safe='')}"


def _number(text: str) -> int:
    if not text.isdecimal():
        raise NotSent(f"« {text} » n’est pas le numéro d’une liste : il n’a que des chiffres.")
    return int(text)
