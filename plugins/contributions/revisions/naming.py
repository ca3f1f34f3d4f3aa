"""Whether feeds, calendars and links still know a contribution: by its name (W611), and by its old address (W612)."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.models import Contributed
from contributions.problems.problem import Finding
from contributions.region.addresses import plain
from contributions.revisions.versions import Revised


def named(revised: Revised) -> Iterator[Finding]:
    """Findings about a contribution that had a page."""
    if revised.was.library.has_page(revised.before):
        yield from _identity(revised)
        yield from _address(revised)


def _identity(revised: Revised) -> Iterator[Finding]:
    """That it goes by another name now, so that those who have it get it a second time. Only what is dated stands in feeds."""
    before, now = revised.before, revised.now
    if before.id == now.id or not isinstance(now.meta, Contributed) or f"{now.kind}/{before.id}" in revised.library.identities:
        return
    yield Finding(
        "W611",
        f"Flux et agendas connaissent ce fichier sous le nom de « {before.id} » : ils le prendraient pour un autre.",
        f"{'Écrivez' if now.meta.id else 'Ajoutez'} « id: {before.id} ».",
        ("id",),
        fix=revised.header.key((), "id", before.id, after=("date",)),
    )


def _address(revised: Revised) -> Iterator[Finding]:
    """That its old address leads nowhere."""
    now, old = revised.now, revised.before.url
    aliases = now.meta.aliases
    if old == now.url or not revised.library.has_page(now) or plain(old) in map(plain, aliases):
        return
    if plain(old) in revised.library.addresses:
        return
    yield Finding(
        "W612",
        f"L’ancienne adresse, {old}, ne mène plus nulle part.",
        f"Ajoutez « {old} » à « aliases »." if aliases else f"Ajoutez « aliases: [{old}] ».",
        ("aliases",),
        fix=revised.header.entry("aliases", 0, old, old, after=("id", "date", "title")),
    )
