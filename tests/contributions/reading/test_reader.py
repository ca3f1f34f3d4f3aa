"""Files as they come: encodings, line ends, names and folders."""

from collections.abc import Callable

import pytest

from contributions.loading.loading import Loaded
from contributions.models import KINDS
from contributions.region.addresses import addresses
from contributions.source.texts import MAX_BYTES, decode
from support import KIND_FOLDERS, Tree, article, page

Report = Callable[..., list[str]]
TEXT = str(article("portrait")["articles/portrait.md"])


class TestEncodings:
    def test_a_byte_order_mark_does_not_stop_a_build(self, loaded: Callable[[Tree], Loaded]) -> None:
        found = loaded({"articles/portrait.md": b"\xef\xbb\xbf" + TEXT.encode()})
        assert [(p.code, p.severity) for p in found.problems] == [("W001", "warning")]
        assert found.library is not None
        assert found.library.articles[0].meta.title == "Sujet portrait"

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_other_line_ends_do_not_stop_a_build(self, loaded: Callable[[Tree], Loaded], end: str) -> None:
        found = loaded({"articles/portrait.md": TEXT.replace("\n", end).encode()})
        assert [(p.code, p.severity) for p in found.problems] == [("W002", "warning")]
        assert found.library is not None
        assert "\r" not in found.library.articles[0].html

    def test_windows_line_ends_do_not_move_positions(self, reported: Report) -> None:
        wrong = TEXT.replace("category: portrait", "category: portait")
        *others, _line_ends = reported({"articles/portrait.md": wrong.replace("\n", "\r\n").encode()})
        assert others == reported({"articles/portrait.md": wrong})

    def test_another_encoding_is_shown_at_its_first_odd_byte(self, reported: Report) -> None:
        assert reported({"articles/portrait.md": TEXT.replace("title: Sujet", "title: Décor").encode("latin-1")}) == [
            "content/articles/portrait.md:2:9: E001 Ce fichier n’est pas enregistré en UTF-8, mais sans doute en Windows-1252 (« ANSI », Latin-1). Enregistrez-le à nouveau avec l’encodage « UTF-8 »."
        ]

    def test_a_huge_file_is_refused_before_it_is_decoded(self) -> None:
        with pytest.raises(Exception, match="pèse plus de 1000 ko"):
            decode(b"\xff" * (MAX_BYTES + 1))

    def test_an_empty_file_is_told(self, reported: Report) -> None:
        assert reported({"articles/vide.md": ""})[0].startswith("content/articles/vide.md:1:1: E002 ")


class TestNames:
    @pytest.mark.parametrize("name", ["Nuit", "nuit_noire", "nuit noire", "été", "nuit--noire", "nuit-", "nuit.noire"])
    def test_that_make_no_address_are_refused(self, reported: Report, name: str) -> None:
        (line,) = reported({f"articles/{name}.md": TEXT})
        assert f": E007 « {name}.md » ne peut pas devenir une adresse." in line

    @pytest.mark.parametrize("kind", KINDS)
    def test_that_a_list_uses_are_refused(self, reported: Report, kind: str) -> None:
        for slug in addresses().reserved(kind):
            assert (
                f"content/{KIND_FOLDERS[kind]}/{slug}.md:1:1: E008 « {slug} » est réservé à une page du site. Choisissez un autre nom de fichier."
                in reported({f"{KIND_FOLDERS[kind]}/{slug}.md": TEXT})
            )

    @pytest.mark.parametrize("slug", ["archives", "page", "themes", "territoires"])
    def test_of_the_agenda_are_reserved(self, slug: str) -> None:
        assert slug in addresses().reserved("event")

    @pytest.mark.parametrize(
        "slug",
        [
            *("agenda outils articles annonces ressources annuaire dossiers themes territoires carte recherche newsletter".split()),
            *("observatoire proposer contribuer flux donnees plan-du-site".split()),
        ],
    )
    def test_of_every_top_level_path_are_reserved_for_pages(self, slug: str) -> None:
        assert slug in addresses().reserved("page")

    @pytest.mark.parametrize("slug", ["accessibilite", "mentions-legales", "donnees-personnelles"])
    def test_of_legal_pages_may_be_written_by_the_region(self, reported: Report, slug: str) -> None:
        assert reported(page(slug)) == []

    def test_are_unique_in_a_kind_whatever_the_folder(self, reported: Report) -> None:
        assert reported({"articles/2025/portrait.md": TEXT, "articles/portrait.md": TEXT}) == [
            "content/articles/portrait.md:1:1: E009 « portrait » est déjà le nom de content/articles/2025/portrait.md. Renommez l’un des deux fichiers."
        ]

    @pytest.mark.parametrize("name", ["portrait.markdown", "portrait.MD", "portrait.Markdown", "portrait.md.markdown"])
    def test_end_in_md(self, reported: Report, name: str) -> None:
        assert reported({f"articles/{name}": TEXT}) == [
            f"content/articles/{name}:1:1: E007 « {name} » ne se termine pas par .md. Renommez le fichier : portrait.md."
        ]


class TestFolders:
    def test_that_are_no_kind_are_told_with_the_nearest(self, reported: Report) -> None:
        assert reported({"article/portrait.md": TEXT}) == [
            "content/article/portrait.md:1:1: E010 Ce fichier n’est pas dans le dossier d’un genre de contribution. Vouliez-vous dire « articles » ?"
        ]

    def test_must_be_given(self, reported: Report) -> None:
        (line,) = reported({"portrait.md": TEXT})
        assert line.startswith("content/portrait.md:1:1: E010 ")
        assert "content/articles/" in line

    @pytest.mark.parametrize(
        "path",
        [
            "README.md",
            "articles/README.md",
            "articles/LISEZMOI.md",
            "_notes/x.md",
            "images/CREDITS.md",
        ],
    )
    def test_may_hold_notes_that_are_no_contributions(self, reported: Report, path: str) -> None:
        assert reported({path: "Des notes."}) == []

    def test_with_the_name_of_a_file_are_no_crash(self, reported: Report) -> None:
        (said,) = reported({"articles/portrait.md/note.txt": "x"})
        assert said.startswith("content/articles/portrait.md/note.txt:1:1: E007 ")
