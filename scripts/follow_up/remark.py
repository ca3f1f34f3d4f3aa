"""The one comment of a pull request: the preview's address, what it changes, what was found, and a mark by which it is found again."""

from __future__ import annotations

import re

from follow_up.api import Api
from follow_up.changes import Changes, told
from follow_up.ended import Ended
from follow_up.findings import findings, verdict
from follow_up.rendering import TEAM, comment

MARK = "<!-- escale:contributions -->"
AUTHOR = "github-actions[bot]"
SITE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
MISSING = f"### Le verdict manque\n\nLa vérification n’est pas allée jusqu’au bout. {TEAM}"


def preview(check: Ended, site: str) -> str:
    """A sentence about the preview that Netlify makes of a pull request, for the name of a site; empty where it has none."""
    if not SITE.fullmatch(site):
        return ""
    address = f"https://deploy-preview-{check.number}--{site}.netlify.app/"
    if check.passed:
        return f"**Votre aperçu du site : {address}** (il est prêt quelques minutes après chaque envoi)."
    return f"L’aperçu du site ({address}) sera refait dès qu’il ne restera plus d’erreur."


def remark(check: Ended, changed: Changes, netlify: str = "", site: str = "") -> str:
    """The whole comment: `netlify` is the name of the site whose previews are shown, `site` where the pages stand that explain codes."""
    said = f"Relu au commit {check.sha[:7]} ; ce message se met à jour à chaque envoi."
    return "\n\n".join(part for part in (MARK, preview(check, netlify), said, told(changed), _report(check, site).strip()) if part)


def _report(check: Ended, site: str) -> str:
    """What was found, and what came of it: the exit codes that the run left must agree with what GitHub says of the run."""
    try:
        found = findings(check.reports["findings.json"])
    except (KeyError, ValueError):
        return MISSING
    ended = verdict(check.reports.get("verdict.json", b""))
    if ended.check == 1 and found.errors and not check.passed:
        return comment(found, site)
    if ended.check == 0 and not found.errors and check.passed == (ended.build == 0):
        return comment(found, site, ended.build)
    return MISSING


def post(api: Api, number: int, text: str) -> None:
    """Write the comment, or bring our own up to date: one that another person wrote is left alone, whatever it begins with."""
    for posted in api.pages(f"issues/{number}/comments"):
        if posted["user"]["login"] == AUTHOR and posted["body"].startswith(MARK):
            if posted["body"] != text:
                api.send("PATCH", f"issues/comments/{int(posted['id'])}", {"body": text})
            return
    api.send("POST", f"issues/{number}/comments", {"body": text})
