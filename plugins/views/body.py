"""The HTML of a body as a page shows it: French typography, and images that reserve their place."""

from __future__ import annotations

import re

from contributions.library import Library
from views.pictures import srcset
from views.typography import typo_html

IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*?) src="/(images/[^"]+)"([^>]*)>')
SIZES = "(width < 60rem) 100vw, 44rem"


def body(library: Library, html: str) -> str:
    """Safe HTML of a contribution, ready for a page."""
    return IMAGE.sub(lambda match: _image(library, match), typo_html(html))


def _image(library: Library, match: re.Match[str]) -> str:
    before, path, after = match.groups()
    size = library.media.get(path)
    if size is None or "width=" in before + after:
        return match[0]
    sources = srcset(path, size)
    chosen = f' srcset="{sources}" sizes="{SIZES}"' if sources else ""
    return f'<img{before} src="/{path}"{chosen} width="{size.width}" height="{size.height}" loading="lazy" decoding="async"{after}>'
