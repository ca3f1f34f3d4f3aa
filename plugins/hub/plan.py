"""The site plan, the site map and robots.txt: they list all the other pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from xml.sax.saxutils import escape

from contributions.library.library import Library
from contributions.region.addresses import addresses
from contributions.words.typography import typo
from publishing.capabilities import Listed
from publishing.page import Declared, Document, Page, Planned
from publishing.strings import _
from views.french import labels
from views.pages import list_page, planned_list
from views.values import Link, PlanPart

MAX_URLS = 50_000
"""The site map protocol's limit for one file."""


def plan(library: Library, pages: tuple[Listed, ...]) -> Iterator[Declared]:
    """/plan-du-site/, /sitemap.xml and /robots.txt."""
    named = tuple((page.path, page.title, page.template == "page.html") for page in pages if page.template not in DETAILS)
    library.list_of("planned", lambda: named)
    own = planned_list("/plan-du-site/", "site_plan.html", _("Plan du site"), partial(_plan, library))
    yield own
    shown = sorted((page.path, page.updated or "") for page in (*pages, own) if not page.noindex)
    yield from site_maps(library, shown)
    yield Planned("/robots.txt", partial(_robots, library))


DETAILS = {
    *("event.html", "tool.html", "article.html", "announcement.html", "resource.html", "programme.html", "organisation.html"),
    "programme_part.html",
}
"""Templates of pages that the plan names by their contributions, or that these lead to."""


def _robots(library: Library) -> Document:
    return Document("/robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {library.hub.url}/sitemap.xml\n".encode())


def _plan(library: Library) -> Page:
    return list_page(
        library,
        "/plan-du-site/",
        "site_plan.html",
        _("Plan du site"),
        _("Toutes les pages du portail, rangées."),
        {"parts": tuple(_parts(library))},
    )


def _parts(library: Library) -> Iterator[PlanPart]:
    hub = library.hub
    pages: tuple[tuple[str, str, bool], ...] = library.list_of("planned", tuple)
    titles = {path: title for path, title, _alone in pages}
    yield PlanPart(_("Rubriques"), tuple(Link(titles[path], path) for path in addresses().sections if path in titles))
    yield PlanPart(_("Thèmes"), tuple(Link(label, f"/themes/{slug}/") for slug, label in hub.themes.items()))
    yield PlanPart(_("Départements"), tuple(Link(f"{name} ({code})", f"/territoires/{code}/") for code, name in hub.departments.items()))
    letters = tuple(Link(title, path) for path, title in titles.items() if path.startswith("/lettres/") and path.count("/") == 3)
    yield PlanPart(_("Autres lettres"), letters)
    archives = tuple(Link(title, path) for path, title in titles.items() if path.startswith("/agenda/archives/") and "/page/" not in path)
    yield PlanPart(_("Archives de l’agenda"), archives)
    guide = tuple(Link(title, path) for path, title in titles.items() if path.startswith("/contribuer/") and path.count("/") == 3)
    yield PlanPart(_("Contribuer"), guide)
    for kind in ("programme", "article", "resource", "announcement", "exhibition", "organisation"):
        entries = tuple(Link(typo(c.title), c.url) for c in library.of(kind))
        yield PlanPart(labels.label(labels.LISTS, kind), entries)
    yield PlanPart(_("Rendez-vous à venir"), tuple(Link(typo(e.title), e.url) for e in library.upcoming))
    yield PlanPart(_("Le portail"), tuple(Link(title, path) for path, title, alone in pages if alone))


def site_maps(library: Library, pages: list[tuple[str, str]]) -> Iterator[Planned]:
    """sitemap.xml (sitemaps.org 0.9); an index of several files past 50,000 addresses. `pages` are paths with days of update."""
    origin = library.hub.url
    pieces = [pages[start : start + MAX_URLS] for start in range(0, len(pages), MAX_URLS)] or [[]]
    if len(pieces) == 1:
        yield _piece(library, "/sitemap.xml", tuple(pieces[0]))
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(pieces) + 1)]
    for name, piece in zip(names, pieces, strict=True):
        yield _piece(library, name, tuple(piece))
    entries = "".join(f"<sitemap><loc>{escape(origin + name)}</loc></sitemap>\n" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Planned("/sitemap.xml", lambda: Document("/sitemap.xml", f"{head}{entries}</sitemapindex>\n".encode()))


def _piece(library: Library, path: str, pages: tuple[tuple[str, str], ...]) -> Planned:
    library.list_of(path, lambda: pages)
    return Planned(path, lambda: Document(path, _urlset(library.hub.url, library.list_of(path, tuple))))


def _urlset(origin: str, pages: Iterable[tuple[str, str]]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    entries = []
    for path, updated in pages:
        lastmod = f"<lastmod>{updated}</lastmod>" if updated else ""
        entries.append(f"<url><loc>{escape(origin + path)}</loc>{lastmod}</url>\n")
    return f"{head}{''.join(entries)}</urlset>\n".encode()
