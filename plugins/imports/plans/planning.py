"""Decide what an import does to content/, before anything is written: new, changed, kept, gone; nothing a second time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contributions.geography.towns import Towns
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.reading.reader import Read
from contributions.reading.reading import contribution_files
from contributions.reference.naming import LONGEST, address_of
from contributions.region.addresses import addresses
from contributions.region.import_map import ImportMap
from contributions.words.slugs import slug_of
from imports.drafts.check import Check
from imports.drafts.drafting import Draft, Rules, composed
from imports.drafts.fitting import fitted, readable
from imports.drafts.mapping import unmapped
from imports.drafts.pictures import Album
from imports.plans.appointments import keep_names
from imports.plans.comparing import announce, identity, sides
from imports.plans.known import Index, Known, digest_of, index_of
from imports.plans.plan import Outcome, Plan, Word
from imports.plans.tables import Merging
from imports.plans.twins import Twins, same_collection, twins_of
from imports.taken import Reading, Refusal, Taken

ORDER = ("organisation", "programme", "exhibition", "event", "resource", "article", "announcement", "page")
"""In which order kinds are taken: what others refer to first."""
CANCELLED = "annule"
ROUNDS = 5
NO_IDENTITY = "Cette fiche n’a pas d’identifiant : rien ne dirait, la fois suivante, que c’est elle."


@dataclass
class Importer:
    """What records of one source are reconciled with."""

    source: str
    library: Library
    content: Path
    table: ImportMap
    album: Album | None = None
    """Where pictures are had; none where they are not asked for."""

    def __post_init__(self) -> None:
        self.index: Index = index_of(self.content)
        self.twins: Twins = twins_of(self.library, self.index)
        self.plan = Plan()
        self.collection = ""
        self._names = {kind: set(addresses().reserved(kind)) for kind in KINDS}
        for path, _stamp in contribution_files(self.content):
            folder = path.split("/")[1]
            if folder[:-1] in self._names:
                self._names[folder[:-1]].add(Path(path).stem)

    @property
    def today(self) -> date:
        """The day of the import."""
        return self.library.today

    def planned(self, reading: Reading, name: str) -> Plan:
        """What becomes of all that was read of a source; `name` is its file's name or address."""
        self.plan.refused += reading.refused
        records = self._records(reading.taken)
        self.collection = self.index.collection(self.source, name, (id for id, _taken in records))
        rules = Rules(self.source, self.table, self.library, self.today, Towns.load(self.library.hub.region.code))
        check = Check(self.library, self.content)
        for kind in ORDER:
            of_kind = [(id, taken) for id, taken in records if taken.kind == kind]
            if of_kind:
                rules = Rules(self.source, self.table, check.library, self.today, rules.towns)
                check = self._of_kind(of_kind, rules, check)
        if reading.whole and records:
            self._gone({id for id, _taken in records}, reading.refused, check)
        tools = frozenset(self._names["exhibition"])
        for table in reading.tables:
            Merging(check, self.plan, tools).merge(table)
        return self.plan

    def _records(self, taken: Sequence[Taken]) -> list[tuple[str, Taken]]:
        """The records by identities that can be written, each once."""
        found: dict[str, Taken] = {}
        for each in taken:
            if each.kind not in KINDS:
                self.plan.refused.append(Refusal(each.at, f"« {each.kind} » n’est pas un genre de contribution."))
                continue
            id = identity(each.id)
            if not id:
                self.plan.refused.append(Refusal(each.at, NO_IDENTITY))
            elif id in found:
                self.plan.refused.append(Refusal(each.at, f"L’identifiant « {id} » est déjà celui d’une autre fiche : {found[id].at}."))
            else:
                found[id] = each
        return list(found.items())

    def _of_kind(self, records: Sequence[tuple[str, Taken]], rules: Rules, check: Check) -> Check:
        """Take the records of a kind; returns the check that knows them."""
        drafts: list[tuple[Draft, Known | None]] = []
        for id, taken in records:
            known = self.index.by_import.get((self.source, id))
            if known and known.kind != taken.kind:
                self._refuse(Refusal(taken.at, f"Cette fiche est devenue d’un autre genre : {known.path} reste tel quel."))
                continue
            self.plan.unknown.update(unmapped(taken, self.table, self.library))
            draft = composed(taken, id, known.slug if known else "", rules, known.values if known else {})
            if known:
                keep_names(draft.values, known.values)
            elif other := self._twin(draft):
                title = str(draft.values.get("title", ""))
                self.plan.outcomes.append(Outcome("twice", "", title, taken.at, other=other))
                self.plan.refused += draft.told
                continue
            draft.slug = draft.slug or self._name(draft)
            if self.album is not None:
                self.album.illustrate(draft)
            drafts.append((draft, known))
        return self._settled(drafts, check)

    def _settled(self, drafts: Sequence[tuple[Draft, Known | None]], check: Check) -> Check:
        """Fit drafts to the check, among one another, until none changes what others may refer to."""
        ready = {draft.slug: read for draft, _known in drafts if (read := readable(draft, check))}
        for _ in range(ROUNDS):
            there = {slug for slug, read in ready.items() if read.meta is not None}
            check = self._knowing(check, [read for read in ready.values() if read.meta is not None])
            ready = {draft.slug: read for draft, _known in drafts if draft.slug in ready and (read := fitted(draft, check))}
            if there == {slug for slug, read in ready.items() if read.meta is not None}:
                break
        for draft, known in drafts:
            self.plan.refused += draft.told
            if draft.slug in ready:
                self._decide(draft, known, check)
        return check

    def _knowing(self, check: Check, reads: Sequence[Read]) -> Check:
        """The check of the library with drafts in it."""
        fresh = [check.contribution(read) for read in reads]
        keys = {one.key for one in fresh}
        before = check.library
        library = Library(
            before.hub,
            [*(one for one in before.all if one.key not in keys), *fresh],
            self.today,
            introductions=before.introductions,
            annals=before.annals,
            media=before.media,
            files=frozenset(before.files) | frozenset(self.album.files if self.album else ()),
            drafts=before.drafts,
        )
        library.table_loans = before.table_loans
        return check.of(library)

    def _twin(self, draft: Draft) -> str:
        """The file that is most likely the same, of another source or by hand; empty where there is none."""
        services = draft.values["external_ids"]
        for service, id in services.items():
            if other := self.index.by_service.get((service, id)):
                return other.path
        own = {known.path: known for known in self.index.all}
        there = self.twins.of(draft.kind, draft.values)
        return min((path for path in there if not same_collection(own.get(path), self.source, self.collection)), default="")

    def _name(self, draft: Draft) -> str:
        """The name of a new file, which no other of its kind has."""
        values = draft.values
        slots, recurrence = values.get("slots"), values.get("recurrence")
        first = slots[0] if isinstance(slots, list) and slots else recurrence
        year = str(first.get("start", ""))[:4] if isinstance(first, dict) else ""
        wanted = slug_of(draft.taken.slug)[:LONGEST].strip("-")
        wanted = wanted or address_of(str(values.get("title") or f"{self.source} {draft.id}"), year if year.isdigit() else "")
        taken = self._names[draft.kind]
        number, slug = 1, wanted
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        taken.add(slug)
        return slug

    def _decide(self, draft: Draft, known: Known | None, check: Check) -> None:
        title = str(draft.values.get("title") or draft.id)
        path = known.path if known else f"{draft.kind}s/{draft.slug}.md"
        word: Word
        if known is None:
            word = "new"
        elif digest_of(check.text(draft)) == known.written:
            word = "same"
        elif not known.is_untouched:
            self.plan.outcomes.append(Outcome("kept", path, title, draft.taken.at, sides=sides(known, draft)))
            return
        else:
            was_off = known.values.get("event_status") == CANCELLED and draft.values.get("event_status") != CANCELLED
            word = "back" if was_off else "changed"
            announce(draft.values, known.values, self.today, KINDS[draft.kind].model_fields.keys())
        if word == "same" or self._write(path, draft, check):
            self.plan.outcomes.append(Outcome(word, path, title, draft.taken.at, draft.lacking))

    def _write(self, path: str, draft: Draft, check: Check) -> bool:
        """Note a file, with the digest of what is written; never one that the check refuses."""
        imported = {"from": self.source, "id": draft.id, "of": self.collection, "on": self.today.isoformat()}
        values = {**draft.values, "imported": {**imported, "digest": digest_of(check.text(draft))}}
        text = check.text(draft, values)
        # The body has been looked at, and takes longest.
        head = text.removesuffix(f"{draft.body.strip()}\n") if draft.body else text
        errors = [each for each in check.read_text(f"{self.content.name}/{path}", head).problems if each.severity == "error"]
        if errors:
            self._refuse(Refusal(draft.taken.at, errors[0].message))
            return False
        self.plan.write(self.content, path, text.encode())
        if self.album is not None:
            for name, data in self.album.of(draft):
                self.plan.write(self.content, name, data)
        return True

    def _gone(self, ids: set[str], refused: Iterable[Refusal], check: Check) -> None:
        """What the source had and has no more: called off while it is to come, if nobody edited it here; never deleted."""
        places = [each.at for each in refused]
        there = ids | {identity(each.id) for each in refused if each.id}
        for known in self.index.of(self.source, self.collection):
            # What could not be read this time is not gone.
            if known.id in there or any(known.id in place for place in places):
                continue
            if known.kind != "event" or known.values.get("event_status") == CANCELLED:
                word: Word = "same" if known.kind == "event" else "gone"
            elif not self._is_to_come(known):
                word = "past"
            elif not known.is_untouched:
                word = "gone"
            else:
                word = "cancelled"
                taken = Taken(known.kind, known.id, known.path, {})
                values = {key: value for key, value in known.values.items() if key != "imported"}
                draft = Draft(taken, known.id, known.slug, {**values, "event_status": CANCELLED}, known.body)
                announce(draft.values, known.values, self.today, KINDS[known.kind].model_fields.keys())
                if not self._write(known.path, draft, check):
                    continue
            if word != "same":
                self.plan.outcomes.append(Outcome(word, known.path, known.title))

    def _is_to_come(self, known: Known) -> bool:
        slots = known.values.get("slots")
        days = [str(slot.get("end") or slot.get("start"))[:10] for slot in slots or () if isinstance(slot, dict)]
        if days:
            return max(days) >= self.today.isoformat()
        there = self.library.find(known.kind, known.slug)
        return there is None or any(showing.last >= self.today.toordinal() for showing in there.brief.showings)

    def _refuse(self, refusal: Refusal) -> None:
        self.plan.refused.append(refusal)
