"""The HTML of a body as a page shows it: images that reserve their place, no heading without words."""

from __future__ import annotations

import re

from contributions.library import Library
from views.pictures import srcset

IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*?) src="/(images/[^"]+)"([^>]*)>')
EMPTY_HEAD = re.compile(r"<th( [^>]*)?></th>")
SIZES = "(width < 60rem) 100vw, 44rem"


def body(library: Library, html: str) -> str:
    """Safe HTML of a contribution, ready for a page."""
    if "<th" in html:
        html = EMPTY_HEAD.sub(r"<td\1></td>", html)
    return IMAGE.sub(lambda match: _image(library, match), html) if "<img" in html else html


def _image(library: Library, match: re.Match[str]) -> str:
    before, path, after = match.groups()
    size = library.image(path)
    if size is None or "width=" in before + after:
        return match[0]
    sources = srcset(path, size)
    chosen = f' srcset="{sources}" sizes="{SIZES}"' if sources else ""
    return f'<img{before} src="/{path}"{chosen} width="{size.width}" height="{size.height}" loading="lazy" decoding="async"{after}>'
