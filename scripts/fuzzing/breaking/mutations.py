"""Break a contribution at random, as people, editors and enemies do."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

ODD: tuple[str, ...] = (
    *"\t\0\x07\x0b\x0c\r\x1b\x7f\x85\xa0\u00ad\u2028\u2029\u200b\u202e\u2066\ufeff\ufffd\ufffe\U0001f52d\U000e0001é",
    *"\"'`:;,-?!&*#|>@%{}[]()<>=~^$\\/ \n",
    *("\r\n", "\n\n", "---", "--- ", "...", "- ", ": ", " #", ": :", "''", '"""', "e\u0301", "« x »", "’", "&amp;", "&#0;", "\\0", "\\x00"),
)
"""Characters that mean something to YAML, to Markdown or to an editor, and some that no keyboard has."""
BYTES = tuple(map(bytes.fromhex, ("ff", "fe", "c3", "e9", "00", "80", "c080", "eda080", "edbfbf", "f4908080", "efbbbf")))
"""Bytes that are no UTF-8 by themselves: Latin-1, surrogates, what is beyond Unicode; and a byte-order mark."""
YAML = (
    *("&a ", "*a", "! ", "<<: *a", "? a", "? ", "? [a, b]\n: c", "!!python/object/apply:os.system [ls]", "!!binary x", "!!set {a, b}"),
    *(
        "\n---\n",
        "\n...\n",
        "%YAML 9.9\n",
        "{a: {b: [c]}}",
        "- - - a",
        "key with spaces: x",
        "é: x",
        "true: false",
        "1: 2",
        "a: b: c",
        "\ttitle: x",
    ),
    *"| >- |+9 @x `x` [ ] { } [[[[]]]] ~ null yes 0x1F 0o17 1_000 1e999 1e-400 -.inf .nan -1 02100 12:30:45 2026-02-30 title:".split(),
    *("2026-13-45 25:61", "9" * 400, '"\\ud800"', '"\\0"', '"\\u2028"'),
)
MARKDOWN = (
    *"[a](b) ![]( [^1] [a](<b ``` ~~~ *** __ # \\ <div> </div> <!-- --> <![CDATA[ <?php <svg><style> <table><tr> &lt; &#x0;".split(),
    *(
        "~~",
        "- [ ] a",
        "https://a.fr",
        "www.a.fr",
        "a@b.fr",
        "\n• a\n• b\n",
        "\n14 h : a\n15 h : b\n",
        "[[a]]",
        "'''a'''",
        "\n\n    a b c\n",
        "<o:p>",
    ),
    *("\n[^1]: a\n", "\n*[A]: b\n", "\n[a]: <\n", "> ", "- ", "1. ", "|a|b|\n|-|-|\n", "\nx\n: y\n", "\n===\n", "\n---\n", "  \n"),
    *(
        '<div class="footnote" markdown="1">\n\n1. a\n\n</div>',
        "///Footnotes Go Here///",
        '<h2 id="contenu">',
        "[a](#contenu)",
        '<li id="fn:1">',
    ),
    *(
        "&#x202e;",
        "&#7;",
        "&rlm;",
        "&zwj;",
        '<p markdown="span" dir="rtl">',
        '<td markdown="block">',
        "<details markdown>",
        "[^a b]",
        "\n[^a b]: c\n",
    ),
    *("<script>alert(1)</script>", "<a href='javascript:x'>", "<img onerror=x src=y>", '<div markdown="1">', '[a](b "'),
)
REPEATED: tuple[str, ...] = (
    *"[*<>`_&\\|#~=!-:({\t\n ",
    "![](",
    "[a](",
    "- ",
    "> ",
    "* ",
    "<b>",
    "</b>",
    "<!--",
    "\n- a",
    "\n# a",
    "\na\n",
    "[^1] ",
    "[a]: ",
)
TIMES = (3, 20, 100, 1000, 5000)
DEPTHS = (2, 5, 12, 40, 200, 3000)

