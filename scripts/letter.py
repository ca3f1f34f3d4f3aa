#!/usr/bin/env python3
"""Show a letter as it is sent, freeze it, or hand it over as a draft to the service that sends it.

Without a week: the newest letter to show it; to freeze it or to hand it over, that of the week that is on, if it has one. Exit codes:
0 done, or done already; 1 there is no such letter, or the service did not take it; 2 wrong usage, or nothing could be read.
"""

from __future__ import annotations

import os
import re
import sys
import webbrowser
from argparse import Namespace
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from usage import Parser

with loading():
    from contributions.library.library import Library
    from contributions.loading.loading import read_content
    from contributions.source.writing import held, write
    from newsletter import weekly
    from newsletter.frozen import freeze
    from newsletter.letter import Letter
    from newsletter.mail.harmless import harmless
    from newsletter.mail.making import mail
    from newsletter.mail.plain import text
    from newsletter.mail.providers import provider
    from newsletter.others import letters
    from newsletter.others.issues import issues
    from newsletter.sending.calls import Service
    from newsletter.sending.drafts import DRAFTS, KEYS, Account, Campaign
    from newsletter.weeks import ahead, weeks
    from publishing.clock import today
    from reading import kept_in
    from theming import with_theme
    from views.french import labels

NEXT = "prochaine"
WEEK = re.compile(r"\d{4}-w\d\d")
KEY = "ESCALE_LETTER_KEY"
ENVIRONMENT = {name: f"ESCALE_LETTER_{name.upper()}" for name in ("list", "sender", "server", "template")}
"""Options that may stand in the environment instead."""
open_service = Service
"""Opens the interface of a service; tests give another."""


class NoLetter(Failure):
    """There is no such letter."""

    exitcode = 1


class Unreadable(Failure):
    """The contributions cannot be read."""


class Unclear(Failure):
    """What is asked for cannot be done as it is asked."""


@command
def main(arguments: list[str] | None = None) -> int:
    """Do what is asked; returns the exit code."""
    options = parser().parse_args(arguments)
    library = opened(options)
    name = chosen(library, options)
    if not name:
        say("Pas de lettre cette semaine : rien à faire.")
        return 0
    if options.freeze:
        return frozen(library, options, name)
    with_theme(library.hub)
    found = letter_of(library, name, options.letter)
    return handed_over(library, found, options) if options.send_draft else shown(library, found, options)


def parser() -> Parser:
    """The options."""
    found = Parser("Montre une lettre comme elle part, la fige, ou la dépose en brouillon chez le service d’envoi.")
    found.add_argument("week", nargs="?", default="", metavar="SEMAINE", help=f"2026-w47, ou « {NEXT} » ; le jour d’une autre lettre")
    found.add_argument("--letter", default="", metavar="LETTRE", help="une autre lettre que celle de la semaine : sa clé dans hub.yml")
    acts = found.add_mutually_exclusive_group()
    acts.add_argument("--freeze", action="store_true", help="écrit ce que dit la lettre : elle ne changera plus")
    acts.add_argument("--send-draft", action="store_true", help="dépose la lettre en brouillon chez Brevo, listmonk ou Mailchimp")
    found.add_argument("--open", action="store_true", help="montre aussi le courriel dans le navigateur")
    found.add_places("content", "cache")
    sending = found.add_argument_group(
        "avec --send-draft", f"la clé ne se donne que par l’environnement : {KEY}, ou {', '.join(KEYS.values())}"
    )
    sending.add_argument("--list", action="append", default=[], metavar="LISTE", help="liste des destinataires (ESCALE_LETTER_LIST)")
    sending.add_argument("--sender", default="", metavar="COURRIEL", help="expéditeur (ESCALE_LETTER_SENDER ; le courriel de l’éditeur)")
    sending.add_argument("--server", default="", metavar="ADRESSE", help="votre listmonk (ESCALE_LETTER_SERVER ; celle du formulaire)")
    sending.add_argument("--template", default="", metavar="NUMÉRO", help="gabarit de listmonk (ESCALE_LETTER_TEMPLATE)")
    return found


def opened(options: Namespace) -> Library:
    """The contributions. Raises Unreadable, Unclear."""
    content = options.content.resolve()
    read = kept_in(options.cache, content, lambda kept: read_content(content, today, cache=kept))
    if read.library is None:
        raise Unreadable("\n".join(map(str, read.problems)))
    if options.letter and options.letter not in read.library.hub.letters:
        known = ", ".join(read.library.hub.letters) or "aucune"
        raise Unclear(f"« {options.letter} » n’est pas une lettre de content/hub.yml (letters : {known}).")
    return read.library


