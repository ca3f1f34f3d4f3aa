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

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
CODE = re.compile(r"[EW]\d{3}")
PATH = re.compile(r"content/[^\x00-\x1f\x7f\\]{1,400}")
LEVELS = {"E": "error", "W": "warning"}
MAX_RESULTS = 5_000
"""As many as GitHub shows."""
MAX_CHARACTERS = 1_000


def rebuilt(report: bytes) -> dict[str, Any]:
    """A SARIF log with the results that have a code, a message, and a place below content/; others are left out. Raises ValueError."""
    try:
        log = json.loads(report)
        results = [result for found in log["runs"][0]["results"][:MAX_RESULTS] if (result := _result(found))]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no SARIF log: {error!r}") from error
    rules = [{"id": code} for code in sorted({result["ruleId"] for result in results})]
    driver = {"name": "Escale", "rules": rules}
    run = {"tool": {"driver": driver}, "automationDetails": {"id": "contributions/"}, "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(found: Mapping[str, Any]) -> dict[str, Any] | None:
    code, text = found["ruleId"], found["message"]["text"]
    place = found["locations"][0]["physicalLocation"]
    path = place["artifactLocation"]["uri"]
    named = isinstance(code, str) and CODE.fullmatch(code) and isinstance(text, str) and text
    if not named or not isinstance(path, str) or not PATH.fullmatch(path) or ".." in path.split("/"):
        return None
    region = dict(_counts(place.get("region", {})))
    return {
        "ruleId": code,
        "level": LEVELS[code[0]],
        "message": {"text": text[:MAX_CHARACTERS]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": path}, "region": {"startLine": 1} | region}}],
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
