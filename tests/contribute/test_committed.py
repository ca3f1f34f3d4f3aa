"""What `make reference` writes is committed as it would be written now; editors find it where it is said to be."""

import json
import re

import pytest

import reference
from contributions.models import FOLDERS
from support import REPOSITORY, demo_hub


@pytest.mark.parametrize("path", reference.files(demo_hub()))
def test_files_that_derive_from_the_models_are_fresh(path: str) -> None:
    stands = (REPOSITORY / path).read_text("utf-8") if (REPOSITORY / path).is_file() else ""
    assert stands == reference.files(demo_hub())[path], f"{path} is stale: run « make reference » and commit what it writes"


def test_editors_are_told_the_schema_of_every_folder() -> None:
    settings = json.loads(re.sub(r"^//.*$", "", (REPOSITORY / ".vscode/settings.json").read_text("utf-8"), flags=re.MULTILINE))
    assert settings["yaml.schemas"] == {f"./schemas/{kind}.json": f"content/{folder}/**/*.md" for folder, kind in FOLDERS.items()}
    assert all((REPOSITORY / path).is_file() for path in settings["yaml.schemas"])


def test_the_task_of_the_editor_reads_what_the_check_says() -> None:
    tasks = json.loads(re.sub(r"^//.*$", "", (REPOSITORY / ".vscode/tasks.json").read_text("utf-8"), flags=re.MULTILINE))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    said = "content/events/nuit.md:4:7: E103 « 13/10/2026 » n’est pas une date. Écrivez 2026-10-13."
    match = re.match(pattern["regexp"], said)
    assert match is not None
    assert [match[pattern[part]] for part in ("file", "line", "column", "code", "severity")] == [
        "content/events/nuit.md",
        "4",
        "7",
        "E103",
        "E",
    ]
