"""A check that has ended: which pull request it was of, as GitHub says it, and the reports it left, as it says them itself."""

from __future__ import annotations

import io
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from follow_up.api import Api, TooLarge

ARTIFACT = "report"
LIMITS = {"findings.json": 5_000_000, "verdict.json": 1_000, "report.sarif": 5_000_000}
"""The reports, with how many bytes each may have; nothing else in the artifact is looked at."""
UNREADABLE = (TooLarge, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What zipfile raises for an archive that is cut, damaged, encrypted, or packed in a way of its own."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The check of commit `sha` of pull request `number`. `reports` are bytes by name, whatever the pull request made of them."""

    number: int
    sha: str
    passed: bool
    reports: Mapping[str, bytes]


def from_environment() -> tuple[Api, Ended | None]:
    """The API and the check of a workflow_run event, by the variables that GitHub sets."""
    api = Api(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"])
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    return api, ended(api, event["workflow_run"])


def ended(api: Api, run: Mapping[str, Any]) -> Ended | None:
    """The check behind a run; None where its pull request is closed, was pushed to since (another run speaks for that), or lost its fork.

    The event's own list of pull requests is empty when they come from a fork, so that they are looked for by branch and commit.
    """
    source = run["head_repository"]
    if source is None or source["owner"] is None:
        return None
    head = f"{source['owner']['login']}:{run['head_branch']}"
    opened = api.pages("pulls", state="open", head=head)
    numbers = [
        int(pull["number"])
        for pull in opened
        if pull["head"]["sha"] == run["head_sha"] and (pull["head"]["repo"] or {}).get("id") == source["id"]
    ]
    if not numbers:
        return None
    return Ended(min(numbers), run["head_sha"], run["conclusion"] == "success", reports(api, int(run["id"])))


def reports(api: Api, run: int) -> dict[str, bytes]:
    """The reports that a run left; none where they are too large, or packed so that they cannot be read."""
    found = api.get(f"actions/runs/{run}/artifacts", name=ARTIFACT)["artifacts"]
    if not found:
        return {}
    try:
        packed = api.download(f"actions/artifacts/{int(found[0]['id'])}/zip", sum(LIMITS.values()))
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            names = set(archive.namelist())
            return {name: _member(archive, name, limit) for name, limit in LIMITS.items() if name in names}
    except UNREADABLE:
        return {}


def _member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """One file of an archive. Its declared size is not believed: what is unpacked is what counts. Raises TooLarge."""
    with archive.open(name) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(name)
    return data
