"""Addresses and paths that are none: what each most likely means, and what may be written without asking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.addresses import SECRET, URL, Meant, file_path, web_address
from support_limits import in_bounded_time

HOSTS = st.sampled_from(["www.exemple.fr", "www.musee-craie.org", "WWW.exemple.fr"])
PATHS = st.lists(st.text("abcé-_", min_size=1, max_size=6), max_size=3).map(lambda parts: "".join(f"/{part}" for part in parts))
NAMES = st.lists(st.text("abcé-_ 1", min_size=1, max_size=6).filter(lambda name: name == name.strip()), min_size=1, max_size=3)


class TestAnAddressOfTheWeb:
    def test_holds_no_secret_for_many_colons(self) -> None:
        with in_bounded_time():
            assert not SECRET.match(f"https://{':' * 200_000}")

    @given(HOSTS, PATHS)
    def test_without_its_protocol_is_completed(self, host: str, path: str) -> None:
        assert web_address(host + path) == Meant(f"https://{host}{path}", certain=True)

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("exemple.fr/programme", "https://exemple.fr/programme"), ("https://x.fr/a b", "https://x.fr/a%20b"), ("http:/x.fr", "http://x.fr"),
            ("https//x.fr", "https://x.fr"), ("htps://x.fr", "https://x.fr"), ("http//x.fr", "http://x.fr"), ("https:// x.fr", "https://x.fr"),
            ("https://x.fr (billetterie)", "https://x.fr"), ("[ici](https://x.fr/a)", "https://x.fr/a"), ("Voir https://x.fr.", "https://x.fr"),
        ],
    )  # fmt: skip
    def test_that_is_likely_is_proposed(self, written: str, meant: str) -> None:
        assert web_address(written) == Meant(meant, certain=False)

    @pytest.mark.parametrize(
        ("written", "meant"), [("<https://x.fr>", "https://x.fr"), ("https://x.fr/mon dossier.pdf", "https://x.fr/mon%20dossier.pdf")]
    )
    def test_that_is_certain_may_be_written(self, written: str, meant: str) -> None:
        assert web_address(written) == Meant(meant, certain=True)

    @pytest.mark.parametrize(
        "written",
        ["javascript:alert(1)", "ftp://exemple.fr", "//exemple.fr", "https://", "https://a b", "sur demande", "contact@exemple.fr",
         "https://x.fr ou https://y.fr", "www.x.fr ou www.y.fr", ""],
    )  # fmt: skip
    def test_that_cannot_be_told_is_none(self, written: str) -> None:
        assert web_address(written) is None

    @given(st.text(max_size=60))
    def test_is_an_address_whatever_it_is_made_of(self, written: str) -> None:
        found = web_address(written)
        assert found is None or URL.match(found.text)


class TestAPathOfAFile:
    @given(
        NAMES,
        st.sampled_from(["images", "documents"]),
        st.sampled_from(["", "./", "../", "../../", "content/", "/content/"]),
        st.sampled_from("/\\"),
    )
    def test_is_the_one_below_content(self, names: list[str], folder: str, before: str, mark: str) -> None:
        written = before.replace("/", mark) + mark.join([folder, *names])
        assert file_path(written) == Meant("/".join([folder, *names]), certain=True)

    @pytest.mark.parametrize(
        "written", ["../../etc/passwd", "../secret.jpg", "images/../../secret", "C:\\images\\a.jpg", "images", "https://x/images/y.png"]
    )
    def test_is_none_elsewhere(self, written: str) -> None:
        assert file_path(written) is None
