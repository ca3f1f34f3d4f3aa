#!/usr/bin/env python3
"""Show the problems of a pull request's contributions beside their lines: its SARIF report goes to GitHub's code scanning.

For a workflow_run event of GitHub's (.github/workflows/comment.yml), whose variables it reads. Needs nothing but Python's standard
library. A repository without code scanning (a private one, for instance) loses nothing else: it is told, and that is no failure.
"""

from __future__ import annotations

import sys
from urllib.error import HTTPError

from follow_up.ended import from_environment
from follow_up.sarif import rebuilt, upload

NOT_FOR_THIS_REPOSITORY = {403, 404}


def main() -> int:
    """Upload the report; returns the exit code."""
    api, check = from_environment()
    if check is None or "report.sarif" not in check.reports:
        print("::notice::Pas de problèmes à montrer.")
        return 0
    try:
        upload(api, check, rebuilt(check.reports["report.sarif"]))
    except ValueError:
        print("::notice::Le rapport de la demande n’est pas lisible.")
    except HTTPError as error:
        if error.code not in NOT_FOR_THIS_REPOSITORY:
            raise
        print("::notice::Ce dépôt n’a pas « Code scanning » : les problèmes restent dans le commentaire.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