def chosen(library: Library, options: Namespace) -> str:
    """The name of the letter that is meant; empty where this week has none to freeze or to hand over. Raises NoLetter, Unclear."""
    known = list(issues(library, options.letter) if options.letter else weeks(library))
    following = [] if options.letter else list(ahead(library))
    if not options.week:
        return newest(library, options, known)
    name = following[0] if options.week.lower() == NEXT and following else options.week.lower()
    if name in (*known, *following):
        return name
    if not options.letter and not WEEK.fullmatch(name):
        raise Unclear(f"« {options.week} » n’est pas une semaine : écrivez par exemple 2026-w47.")
    near = f" La dernière est {known[0]}." if known else ""
    raise NoLetter(f"Il n’y a pas de lettre « {options.week} » : rien de nouveau, rien qui commence.{near}")


def newest(library: Library, options: Namespace, known: list[str]) -> str:
    """The newest letter; to freeze it or to hand it over, only one of this week. Raises NoLetter."""
    monday = library.today - timedelta(days=library.today.weekday())
    if options.freeze or options.send_draft:
        return next((name for name in known[:1] if letter_of(library, name, options.letter).published >= monday), "")
    if not known:
        raise NoLetter("La première lettre n’est pas encore parue.")
    return known[0]


def letter_of(library: Library, name: str, slug: str) -> Letter:
    """A letter by its name."""
    if slug:
        return letters.letter(library, slug, name)
    return weekly.next_letter(library) if name in ahead(library) else weekly.letter(library, name)


def frozen(library: Library, options: Namespace, name: str) -> int:
    """Write the record of a letter, once. Raises Busy."""
    path, record = freeze(library, name, options.letter)
    content = options.content.resolve()
    if held(content, path) == record:
        say(f"Déjà figée : {content.name}/{path}")
        return 0
    write(content, {path: record}, {path: None})
    say(f"Figée : {content.name}/{path}")
    return 0


def shown(library: Library, found: Letter, options: Namespace) -> int:
    """Say the letter, and show its mail where that is asked for."""
    html = mail(found, library.hub)
    say(f"Objet : {found.subject}\nAperçu : {found.summary}\nCourriel : {len(html.encode()) / 1000:.0f} ko, {len(found.cards)} entrées\n")
    say(text(found, library.hub).rstrip())
    if options.open:
        file = Path(mkdtemp(prefix="escale-")) / "mail.html"
        file.write_text(html, "utf-8")
        webbrowser.open(file.as_uri())
        say(f"\n{file}")
    return 0


def handed_over(library: Library, found: Letter, options: Namespace) -> int:
    """Hand a letter over as a draft, once. Raises Unclear, NotSent."""
    hub = library.hub
    service = (hub.newsletter and hub.newsletter.provider) or ""
    if service not in DRAFTS:
        raise Unclear(
            "Un brouillon se dépose chez Brevo, listmonk ou Mailchimp : dites lequel dans content/hub.yml (newsletter, provider)."
        )
    given = {name: getattr(options, name) or os.environ.get(variable, "") for name, variable in ENVIRONMENT.items()}
    campaign = Campaign(
        name=f"{found.slug} {found.name}".strip(),
        label=f"{found.slug} {found.name} – {found.title}".strip(),
        subject=harmless(provider(hub), found.subject),
        preview=harmless(provider(hub), found.summary),
        html=mail(found, hub),
        text=text(found, hub),
        sender=given["sender"] or hub.editor.email,
        sender_name=hub.name,
    )
    account = Account(
        key=key_of(service, os.environ), server=given["server"] or server_of(library, service), lists=lists_of(given["list"]),
        template=given["template"],
    )  # fmt: skip
    new = DRAFTS[service](campaign, account, open_service)
    said = "Brouillon déposé" if new else "Déjà là, rien n’est déposé"
    say(f"{said} : « {campaign.label} », chez {labels.PROVIDERS[service]}.")
    return 0


def key_of(service: str, variables: Mapping[str, str]) -> str:
    """The key, from the environment alone. Raises Unclear."""
    key = (variables.get(KEY) or variables.get(KEYS[service]) or "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise Unclear(f"Il manque la clé : mettez-la dans la variable d’environnement {KEY} (ou {KEYS[service]}), jamais dans un fichier.")
    return key


def server_of(library: Library, service: str) -> str:
    """Where a listmonk is: the site that its form is sent to."""
    letter = library.hub.newsletter
    if service != "listmonk" or not (letter and letter.action_url):
        return ""
    parts = urlsplit(letter.action_url)
    return f"{parts.scheme}://{parts.netloc}"


def lists_of(given: list[str] | str) -> tuple[str, ...]:
    """Lists, given one by one or with commas between them."""
    written = given.split(",") if isinstance(given, str) else [one for some in given for one in some.split(",")]
    return tuple(one.strip() for one in written if one.strip())


def say(words: str) -> None:
    """Say something on the terminal."""
    print(words)


if __name__ == "__main__":
    run(main)
