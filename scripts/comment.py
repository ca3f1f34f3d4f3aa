#!/usr/bin/env python3
"""Show in a pull request what the check of its contributions found: one comment, brought up to date by each check.

For a workflow_run event of GitHub's (.github/workflows/comment.yml), whose variables it reads; NETLIFY_SITE is the name of the site
of which Netlify makes previews. Needs nothing but Python's standard library.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from follow_up.changes import changes
from follow_up.ended import from_environment
from follow_up.remark import post, remark

HUB = Path(__file__).resolve().parent.parent / "content" / "hub.yml"
URL = re.compile(r"""^url:\s*["']?(https?://[\w.-]+(?::\d+)?)/?["']?\s*(?:#.*)?$""", re.MULTILINE)


def main() -> int:
    """Post the comment; returns the exit code."""
    api, check = from_environment()
    if check is None:
        print("::notice::La demande est close, a changé depuis, ou vient d’une copie qui n’existe plus : rien à dire.")
        return 0
    url = URL.search(HUB.read_text("utf-8")) if HUB.is_file() else None
    post(api, check.number, remark(check, changes(api, check.number), os.environ.get("NETLIFY_SITE", ""), url[1] if url else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
