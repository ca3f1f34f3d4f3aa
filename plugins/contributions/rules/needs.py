"""What a contribution counts on, in a few words: where nothing of it is missing, the rules that look around need not run.

« organisation/musee » is a contribution, « file:images/ciel.svg » a file of content/, « link:/agenda/nuit/ » an address of
the site that a body leads to; DOUBTFUL is what only the rules can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from contributions.library.brief import FOREVER
from contributions.markdown.targets import targets
from contributions.models import FOLDERS, Common, Exhibition
from contributions.region.hub import Hub
from contributions.rules.files import documents, pictures
from contributions.rules.references import references

DOUBTFUL = "?"


def needs(hub: Hub, meta: Common, html: str) -> tuple[str, ...]:
    """Everything that a contribution counts on."""
    return tuple(dict.fromkeys([*_named(hub, meta), *_linked(html)]))


def _named(hub: Hub, meta: Common) -> Iterator[str]:
    """By the front matter."""
    for kind, slug, _location in references(meta):
        yield f"{kind}/{slug}"
    for reference in meta.related:
        kind, _, slug = reference.partition("/")
        yield f"{FOLDERS.get(kind, kind)}/{slug}"
    for picture, _location in pictures(meta):
        yield f"file:{picture.path}"
    for path, _location in documents(meta):
        yield f"file:{path}"
    if meta.aliases or meta.id or (isinstance(meta, Exhibition) and not set(meta.area) <= set(hub.departments)):
        yield DOUBTFUL


def _linked(html: str) -> Iterator[str]:
    """By the body."""
    for name, target, alt in targets(html):
        inner = target.startswith("/") and not target.startswith("//")
        path = unquote(urlsplit(target).path) if inner else ""
        if not inner or (name == "img" and not alt.strip()):
            yield DOUBTFUL
        elif path.startswith(("/images/", "/documents/")):
            yield f"file:{path.lstrip('/')}"
        else:
            yield f"link:{path}"


def settled_until(meta: Common) -> int:
    """The last day (ordinal) on which what is right today is still right; see rules/loans.py and rules/freshness.py."""
    days: Iterable[int] = ()
    if isinstance(meta, Exhibition):
        options = ((loan.option_until or loan.start).toordinal() for loan in meta.loans if loan.state == "option")
        away = (loan.end.toordinal() for loan in meta.loans if loan.state in {"en-cours", "confirme"})
        days = [*options, *away]
    review = [meta.review_by.toordinal()] if meta.review_by else []
    return min([FOREVER, *days, *review])
