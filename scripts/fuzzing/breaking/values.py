"""Values that somebody may give: to the keys of hub.yml, which become addresses, styles and folders, and to the old addresses of a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random

from fuzzing.breaking.mutations import mutated

HEAD = "title: Un portrait\nsummary: Court.\ndate: 2026-11-01\nthemes: [astronomie]\npublisher: {name: Le musée}\n"
ARTICLE = f"---\n{HEAD}category: portrait\n%s---\nUn texte.\n"
EVENT = (
    f"---\n{HEAD}category: atelier\nslots: [{{start: 2026-11-28 14:00, end: 2026-11-28 16:00}}]\n"
    "place: {name: Le musée, postcode: 80100, city: Abbeville}\n---\nUn texte.\n"
)
AROUND: Mapping[bytes, bytes] = {b"articles/portrait.md": (ARTICLE % "").encode(), b"events/nuit.md": EVENT.encode()}
"""What a region's settings are applied to."""

HOSTILE = (
    *(
        "../../../../pwn",
        "..",
        ".",
        "/",
        "//evil.example/x",
        "\\\\evil\\x",
        "C:\\x",
        "%2e%2e%2fx",
        "%00",
        "a/b",
        "a b",
        "a\tb",
        "a\nb",
        "é",
        "É",
    ),
    *(
        "",
        " ",
        "~",
        "null",
        "true",
        "0",
        "-1",
        "1e9",
        "[]",
        "{}",
        "a" * 70,
        "a" * 3000,
        "con",
        "-rf",
        "--help",
        "$(id)",
        "`id`",
        "${x}",
        "{{ 7*7 }}",
    ),
    *(
        "<script>alert(1)</script>",
        "\"'><b>",
        "</title>",
        "]]>",
        "<!--",
        "&lt;",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
    ),
    *(
        "red;} body{display:none}",
        "url(//evil.example/x)",
        "expression(1)",
        "#fff/*",
        "rgb(1 2 3",
        "var(--x)",
        "#0a2434",
        "light-dark(#fff, #000)",
    ),
    *("https://evil.example@escale.example", "https://escale.example/x", "http://[::1]", "https://", "https://exa mple.fr", "https://é.fr"),
    *(
        "Europe/Paris",
        "../../etc/localtime",
        "Etc/GMT+12",
        "fr",
        "fr-FR",
        "../../x",
        "32",
        "99",
        "2A",
        "971",
        "agenda",
        "page",
        "theme",
        "_redirects",
    ),
    *("=1+1", "@x", "+33", "\u202eabc", "\u2066x", "a\u200bb", "\ufeff", "\x07", "\x1b[2J", "🏳️‍🌈", "ｆｕｌｌ", "\ud800"),
)
SEGMENTS = (
    "agenda",
    "ancien",
    "page",
    "..",
    ".",
    "",
    "%2e%2e",
    "%2f",
    "%5c",
    "%00",
    "%0a",
    "%",
    "%zz",
    "*",
    ":splat",
    "é",
    "%C3%A9",
    "A",
    "a b",
    "\\",
    "~",
)
TAILS = (
    "",
    "/",
    "?x=1",
    "#x",
    "/index.html",
    ".php",
    ".md",
    " 301!",
    " https://evil.example 301",
    "\n/* /x 301",
    "\t",
    "\u00a0",
    "\u202e",
    "\x07",
)
STARTS = ("/", "//", "", "///", "/\\", "\\", "http://evil.example/", "HTTPS://escale.example/", "javascript:", "/ ", " /", "./", "../")


def hub(data: bytes, random: Random) -> bytes:
    """Break a hub.yml as any text, or give one of its keys a hostile value, or a hostile name."""
    text = data.decode("utf-8", "replace")
    if random.random() < 0.4:
        return mutated(text, random)
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2, 3))):
        number = random.randrange(len(lines))
        key, colon, _value = lines[number].partition(": ")
        hostile = json.dumps(random.choice(HOSTILE))
        indent = key[: len(key) - len(key.lstrip())]
        lines[number] = (
            f"{key}{colon}{hostile}" if colon and random.random() < 0.6 else f"{indent}{hostile}: {random.choice(('x', hostile))}"
        )
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def aliases() -> list[bytes]:
    """Old addresses as they should be."""
    return [b"/agenda/ancien-nom/", b"/vieux/chemin.php\n/autre/"]


def alias(data: bytes, random: Random) -> bytes:
    """Old addresses of odd shapes, a line each."""
    if random.random() < 0.2:
        return mutated(data.decode("utf-8", "replace"), random)
    return "\n".join(_alias(random) for _ in range(random.choice((1, 1, 1, 2, 3)))).encode()


def _alias(random: Random) -> str:
    if random.random() < 0.1:
        return random.choice(HOSTILE).encode("utf-8", "replace").decode()
    middle = "/".join(random.choice(SEGMENTS) for _ in range(random.randint(1, 4)))
    return random.choice(STARTS) + middle + random.choice(TAILS)


def with_aliases(data: bytes) -> Mapping[bytes, bytes]:
    """An article with a list of old addresses."""
    listed = json.dumps(data.decode("utf-8", "replace").split("\n"), ensure_ascii=False)
    return {b"articles/portrait.md": (ARTICLE % f"aliases: {listed}\n").encode()}
