"""The same work for Hugo: a page for each page of Escale's site, with as many entries; calendars, feeds and data too."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Set
from pathlib import Path
from zlib import crc32

import yaml

from benchmark.corpus import Corpus, Written
from benchmark.demo import Keys
from contributions.region.addresses import PATHS

SKELETON = Path(__file__).resolve().parent / "hugo_site"
COMMAND = ("hugo", "--destination", "output", "--quiet")
"""Builds the site, in its folder."""
LINK = re.compile(r'href="(/[^"]*/)"')
FORMATS = {".html": "html", ".ics": "calendar", ".xml": "feed", ".json": "records", ".csv": "rows"}
"""Ending of a file of Escale's → the format that Hugo makes it in."""
ENTRY = {".ics": "BEGIN:VEVENT", ".xml": "<item>", ".csv": "\n"}
"""Ending → what each entry begins with."""
TITLE = re.compile("<title>.*?</title>")


def version() -> str | None:
    """How it is called; None where it is not installed."""
    if not shutil.which("hugo"):
        return None
    said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout
    return f"Hugo {said.split()[1].partition('-')[0].partition('+')[0].removeprefix('v')}"


def prepare(corpus: Corpus, site: Path, folder: Path) -> None:
    """Lay out the sources of a site that has the same pages as Escale's `site`, built of the same corpus."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SKELETON, folder)
    shutil.copytree(corpus.content / "images", folder / "static" / "images")
    _frame(site, folder / "layouts" / "_default" / "baseof.html")
    # An organisation that did not agree to stand in the directory has no page.
    shown = {url: written for written in corpus.contributions() if (site / (url := _url(written))[1:] / "index.html").is_file()}
    calendars = {ics for url, written in shown.items() if written.kind == "event" and (site / (ics := f"{url[:-1]}.ics")[1:]).is_file()}
    sizes = Counter(_section(written.kind) for written in shown.values())
    for section in sizes:
        hidden = {"render": "never", "list": "always"}  # lists take their entries from it; it is none itself
        _write(folder / "content" / section / "_index.md", {"_build": hidden, "build": hidden})
    for url, written in shown.items():
        formats = ["html", "calendar"] if f"{url[:-1]}.ics" in calendars else ["html"]
        keys = {"title": written.keys["title"], "date": written.keys.get("date", "2026-01-01"), "url": url, "outputs": formats}
        entries = _entries(site / url[1:] / "index.html", url, sizes, shown.keys())
        file = folder / "content" / _section(written.kind) / f"{written.slug}.md"
        _write(file, {**keys, **entries, "facts": written.keys}, written.body)
    for number, (url, file) in enumerate(_others(site, shown.keys() | calendars)):
        keys = {"title": url, "url": url, "layout": "entries", "outputs": [FORMATS[file.suffix]]}
        _write(folder / "content" / "lists" / f"{number}.md", {**keys, **_entries(file, url, sizes, shown.keys())})


def _section(kind: str) -> str:
    return PATHS.get(kind, "pages")


def _url(written: Written) -> str:
    return f"/{PATHS[written.kind]}/{written.slug}/" if written.kind in PATHS else f"/{written.slug}/"


def _write(file: Path, keys: Keys, body: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{yaml.dump(keys, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)}---\n{body}", "utf-8")


def _frame(site: Path, file: Path) -> None:
    """What is around the words of Escale's pages, as the template that all of Hugo's pages are set in."""
    before, _, rest = (site / "404.html").read_text("utf-8").partition("<main")
    after = rest.partition("</main>")[2]
    head = TITLE.sub("<title>{{ .Title }} – {{ site.Title }}</title>", before, count=1)
    file.write_text(f'{head}<main id="contenu">{{{{ block "main" . }}}}{{{{ end }}}}</main>{after}', "utf-8")


def _others(site: Path, known: Set[str]) -> Iterator[tuple[str, Path]]:
    """The address and file of every list: what is made of contributions and is not a contribution's own."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        url = f"/{path.as_posix()}".removesuffix("index.html")
        data = file.suffix in {".json", ".csv"}
        if file.suffix in FORMATS and url not in known and url != "/sitemap.xml" and (path.parts[:-1] == ("donnees",) or not data):
            yield url, file


def _entries(file: Path, url: str, sizes: Counter[str], known: Set[str]) -> Keys:
    """Of which section, how many, and from which on: as many entries as Escale's page links to, or its calendar, feed or table has."""
    text = file.read_text("utf-8")
    links = (set(LINK.findall(text.partition("<main")[2])) & known) - {url}
    sections = Counter(link.split("/")[1] for link in sorted(links) if link.count("/") == 3)
    section = sections.most_common(1)[0][0] if sections else file.stem if file.stem in PATHS.values() else "agenda"
    count = len(json.loads(text)) if file.suffix == ".json" else text.count(ENTRY[file.suffix]) if file.suffix in ENTRY else len(links)
    return {"of": f"/{section}", "count": count, "skip": crc32(url.encode()) % max(1, sizes[section] - count)}
