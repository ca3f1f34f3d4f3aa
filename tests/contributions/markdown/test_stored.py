"""Safe HTML that was stored is what it was, and whatever somebody wrote into its file is made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.markdown.stored import safe_again
from contributions.words.typography import typo_html
from views.html import addressed

BODY = """## Un titre

Un [lien](/articles/été/ "Titre"), une note[^1], du `code` et **du gras**.

| a | b |
|:--|--:|
| 1 | 2 |

```python
x < 1
```

- [x] fait
- [ ] à faire

3. trois

![Le ciel](/images/ciel.svg)

<details><summary>Plus</summary><p lang="en">Text &amp; more</p></details>

[^1]: La note.
"""
CHANGED = {
    "javascript": '<a href="javascript:alert(1)">x</a>',
    "data": '<img src="data:image/svg+xml,x" alt="x">',
    "handler": '<img src="/images/a.svg" alt="x" onerror="alert(1)">',
    "script": "<script>alert(1)</script>",
    "style": '<p style="position:fixed">x</p>',
    "frame": '<iframe src="https://exemple.fr"></iframe>',
    "form": '<form action="https://exemple.fr"><input name="a"></form>',
    "id of the page": '<h2 id="contenu">x</h2>',
    "class of the theme": '<div class="visually-hidden">x</div>',
    "role": '<div role="alert" tabindex="1" aria-label="x">x</div>',
}
HARMFUL = (
    "javascript:",
    "data:",
    "onerror",
    "<script",
    "style=",
    "<iframe",
    "<form",
    'id="contenu"',
    "visually-hidden",
    "role=",
    "tabindex",
)


class TestStoredHtml:
    def test_of_a_body_is_what_it_was(self) -> None:
        html = safe_again(addressed(typo_html(Converter().convert(BODY))))
        assert safe_again(html) == html
        assert html.count("<") == typo_html(Converter().convert(BODY)).count("<")
        assert all(
            part in html for part in ('class="scroll"', 'class="footnote-ref"', 'id="fn:1"', 'class="task"', 'class="language-python"')
        )

    @pytest.mark.parametrize("name", sorted(CHANGED))
    def test_that_somebody_changed_is_made_harmless(self, name: str) -> None:
        found = safe_again(CHANGED[name])
        assert not [part for part in HARMFUL if part in found]

    @given(text=st.text("<>ab /\"'=&;:#-!\n", max_size=60))
    def test_is_made_safe_once_for_all(self, text: str) -> None:
        assert safe_again(safe_again(text)) == safe_again(text)
