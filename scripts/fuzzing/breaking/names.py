"""Names of files and folders as systems, archives and people make them: a datum is a path, or several with a NUL between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from random import Random

from fuzzing.breaking.pictures import sample
from fuzzing.breaking.values import ARTICLE

FOLDERS = (
    *("events", "articles", "images", "documents", "data", "newsletter", "pages", "exhibitions"),
    *(
        "",
        "Articles",
        "évènements",
        "loans",
        "letters",
        "articles/2026",
        "articles/a/b/c/d",
        "images/.cache",
        "articles/exemple",
        "images/Été",
    ),
)
STEMS = (
    *(
        "nuit",
        "Nuit",
        "NUIT",
        "nuit-d-été",
        "une nuit",
        "nuit_noire",
        "a",
        "0",
        "-",
        "-rf",
        "--help",
        "a--b",
        "-a",
        "a-",
        ".",
        "..",
        "...",
        ".nuit",
        "a.b",
    ),
    *(
        "agenda",
        "page",
        "README",
        "LISEZMOI",
        "index",
        "con",
        "nul",
        "aux",
        "com1",
        "lpt9",
        "prn",
        "hub",
        "CLOCK$",
        "2026-w47",
        "2026-w54",
        "2026-W01",
    ),
    *(
        "a:b",
        "a*b",
        "a?b",
        "a|b",
        'a"b',
        "a'b",
        "a<b>",
        "a&b",
        "a;b",
        "a%2fb",
        "a%00b",
        "$(id)",
        "`id`",
        "a\\b",
        "a\nb",
        "a\tb",
        "a\x1b[2Jb",
        "a\x7fb",
        " a",
        "a ",
    ),
    *(
        "x" * 60,
        "x" * 200,
        "x" * 246,
        "x" * 251,
        "é" * 120,
        "🌌",
        "👩\u200d🔬",
        "a\u202eb",
        "a\u200bb",
        "\ufeffa",
        "ﬁn",
        "ａ",
        "İ",
        "ß",
        "\u0301",
        "日本",
    ),
    *(
        "{{ x }}",
        "<script>",
        "=1+1",
        "@octocat",
        "#123",
        "::error::x",
        "![x](y)",
        "a,b",
        "a=b",
        "~",
        "~root",
        "nul.txt",
        "desktop",
        "thumbs",
        "Icon\r",
    ),
)
ENDINGS = (
    ".md",
    ".md",
    ".md",
    ".csv",
    ".jpg",
    ".svg",
    ".pdf",
    ".MD",
    ".Md",
    ".markdown",
    ".md.md",
    ".md~",
    ".csv.md",
    ".JPG",
    ".jpeg",
    ".exe",
    ".",
    "",
    ".md ",
)
BYTES = (b"\xff", b"\xc3", b"nuit\xe9", b"\xf0\x9f", b"a\xed\xa0\x80", b"\xe9t\xe9")
"""No UTF-8."""


def seeds() -> list[bytes]:
    """Paths as they should be."""
    return [b"articles/nuit.md", b"images/nuit.jpg\0articles/nuit.md", b"newsletter/2026-w47.md", b"data/bilan.csv"]


def mutated(data: bytes, random: Random) -> bytes:
    """One path or several; now and then a folder that is named like a file, or the same name written otherwise."""
    paths = [_path(random) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    if random.random() < 0.2:
        paths.append(random.choice(data.split(b"\0")))
    if random.random() < 0.2:
        paths.append(_otherwise(random.choice(paths), random))
    if random.random() < 0.15:
        paths.append(random.choice(paths) + b"/" + random.choice((b"a.md", b"nuit.csv", b"x")))
    return b"\0".join(paths)


def _path(random: Random) -> bytes:
    stem = random.choice(BYTES) if random.random() < 0.12 else random.choice(STEMS).encode()
    if random.random() < 0.15:
        stem += b"/" + random.choice(STEMS).encode()
    return random.choice(FOLDERS).encode() + b"/" + stem + random.choice(ENDINGS).encode()


def _otherwise(path: bytes, random: Random) -> bytes:
    """A name that some system takes for the same: another form of Unicode, other cases."""
    text = path.decode("utf-8", "surrogateescape")
    forms = (
        unicodedata.normalize("NFD", text),
        unicodedata.normalize("NFKC", text),
        text.upper(),
        text.lower(),
        text.swapcase(),
        text + ".",
        text + " ",
    )
    return random.choice(forms).encode("utf-8", "surrogateescape")


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """Files of what their endings promise, none of them outside of content/."""
    return {inner: _held(inner) for path in data.split(b"\0") if (inner := _inside(path))}


def _inside(path: bytes) -> bytes:
    return b"/".join(part for part in path.split(b"/") if part not in {b"", b".", b".."})


def _held(path: bytes) -> bytes:
    ending = path.rpartition(b".")[2].strip().lower()
    if ending in {b"jpg", b"jpeg"}:
        return sample()
    if ending == b"csv":
        return b"title;value;unit;source\nVisiteurs;12;personnes;Billetterie\n"
    if ending == b"svg":
        return b'<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
    if b"newsletter" in path:
        return b"---\ntitle: Une semaine\n---\nUn mot.\n"
    return b"%PDF-1.4\n" if ending == b"pdf" else (ARTICLE % "").encode()
