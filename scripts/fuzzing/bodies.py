"""Bodies made of marks at random, as long as they may be, and how long it takes to look at them and convert them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

from contributions.markdown.body import Converter
from contributions.proofreading.findings import body_findings
from contributions.proofreading.limits import too_costly

MARKS = [
    *"[ ] ( ) ![ ]( [a]( [a](< [a] [a][b] [^1] A a é ` `` ``` ~~~ * ** *** _ __ & &amp; &#12; | -|- \\ \\* \\[ @ { } = - --- === !".split(),
    *"< > </ <b> </b> <div> </div> <p> <!-- --> <![CDATA[ ]]> <? ?> <! <br> <http://a> <a@b.c> <script> </script> <style> </style>".split(),
    *("<svg>", "<table><tr><td>", "<pre>", "</pre>", '<span a="', "<a b='", '<div markdown="1">', "<a ", '[a](b "', "[a]: /b", "[^1]: a"),
    *(
        "*[A]: x",
        "- ",
        "* ",
        "+ ",
        "- [ ] ",
        "~~",
        "~",
        "https://a.fr ",
        "www.a ",
        "a@b.c ",
        "• a\n",
        "14 h a\n",
        "a : b\n",
        "{{",
        "[[",
        "%%",
        "<o:p>",
    ),
    *(
        "1. ",
        "1) ",
        "> ",
        "# ",
        "## ",
        ": ",
        ":   ",
        "    ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "  \n",
        "x\n",
        "[a]:\n",
        "|a|b|\n|-|-|\n",
        '"',
        "'",
        "\xa0",
    ),
]
SIZES = (900, 3_000, 10_000, 30_000, 100_000, 300_000, 900_000)


def body(random: Random) -> str:
    """Marks in one order or another, a few thousand times, cut until too_costly lets it through."""
    parts = ["".join(random.choice(MARKS) for _ in range(random.choice((1, 1, 2, 2, 3, 4, 6)))) for _ in range(random.choice((1, 1, 2, 3)))]
    size, way = random.choice(SIZES), random.random()
    if way < 0.6:
        text = random.choice(("", random.choice(MARKS))) + parts[0] * (size // len(parts[0])) + random.choice(("", random.choice(MARKS)))
    elif way < 0.8:
        text = "".join(part * (size // len(parts) // len(part)) for part in parts)
    else:
        text = "".join(random.choice(parts) + random.choice(MARKS) for _ in range(size // 5))
    while too_costly(text):
        text = text[: int(len(text) * 0.7)]
    return text


def conversions(number: int, random: Random) -> Iterator[tuple[float, str]]:
    """Seconds of processor time, and the body that took them."""
    converter = Converter()
    for _ in range(number):
        text = body(random)
        started = time.process_time()
        try:
            list(body_findings(text, 1))
            converter.convert(text)
        except RecursionError:  # told as E015
            converter = Converter()
        yield time.process_time() - started, text
