"""French typography, applied as often as one likes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.words.typography import NBSP, NNBSP, typo, typo_html
from views.french.numbers import number

texts = st.text(alphabet="ab1 é«»:;!?%€'’\u00a0\u202f()[]<>\n", max_size=60)


class TestText:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("Quoi ?", f"Quoi{NNBSP}?"),
            ("Quoi ? Rien !", f"Quoi{NNBSP}? Rien{NNBSP}!"),
            ("Un : deux", f"Un{NBSP}: deux"),
            ("« mot »", f"«{NNBSP}mot{NNBSP}»"),
            ("«mot»", f"«{NNBSP}mot{NNBSP}»"),
            ("l'air", "l’air"),
            ("10 %, 4 €", f"10{NNBSP}%, 4{NNBSP}€"),
            ("14 525 personnes", f"14{NNBSP}525 personnes"),
            ("1 200 000", f"1{NNBSP}200{NNBSP}000"),
            ("de 14:30 à 15:00", "de 14:30 à 15:00"),
            ("https://exemple.fr/?a=b", "https://exemple.fr/?a=b"),
            ("« Ah : » dit-il", f"«{NNBSP}Ah{NBSP}:{NNBSP}» dit-il"),
        ],
    )
    def test_gets_its_spaces_and_apostrophes(self, written: str, shown: str) -> None:
        assert typo(written) == shown

    @given(texts)
    def test_that_was_done_stays_as_it_is(self, text: str) -> None:
        assert typo(typo(text)) == typo(text)

    @given(texts)
    def test_keeps_its_letters(self, text: str) -> None:
        def bare(value: str) -> str:
            return "".join(value.replace("'", "’").split())

        assert bare(typo(text)) == bare(text)


class TestHtml:
    def test_leaves_tags_and_code_alone(self) -> None:
        html = '<p title="a : b">Quoi ?</p><pre>a ? b\n</pre><code>l\'air : x</code><KBD>a ?</KBD>'
        assert typo_html(html) == f'<p title="a : b">Quoi{NNBSP}?</p><pre>a ? b\n</pre><code>l\'air : x</code><KBD>a ?</KBD>'

    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("l'<a href=\"/x'y/\">air</a>", 'l’<a href="/x\'y/">air</a>'),
            ("qu'<strong><em>un</em></strong>", "qu’<strong><em>un</em></strong>"),
            ("<em>lorsqu</em>'il", "<em>lorsqu</em>’il"),
            ("l'<code>d'</code>", "l’<code>d'</code>"),
            ("<p>'mot</p>", "<p>'mot</p>"),
            ("5'<sup>a</sup>", "5'<sup>a</sup>"),
            ("l'", "l'"),
        ],
    )
    def test_has_apostrophes_beside_tags(self, written: str, shown: str) -> None:
        assert typo_html(written) == shown

    @given(texts)
    def test_that_was_done_stays_as_it_is(self, text: str) -> None:
        html = f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"
        assert typo_html(typo_html(html)) == typo_html(html)


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (0, "0"),
            (12, "12"),
            (14525, f"14{NNBSP}525"),
            (59.1, "59,1"),
            (2.50, "2,5"),
            (1234567.25, f"1{NNBSP}234{NNBSP}567,25"),
            (40.0, "40"),
            (-3, "-3"),
        ],
    )
    def test_are_french(self, value: float, shown: str) -> None:
        assert number(value) == shown
