"""The HTML of a body as a page shows it: images that reserve their place, films as cards that lead to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contributions.library.library import Library
from contributions.words.escapes import file_at
from publishing.strings import _
from views.html import addressed
from views.pictures import srcset

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

FILM = re.compile(
    r"https?://(?:www\.|m\.)?(?P<host>(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|player\.vimeo\.com"
    r"|dailymotion\.com|dai\.ly|canal-u\.tv|universcience\.tv|arte\.tv)(?=/)|[\w.-]+(?=/(?:w|videos/watch|videos/embed)/[\w-]+\Z))"
)
"""The address of a film; PeerTube is known by its paths, wherever it is hosted."""
LONE_LINK = '<p><a href="http'
SIZES = "(width < 60rem) 100vw, 44rem"


def body(library: Library, html: str) -> str:
    """Safe HTML of a contribution, ready for a page."""
    html = addressed(html)
    if "<img" not in html and LONE_LINK not in html:
        return html
    from contributions.markdown.soup import parsed, written  # few bodies have pictures or films

    soup = parsed(html)
    for paragraph in soup.find_all("p"):
        _film(soup, paragraph)
    for image in soup.find_all("img"):
        _image(library, image)
    return written(soup)


def _film(soup: BeautifulSoup, paragraph: Tag) -> None:
    """A link to a film, alone in its paragraph, is a card that leads to it: nothing of another site is shown in ours."""
    link = paragraph.a
    if link is None or link is not paragraph.contents[0] or "".join(map(str, paragraph.contents[1:])).strip() not in {"", "."}:
        return
    film = FILM.match(str(link.get("href", "")))
    if film is None:
        return
    if link.get_text().startswith("http"):
        link.string = _("Voir la vidéo")
    host = soup.new_tag("span")
    host.string = _("Vidéo sur {host}").format(host=film["host"])
    link.append(host)
    paragraph.clear()
    paragraph.append(link)
    paragraph["class"] = "film"


def _image(library: Library, image: Tag) -> None:
    """Reserve the place of a picture of ours."""
    source = str(image.get("src", ""))
    path = file_at(source)
    size = library.image(path) if source.startswith("/images/") else None
    if size is None or "width" in image.attrs:
        return
    sources = srcset(path, size)
    chosen = {"srcset": sources, "sizes": SIZES} if sources else {}
    place = {"width": str(size.width), "height": str(size.height), "loading": "lazy", "decoding": "async"}
    names = list(image.attrs)
    at = names.index("src") + 1
    before, after = ({name: image.attrs[name] for name in part} for part in (names[:at], names[at:]))
    image.attrs = {**before, **chosen, **place, **after}
