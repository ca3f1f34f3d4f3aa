"""The problems of a SARIF 2.1.0 report, written anew: only what is understood of it is passed on, under our own name."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from follow_up.api import Api
from follow_up.ended import Ended
from follow_up.findings import UNREADABLE, code, path, text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"E": "error", "W": "warning"}
MAX_RESULTS = 5_000
"""As many as GitHub shows."""
MAX_CHARACTERS = 1_000
LINK = re.compile(r"\]\(")
"""What makes a link of a plain message (SARIF 2.1.0, section 3.11.6)."""


def rebuilt(report: bytes) -> dict[str, Any]:
    """A SARIF log with the results that have a code, a message, and a place below content/; others are left out. Raises ValueError."""
    try:
        log = json.loads(report)
        results = [result for found in log["runs"][0]["results"][:MAX_RESULTS] if (result := _result(found))]
    except UNREADABLE as error:
        raise ValueError(f"no SARIF log: {error!r}") from error
    rules = [{"id": code} for code in sorted({result["ruleId"] for result in results})]
    driver = {"name": "Escale", "rules": rules}
    run = {"tool": {"driver": driver}, "automationDetails": {"id": "contributions/"}, "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(found: Mapping[str, Any]) -> dict[str, Any] | None:
    place = found["locations"][0]["physicalLocation"]
    region = dict(_counts(place.get("region", {})))
    try:
        rule, said, uri = code(found["ruleId"]), text(found["message"]["text"]), path(place["artifactLocation"]["uri"])
    except ValueError:
        return None
    return {
        "ruleId": rule,
        "level": LEVELS[rule[0]],
        "message": {"text": LINK.sub("] (", said)[:MAX_CHARACTERS]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": 1} | region}}],
    }


def _counts(region: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for key in ("startLine", "startColumn", "endLine", "endColumn"):
        value = region.get(key)
        if type(value) is int and 1 <= value <= 1_000_000:
            yield key, value


def upload(api: Api, check: Ended, log: Mapping[str, Any]) -> None:
    """Give a log to GitHub's code scanning, for the head of the pull request. Raises urllib.error.HTTPError."""
    packed = base64.b64encode(gzip.compress(json.dumps(log, ensure_ascii=False).encode("utf-8", "replace"), mtime=0)).decode()
    api.send("POST", "code-scanning/sarifs", {"commit_sha": check.sha, "ref": f"refs/pull/{check.number}/head", "sarif": packed})
