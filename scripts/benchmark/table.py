"""The Markdown tables of a benchmark, and their place in a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmark.goals import GOALS, Goal, growth
from benchmark.results import COLD, ESCALE, WITH_SEARCH, Results, Series
from benchmark.rounds import ONCE_FROM

START, END = "<!-- bench:start -->", "<!-- bench:end -->"
NAMES = {ESCALE: "**Escale**", WITH_SEARCH: "**Escale**, with search", "pelican": "Pelican", "hugo": "Hugo", "eleventy": "Eleventy"}
STEPS = {"nothing": "nothing changed", "body": "a body", "title": "a title", "new": "an event more"}
NONE = "–"


def tables(results: Results) -> str:
    """All tables, and what was measured on which machine."""
    parts = [
        _about(results),
        "### Cold build\n\n" + _cold(results),
        "### After an edit\n\n" + _edits(results),
        "### Peak memory of a cold build\n\n" + _memory(results),
        "### Escale’s time beside theirs, cold\n\n" + _ratios(results),
        *([f"### Growth of a cold build\n\n{grown}"] if (grown := _growth(results)) else []),
        "### Goals\n\n" + _goals(results),
    ]
    return "\n\n".join(parts)


def put(text: str, document: Path) -> None:
    """Write tables between the markers of a document; where it has none, they and the tables come last."""
    before, found, rest = (document.read_text("utf-8") if document.is_file() else "# Performance\n").partition(START)
    after = rest.partition(END)[2] if found else ""
    margin = "" if found else "\n"
    document.parent.mkdir(parents=True, exist_ok=True)
    document.write_text(f"{before}{margin}{START}\n{text}\n{END}{after or chr(10)}", "utf-8")


def _about(results: Results) -> str:
    machine = results.machine
    said = [
        f"Medians of {results.rounds} round{'s' if results.rounds > 1 else ''}, all tools in each, on {machine['cores']} cores of "
        f"{machine['processor']}, {machine['memory']}, {machine['system']}, CPython {machine['Python']}. Wall time of the whole command.",
        f"{'; '.join(results.versions.values())}.",
    ]
    once = [(tool, size) for size, tools in results.sizes.items() for tool, series in tools.items() if _is_once(results, series)]
    if once:
        named = ", ".join(f"{NAMES[tool]} at {size:,}" for tool, size in once)
        said.append(f"Run once only, as it takes minutes: {named} (marked ¹).")
    if any(tool in ONCE_FROM for tool, _size in once):
        said.append("The memory of Pelican is then the kernel’s count of that run.")
    return " ".join(said)


def _is_once(results: Results, series: Series) -> bool:
    return len(series.seconds.get(COLD, ())) < results.rounds


def _cold(results: Results) -> str:
    rows = [[NAMES[tool], *(_cold_cell(results, size, tool) for size in results.sizes)] for tool in _tools(results)]
    return _table(["seconds (pages)", *_sizes(results)], rows)


def _cold_cell(results: Results, size: int, tool: str) -> str:
    series = results.sizes[size].get(tool)
    seconds = series.median(COLD) if series else None
    if series is None or seconds is None:
        return NONE
    return f"{_number(seconds)}{'¹' if _is_once(results, series) else ''} ({series.pages:,})"


def _edits(results: Results) -> str:
    rows = []
    for tool in (ESCALE, WITH_SEARCH):
        for step, words in STEPS.items():
            cells = [_edit_cell(results.sizes[size].get(tool), step) for size in results.sizes]
            if any(cell != NONE for cell in cells):
                rows.append([f"{NAMES[tool]}: {words}", *cells])
    return _table(["seconds (pages rendered)", *_sizes(results)], rows)


def _edit_cell(series: Series | None, step: str) -> str:
    seconds = series.median(step) if series else None
    if series is None or seconds is None:
        return NONE
    rendered = series.rendered(step)
    return _number(seconds) + (f" ({rendered:,})" if rendered is not None else "")


def _memory(results: Results) -> str:
    rows = []
    for tool in _tools(results):
        peaks = [series.peak if (series := results.sizes[size].get(tool)) else None for size in results.sizes]
        rows.append([NAMES[tool], *(f"{peak:,.0f}" if peak else NONE for peak in peaks)])
    return _table(["MiB", *_sizes(results)], rows)


def _ratios(results: Results) -> str:
    rows = []
    for tool in _tools(results):
        if tool in {ESCALE, WITH_SEARCH}:
            continue
        pairs = [(results.median(size, ESCALE), results.median(size, tool)) for size in results.sizes]
        rows.append([f"Escale / {NAMES[tool]}", *(f"{ours / theirs:.2f} ×" if ours and theirs else NONE for ours, theirs in pairs)])
    return _table(["without search", *_sizes(results)], rows)


def _growth(results: Results) -> str:
    steps = list(pairwise(sorted(results.sizes)))
    if not steps:
        return ""
    rows = []
    for tool in _tools(results):
        grown = [growth(small, large, tool)(results) for small, large in steps]
        rows.append([NAMES[tool], *(f"{ratio:.2f} ×" if ratio else NONE for ratio in grown)])
    return _table(["", *(f"{small:,} → {large:,} ({large / small:g} ×)" for small, large in steps)], rows)


def _goals(results: Results) -> str:
    words = {True: "met", False: "**not met**", None: "not measured"}
    return _table(["goal", "measured", ""], [[goal.words, _measured(goal, results), words[goal.met(results)]] for goal in GOALS])


def _measured(goal: Goal, results: Results) -> str:
    measured = goal.measure(results)
    if measured is None:
        return NONE
    return f"{measured:,.0f} {goal.unit}" if goal.unit == "MiB" else f"{measured:.2f} {goal.unit}"


def _tools(results: Results) -> list[str]:
    return [tool for tool in NAMES if any(tool in tools for tools in results.sizes.values())]


def _sizes(results: Results) -> list[str]:
    return [f"{size:,}" for size in results.sizes]


def _number(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    line = "|".join(["---", *["--:"] * (len(head) - 1)])
    return "\n".join([_row(head), f"|{line}|", *(_row(row) for row in rows)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
