"""The HTML of a body as a page shows it: images that reserve their place, films as cards that lead to them, no heading without words."""

from __future__ import annotations

import re

from contributions.library.library import Library
from publishing.strings import _
from views.pictures import srcset

IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*?) src="/(images/[^"]+)"([^>]*)>')
EMPTY_HEAD = re.compile(r"<th( [^>]*)?></th>")
FILM = re.compile(
    r'<p><a href="(?P<url>https?://(?:www\.|m\.)?(?P<host>(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|player\.vimeo\.com'
    r'|dailymotion\.com|dai\.ly|canal-u\.tv|universcience\.tv|arte\.tv)(?=/)|[\w.-]+(?=/(?:w|videos/watch|videos/embed)/[\w-]+"))[^"]*)"'
    r"(?P<rest>[^>]*)>(?P<words>(?:(?!</a>).)*)</a>\s*\.?</p>"
)
"""A link to a film, alone in its paragraph; PeerTube is known by its paths, wherever it is hosted."""
SIZES = "(width < 60rem) 100vw, 44rem"


def body(library: Library, html: str) -> str:
    """Safe HTML of a contribution, ready for a page."""
    if "<th" in html:
        html = EMPTY_HEAD.sub(r"<td\1></td>", html)
    if '<p><a href="http' in html:
        html = FILM.sub(_film, html)
    return IMAGE.sub(lambda match: _image(library, match), html) if "<img" in html else html


def _film(match: re.Match[str]) -> str:
    """A card that leads to a film: nothing of another site is shown in ours."""
    words = _("Voir la vidéo") if match["words"].startswith("http") else match["words"]
    host = _("Vidéo sur {host}").format(host=match["host"])
    return f'<p class="film"><a href="{match["url"]}"{match["rest"]}>{words}<span>{host}</span></a></p>'


def _image(library: Library, match: re.Match[str]) -> str:
    before, path, after = match.groups()
    size = library.image(path)
    if size is None or "width=" in before + after:
        return match[0]
    sources = srcset(path, size)
    chosen = f' srcset="{sources}" sizes="{SIZES}"' if sources else ""
    return f'<img{before} src="/{path}"{chosen} width="{size.width}" height="{size.height}" loading="lazy" decoding="async"{after}>'