Mutation = Callable[[str, Random], str]


def _at(text: str, random: Random) -> int:
    """A place: half of the time before the end of the front matter."""
    head = text.find("\n---", 3)
    return random.randint(0, head if head > 0 and random.random() < 0.5 else len(text))


def insert(text: str, random: Random) -> str:
    """Put something where it does not belong."""
    at = _at(text, random)
    return text[:at] + random.choice(random.choice((ODD, YAML, MARKDOWN))) + text[at:]


def any_character(text: str, random: Random) -> str:
    """Put any character of Unicode somewhere, but halves of pairs."""
    at = _at(text, random)
    number = random.choice((random.randint(0, 0xFF), random.randint(0x100, 0xD7FF), random.randint(0xE000, 0x10FFFF)))
    return text[:at] + chr(number) + text[at:]


def delete(text: str, random: Random) -> str:
    """Leave out some characters."""
    at = _at(text, random)
    return text[:at] + text[at + random.choice((1, 1, 1, 3, 30, 300)) :]


def swap(text: str, random: Random) -> str:
    """Exchange two neighbours."""
    at = _at(text, random)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def repeat(text: str, random: Random) -> str:
    """Lean on a key."""
    at = _at(text, random)
    return text[:at] + random.choice(REPEATED) * random.choice(TIMES) + text[at:]


def nest(text: str, random: Random) -> str:
    """Put one inside the other, many times: flow collections, lists of lists, indented lists, quotations."""
    at, depth = _at(text, random), random.choice(DEPTHS)
    indented = "".join(f"\n{' ' * (level % 200 * random.choice((2, 4)))}- a" for level in range(min(depth, 200)))
    forms = ("[" * depth + "]" * depth, "{a: " * depth + "}" * depth, "- " * depth, "> " * depth + "a", indented, "\n" + "a:\n " * depth)
    return text[:at] + random.choice(forms) + text[at:]


def lines(text: str, random: Random) -> str:
    """Repeat, move, drop, indent, join, or comment a line."""
    rows = text.split("\n")
    at = text.count("\n", 0, _at(text, random))
    row = rows.pop(at)
    what = random.randrange(8)
    if what == 0:
        rows[at:at] = [row, row]
    elif what == 1:
        rows.insert(random.randint(0, len(rows)), row)
    elif what == 2:
        rows[at:at] = [random.choice((" ", "  ", "    ", "\t", "\xa0", " " * 60)) + row]
    elif what == 3:
        rows[at:at] = [row.lstrip()]
    elif what == 4:
        rows[at:at] = [f"{row} {rows.pop(at)}" if at < len(rows) else row]
    elif what == 5:
        rows[at:at] = [row.replace(": ", random.choice((":", " : ", ":\t", ":\xa0", "： ", " = ")))]
    elif what == 6:
        rows[at:at] = [row, *[row.replace("a", str(number)) for number in range(random.choice(TIMES[:3]))]]
    return "\n".join(rows)


def value(text: str, random: Random) -> str:
    """Give a key another value."""
    rows = text.split("\n")
    keys = [number for number, row in enumerate(rows) if ": " in row]
    if keys:
        number = random.choice(keys)
        key = rows[number].split(": ")[0]
        rows[number] = f"{key}: {random.choice((*YAML, *ODD, 'x' * 3000, '', 'Une heure : une découverte', '[]', '{}', '-', '2026-11-21'))}"
    return "\n".join(rows)


MUTATIONS: tuple[Mutation, ...] = (insert, insert, any_character, delete, swap, repeat, nest, lines, lines, value, value)


def mutated(text: str, random: Random) -> bytes:
    """The bytes of a file that one to four mutations made of a text, and now and then odd bytes."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        text = random.choice(MUTATIONS)(text, random)
    if random.random() < 0.05:
        text = text.replace("\n", random.choice(("\r\n", "\r")))
    data = text.encode()
    if random.random() < 0.05:
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(BYTES) + data[at:]
    return data
