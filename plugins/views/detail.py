"""What the page of any contribution shows, beyond what its kind adds."""

from __future__ import annotations

from urllib.parse import quote

from contributions.library.library import Library
from contributions.library.neighbourhood import alike, around, named
from contributions.models import Announcement, Common, Contributed
from contributions.models.common import Themed
from contributions.models.groups import Result as ResultKeys
from contributions.record.contribution import Contribution
from contributions.words import phones
from contributions.words.escapes import encoded, file_address, mailto
from contributions.words.typography import NBSP, typo
from publishing.strings import _
from views.body import body
from views.cards import badges, cards, organisation, publisher
from views.french import dates, labels
from views.french.numbers import number
from views.french.states import closed
from views.pictures import picture
from views.values import Card, Detail, Fact, Link, Notice, Partners, Result


def detail(library: Library, contribution: Contribution[Common]) -> Detail:
    """Everything the kinds share."""
    meta, hub = contribution.meta, library.hub
    before, after = around(library, contribution)
    published = meta.date if isinstance(meta, Contributed) else None
    return Detail(
        kind=contribution.kind,
        lang=meta.lang,
        title=typo(meta.title),
        summary=typo(meta.summary),
        kicker=hub.category(contribution.kind, meta.category) if isinstance(meta, Themed) else None,
        badges=badges(library, contribution),
        notices=_notices(library, contribution),
        picture=picture(library, meta.image),
        motif=meta.themes[0] if isinstance(meta, Themed) and meta.themes else None,
        gallery=tuple(found for keys in meta.images if (found := picture(library, keys))),
        html=body(library, contribution.html),
        publisher=publisher(library, contribution) if isinstance(meta, Contributed) else None,
        published=dates.day_month(published) if published else None,
        published_iso=published.isoformat() if published else None,
        updated=dates.day_month(meta.updated) if meta.updated else None,
        updated_iso=meta.updated.isoformat() if meta.updated else None,
        themes=themes(library, contribution),
        audiences=tuple(hub.audiences.get(slug, slug) for slug in meta.audiences),
        keywords=tuple(typo(word) for word in meta.keywords),
        departments=tuple(Link(f"{hub.departments[code]} ({code})", f"/territoires/{code}/") for code in contribution.departments),
        partners=partners(library, meta),
        results=tuple(result(keys) for keys in meta.results),
        links=tuple(Link(typo(link.label), link.url) for link in meta.links),
        documents=tuple(Link(typo(d.label), encoded(d.url) if d.url else file_address(d.path or "")) for d in meta.documents),
        contact=contact(meta),
        programmes=tuple(
            Link(typo(whole.meta.title), whole.url) for slug in meta.programmes if (whole := library.page("programme", slug)) is not None
        ),
        related=related(library, contribution),
        source_url=f"{hub.repository.rstrip('/')}/edit/main/{quote(contribution.path)}" if hub.repository else None,
        share_url=hub.url + contribution.url,
        prev=_to(before),
        next=_to(after),
        example=contribution.example,
    )


def themes(library: Library, contribution: Contribution[Common]) -> tuple[Link, ...]:
    """Links to the pages of its themes."""
    meta = contribution.meta
    slugs = meta.themes if isinstance(meta, Themed) else ()
    return tuple(Link(library.hub.themes.get(slug, slug), f"/themes/{slug}/") for slug in slugs)


def partners(library: Library, meta: Common) -> tuple[Partners, ...]:
    """Partners by role, in the contract's order of roles."""
    found: list[Partners] = []
    for role in labels.ROLES:
        names = tuple(
            organisation(library, partner.organisation) if partner.organisation else Link(typo(partner.name or ""))
            for partner in meta.partners
            if partner.role == role
        )
        if names:
            found.append(Partners(labels.label(labels.ROLES, role), names))
    return tuple(found)


def result(keys: ResultKeys) -> Result:
    """A figure of a contribution's results."""
    label = typo(keys.label)
    if keys.public:
        label += f" ({labels.label(labels.PUBLICS, keys.public).lower()})"
    notes = [_("estimation") if keys.method == "estime" else "", typo(keys.source or "")]
    return Result(label, number(keys.value), keys.unit, f"{NBSP}· ".join(note for note in notes if note) or None)


def contact(meta: Common) -> tuple[Fact, ...]:
    """Whom to ask, as facts."""
    keys = meta.contact
    if keys is None:
        return ()
    found = []
    if keys.name:
        found.append(Fact(_("Contact"), typo(keys.name)))
    return (*found, *reach(keys.email, keys.phone, keys.url))


def reach(email: str | None, phone: str | None, url: str | None) -> tuple[Fact, ...]:
    """Ways to reach somebody, each a link."""
    found = []
    if email:
        found.append(Fact(_("Courriel"), email, url=mailto(email)))
    if phone:
        found.append(telephone(phone))
    if url:
        found.append(Fact(_("Site"), url.split("://", 1)[1].rstrip("/"), url=url))
    return tuple(found)


def telephone(phone: str) -> Fact:
    """A number whose groups stay on a line, with the link that dials it."""
    number = phones.read(phone)
    return Fact(_("Téléphone"), number.written.replace(" ", NBSP), url=number.address)


def related(library: Library, contribution: Contribution[Common]) -> tuple[Card, ...]:
    """What the contributor names, then what is alike."""
    return cards(library, (*named(library, contribution), *alike(library, contribution)))


def _notices(library: Library, contribution: Contribution[Common]) -> tuple[Notice, ...]:
    meta = contribution.meta
    found = []
    if contribution.example:
        found.append(Notice("info", _("Cette page est un exemple : la structure, les lieux et les dates sont imaginaires.")))
    if meta.status == "brouillon":
        found.append(Notice("warning", _("Brouillon : cette page n’est montrée que dans cet aperçu.")))
    if meta.status == "archive":
        found.append(Notice("info", _("Cette page est archivée.")))
    if isinstance(meta, Contributed) and meta.date > library.today:
        found.append(Notice("warning", _("Cette page paraîtra le {day}.").format(day=dates.day_month(meta.date))))
    if isinstance(meta, Announcement) and meta.expires < library.today:
        found.append(Notice("info", _("Cette annonce est close depuis le {day}.").format(day=dates.day_month(meta.expires))))
    return (*found, *(Notice("info", sentence) for sentence in closed(meta)))


def _to(contribution: Contribution[Common] | None) -> Link | None:
    return Link(typo(contribution.meta.title), contribution.url) if contribution else None
