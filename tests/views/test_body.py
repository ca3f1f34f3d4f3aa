"""A body on its page: a film is a card that leads to it, and nothing of another site is shown in ours."""

from collections.abc import Callable

import pytest

from contributions.library.library import Library
from contributions.markdown.body import Converter
from support import hub
from views.body import body


@pytest.fixture
def shown(library: Callable[..., Library]) -> Callable[[str], str]:
    """The HTML of some Markdown on its page."""
    empty = library(hub())
    return lambda text: body(empty, Converter().convert(text))


class TestFilms:
    @pytest.mark.parametrize(
        ("url", "host"),
        [
            ("https://www.youtube.com/watch?v=abc", "youtube.com"),
            ("https://youtu.be/abc", "youtu.be"),
            ("https://vimeo.com/123", "vimeo.com"),
            ("https://tube.univ.example/w/6Yq3p", "tube.univ.example"),
            ("https://tube.univ.example/videos/watch/6Yq3p-2", "tube.univ.example"),
        ],
    )
    def test_alone_in_a_paragraph_are_cards(self, shown: Callable[[str], str], url: str, host: str) -> None:
        assert shown(f"[La craie au microscope]({url})") == (
            f'<p class="film"><a href="{url}">La craie au microscope<span>Vidéo sur {host}</span></a></p>'
        )

    def test_without_words_get_some(self, shown: Callable[[str], str]) -> None:
        assert ">Voir la vidéo<span>" in shown("<https://youtu.be/abc>")

    def test_within_a_sentence_stay_links(self, shown: Callable[[str], str]) -> None:
        assert 'class="film"' not in shown("Voyez [la craie](https://youtu.be/abc) de près.")

    @pytest.mark.parametrize("url", ["https://notyoutube.com/watch", "https://exemple.fr/wiki/x", "https://youtube.com.mal.example/x"])
    def test_of_no_known_sort_stay_links(self, shown: Callable[[str], str], url: str) -> None:
        assert 'class="film"' not in shown(f"[Un lien]({url})")

    @pytest.mark.parametrize(
        "hostile", ['<iframe src="https://youtube.com/embed/x"></iframe>', '<video src="https://exemple.fr/x"></video>']
    )
    def test_are_never_embedded(self, shown: Callable[[str], str], hostile: str) -> None:
        assert "<iframe" not in shown(hostile)
        assert "<video" not in shown(hostile)
