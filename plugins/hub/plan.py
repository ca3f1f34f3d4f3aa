"""The site plan, the site map and robots.txt: they list all the other pages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from contributions.contribution import PATHS
from contributions.library import Library
from publishing.page import Declared, Document, Page
from publishing.strings import _
from views import labels
from views.pages import list_page
from views.typography import typo
from views.values import Link, PlanPart

MAX_URLS = 50_000
"""The site map protocol's limit for one file."""


def plan(library: Library, pages: tuple[Page, ...]) -> Iterator[Declared]:
    """/plan-du-site/, /sitemap.xml and /robots.txt."""
    own = list_page(
        library,
        "/plan-du-site/",
        "site_plan.html",
        _("Plan du site"),
        _("Toutes les pages du portail, rangées."),
        {"parts": tuple(_parts(library, pages))},
    )
    yield own
    shown = sorted((page for page in (*pages, own) if not page.noindex), key=lambda page: page.path)
    yield from site_maps(library.hub.url, shown)
    yield Document("/robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {library.hub.url}/sitemap.xml\n".encode())


def _parts(library: Library, pages: tuple[Page, ...]) -> Iterator[PlanPart]:
    hub = library.hub
    by_path = {page.path: page for page in pages}
    main = ["/", *(f"/{path}/" for path in PATHS.values()), "/carte/", "/recherche/", "/newsletter/", "/flux/", "/donnees/"]
    yield PlanPart(_("Rubriques"), tuple(Link(by_path[path].title, path) for path in main if path in by_path))
    yield PlanPart(_("Thèmes"), tuple(Link(label, f"/themes/{slug}/") for slug, label in hub.themes.items()))
    yield PlanPart(_("Départements"), tuple(Link(f"{name} ({code})", f"/territoires/{code}/") for code, name in hub.departments.items()))
    archives = tuple(Link(page.title, page.path) for page in pages if page.path.startswith("/agenda/archives/"))
    yield PlanPart(_("Archives de l’agenda"), archives)
    for kind in ("programme", "article", "resource", "announcement", "exhibition", "organisation"):
        entries = tuple(Link(typo(c.meta.title), c.url) for c in library.of(kind))
        yield PlanPart(labels.label(labels.LISTS, kind), entries)
    yield PlanPart(_("Rendez-vous à venir"), tuple(Link(typo(e.meta.title), e.url) for e in library.upcoming))
    listed = {*main, *(link.url for link in archives)}
    alone = tuple(
        Link(page.title, page.path)
        for page in pages
        if page.path.count("/") == 2 and page.path not in listed and page.template == "page.html"
    )
    yield PlanPart(_("Le portail"), alone)


def site_maps(origin: str, pages: list[Page]) -> Iterator[Document]:
    """sitemap.xml (sitemaps.org 0.9); an index of several files past 50,000 addresses."""
    pieces = [pages[start : start + MAX_URLS] for start in range(0, len(pages), MAX_URLS)] or [[]]
    if len(pieces) == 1:
        yield Document("/sitemap.xml", _urlset(origin, pieces[0]))
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(pieces) + 1)]
    for name, piece in zip(names, pieces, strict=True):
        yield Document(name, _urlset(origin, piece))
    entries = "".join(f"<sitemap><loc>{escape(origin + name)}</loc></sitemap>\n" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Document("/sitemap.xml", f"{head}{entries}</sitemapindex>\n".encode())


def _urlset(origin: str, pages: list[Page]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    entries = []
    for page in pages:
        updated = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
        entries.append(f"<url><loc>{escape(origin + page.path)}</loc>{updated}</url>\n")
    return f"{head}{''.join(entries)}</urlset>\n".encode()
