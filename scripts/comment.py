#!/usr/bin/env python3
"""Show in a pull request what the check of its contributions found: one comment, brought up to date by each check.

For a workflow_run event of GitHub's (.github/workflows/comment.yml), whose variables it reads; NETLIFY_SITE is the name of the site
of which Netlify makes previews. Needs nothing but Python's standard library.
"""

from __future__ import annotations

import os
import sys

from follow_up.ended import from_environment
from follow_up.remark import post, remark


def main() -> int:
    """Post the comment; returns the exit code."""
    api, check = from_environment()
    if check is None:
        print("::notice::La demande est close, ou a changé depuis : rien à dire.")
        return 0
    post(api, check.number, remark(check, os.environ.get("NETLIFY_SITE", "")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
