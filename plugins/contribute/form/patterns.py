"""Patterns of the check as the form's script reads them."""

from __future__ import annotations

IN_WORD = r"[\p{L}\p{N}_]"


def script(pattern: str) -> str:
    r"""A pattern of Python as one of JavaScript, with its flag « u » where letters of words are meant.

    >>> script(r"(?P<host>[\w-]+)\Z"), script(r"\b(?:at|chez)\b")
    ('(?<host>[\\p{L}\\p{N}_-]+)$', '(?<![\\p{L}\\p{N}_])(?:at|chez)(?![\\p{L}\\p{N}_])')
    """
    found = pattern.replace(r"\Z", "$").replace("(?P<", "(?<").replace("(?P=separator)", r"\k<separator>")
    found = found.replace("*+", "*").replace(r"\"", '"')
    found = found.replace(r"[^\W\d_]", r"\p{L}").replace(r"[\w-]", rf"{IN_WORD[:-1]}-]").replace(r"[^\w\s", rf"[^{IN_WORD[1:-1]}\s")
    # To JavaScript, an accented letter ends a word.
    found = found.replace(r"\b(", f"(?<!{IN_WORD})(").replace(r")\b", f")(?!{IN_WORD})")
    return found.removesuffix(r"\b") + f"(?!{IN_WORD})" if found.endswith(r"\b") else found
