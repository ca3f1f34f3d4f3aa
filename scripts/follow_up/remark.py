"""The one comment of a pull request: a report made harmless, the preview's address, and a mark by which it is found again."""

from __future__ import annotations

import re

from follow_up.api import Api
from follow_up.ended import Ended

MARK = "<!-- escale:contributions -->"
AUTHOR = "github-actions[bot]"
MAX_CHARACTERS = 60_000
"""GitHub takes 65,536."""
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text around them."""
MARKUP = re.compile(r"<(?!/?(?:details|summary|br)>)")
IMAGE = re.compile(r"!(?=\[)")
MENTION = re.compile(r"(?<![\w/.])@(?=\w)")
SITE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def harmless(report: str) -> str:
    """Markdown that shows text, links and folds: no other markup, no picture, nobody called by name, nothing hidden, not too long."""
    text = HIDDEN.sub("", report.replace("\r\n", "\n"))
    text = IMAGE.sub("", MARKUP.sub("&lt;", text))
    text = MENTION.sub("@\u2060", text)
    if len(text) <= MAX_CHARACTERS:
        return text.strip()
    return text[:MAX_CHARACTERS].rpartition("\n")[0].rstrip() + "\n\n… La suite est dans l’onglet « Checks »."


def preview(check: Ended, site: str) -> str:
    """A sentence about the preview that Netlify makes of a pull request, for the name of a site; empty where it has none."""
    if not SITE.fullmatch(site):
        return ""
    address = f"https://deploy-preview-{check.number}--{site}.netlify.app/"
    if check.passed:
        return f"**Votre aperçu du site : {address}** (il est prêt quelques minutes après chaque envoi)."
    return f"L’aperçu du site ({address}) sera refait dès qu’il ne restera plus d’erreur."


def remark(check: Ended, site: str) -> str:
    """The whole comment. What is ours comes first: an unclosed fence of the report would swallow what follows it."""
    report = harmless(check.reports.get("comment.md", b"").decode("utf-8", "replace"))
    if not report:
        report = "La vérification n’est pas allée jusqu’au bout. Cela ne vient sans doute pas de votre texte : l’équipe va regarder."
    said = f"Relu au commit {check.sha[:7]} ; ce message se met à jour à chaque envoi."
    return "\n\n".join(part for part in (MARK, preview(check, site), said, report) if part)


def post(api: Api, number: int, text: str) -> None:
    """Write the comment, or bring our own up to date: one that another person wrote is left alone, whatever it begins with."""
    for comment in api.pages(f"issues/{number}/comments"):
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK):
            if comment["body"] != text:
                api.send("PATCH", f"issues/comments/{int(comment['id'])}", {"body": text})
            return
    api.send("POST", f"issues/{number}/comments", {"body": text})
