"""What Netlify itself makes of the files that are written for it: its own parser, from npm (tests/node/)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from contributions.region.addresses import PLACEHOLDER, addresses
from publishing.headers import Rule, headers, read
from support import REPOSITORY, event, page, read_library, write

NODE = REPOSITORY / "tests" / "node"
PAGES = page("a-propos") | page("documents-utiles") | page("d")
OTHERS = [
    "/", "/agenda", "/agenda/", "/agenda.ics", "/AGENDA/", "/agendas/", "/agenda/nuit/index.html", "/nulle-part/", "/documents", "/documents/",
    "/documents/a.pdf", "/documents/2026/a.ODT", "/documents/2026/été.csv", "/documents-utiles/", "/d/", "/d", "/theme/0123/css/a.css",
    "/theme/", "/themes/astronomie/", "/pagefind/pagefind.js", "/pagefind-2024/pagefind.js", "/flux/tout.opml", "/index.html", "/sitemap-2.xml",
    "/sitemap.xml", "/images/ciel.svg", "/donnees-personnelles/",
]  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The _headers of a small site."""
    return headers(read_library(write(tmp_path_factory.mktemp("netlify"), event("nuit") | PAGES)))


@pytest.fixture(scope="module")
def understood(written: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Netlify's parser makes of it, with the netlify.toml of the repository."""
    if not (NODE / "node_modules").is_dir() or not shutil.which("node"):
        pytest.fail("Netlify's parser is not installed: make test does it.")
    file: Path = tmp_path_factory.mktemp("site") / "_headers"
    file.write_text(written, "utf-8")
    asked = json.dumps([*OTHERS, *(PLACEHOLDER.sub("x", address.pattern) for address in addresses().all)])
    command = ["node", "headers.mjs", str(file), str(REPOSITORY / "netlify.toml")]
    done = subprocess.run(command, cwd=NODE, input=asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_file_has_no_errors_and_says_what_was_meant(understood: dict[str, Any], written: str) -> None:
    assert understood["errors"] == []
    assert [(path, values) for path, values in understood["rules"]] == [(rule.path, dict(rule.values)) for rule in read(written)]


def test_netlify_toml_says_no_header_beside_it(understood: dict[str, Any], written: str) -> None:
    assert len(understood["rules"]) == len(read(written))


def test_a_rule_fits_the_addresses_that_it_fits_here(understood: dict[str, Any], written: str) -> None:
    rules: tuple[Rule, ...] = read(written)
    assert understood["fits"] == [[path, [rule.path for rule in rules if rule.fits(path)]] for path, _fitting in understood["fits"]]


def test_no_address_has_two_values_of_a_name(understood: dict[str, Any]) -> None:
    values = dict(understood["rules"])
    for path, fitting in understood["fits"]:
        said = [header for rule in fitting for header in values[rule].items()]
        assert len(set(said)) == len(dict(said)), path
