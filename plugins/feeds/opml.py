"""OPML 2.0 (http://opml.org/spec2.opml): all feeds as one file, which a reader takes in at once, in folders."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from contributions.library.library import Library
from feeds.offers import offers
from publishing.strings import _

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def opml(library: Library) -> bytes:
    """The file. It bears no day: what changes in it are names of feeds, and nothing says when they were given."""
    hub = library.hub
    root = ET.Element("opml", version="2.0")
    head, body = ET.SubElement(root, "head"), ET.SubElement(root, "body")
    told = {"title": _("Flux – {hub}").format(hub=hub.name), "ownerName": hub.editor.name, "ownerEmail": hub.editor.email}
    for name, value in {**told, "ownerId": f"{hub.url}/", "docs": "http://opml.org/spec2.opml"}.items():
        ET.SubElement(head, name).text = value
    for group in offers(library):
        followed = [offer for offer in group.offers if offer.rss_url]
        if followed:
            folder = ET.SubElement(body, "outline", text=group.title, title=group.title)
            for offer in followed:
                known = {
                    "type": "rss", "text": offer.label, "title": offer.label, "description": offer.description,
                    "xmlUrl": f"{hub.url}{offer.rss_url}", "htmlUrl": f"{hub.url}{offer.page}", "language": hub.lang, "version": "RSS2",
                }  # fmt: skip
                ET.SubElement(folder, "outline", {name: value for name, value in known.items() if value})
    ET.indent(root)
    return f"{HEAD}{ET.tostring(root, encoding='unicode')}\n".encode()
