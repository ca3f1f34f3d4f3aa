"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from contributions.region.hub import Hub
from views.syndication.values import ICON, Channel, Item, moment, plain

VERSION = "https://jsonfeed.org/version/1.1"


def text(hub: Hub, channel: Channel, items: Iterable[dict[str, Any]]) -> bytes:
    """A feed as text."""
    found = {
        "version": VERSION,
        "title": plain(channel.title),
        "home_page_url": plain(channel.page),
        "feed_url": plain(channel.own),
        "description": plain(channel.description),
        "icon": hub.url + ICON,
        "favicon": f"{hub.url}/favicon.ico",
        "authors": [{"name": hub.name, "url": f"{hub.url}/"}],
        "language": hub.lang,
        "items": list(items),
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def item(hub: Hub, found: Item) -> dict[str, Any]:
    """An item; what is not known of it is left out."""
    told = {
        "id": plain(found.guid),
        "url": plain(found.link),
        "title": plain(found.title),
        "content_html": plain(found.content),
        "summary": plain(found.summary),
        "image": plain(found.pictures[0].url) if found.pictures else None,
        "date_published": moment(found.day, hub.zone).isoformat(),
        "date_modified": moment(found.updated, hub.zone).isoformat() if found.updated else None,
        "authors": [{"name": plain(found.creator or hub.name)}],
        "tags": [plain(category) for category in found.categories],
        "language": found.lang or hub.lang,
        "attachments": _attachments(found),
    }
    return {name: value for name, value in told.items() if value or name == "content_html"}


def _attachments(found: Item) -> list[dict[str, Any]]:
    """The file that goes with it; of a picture that is one too, what it shows and whose it is."""
    if found.enclosure is None:
        return []
    told = {"url": plain(found.enclosure.url), "mime_type": found.enclosure.type, "size_in_bytes": found.enclosure.length}
    for shown in found.pictures:
        words = " – ".join(filter(None, (plain(shown.alt), plain(shown.credit))))
        if shown.url == found.enclosure.url and words:
            told["title"] = words
    return [told]
