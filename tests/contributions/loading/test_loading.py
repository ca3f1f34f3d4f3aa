"""A whole folder: every problem in one run, sorted and located, and nothing told twice."""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from contributions.loading.loading import Loaded, load
from contributions.reading.reading import contribution_files
from support import TODAY, Tree, article, event, exhibition, hub, loan, one_of_each, organisation, read, write

Report = Callable[..., list[str]]
Reading = Callable[..., Loaded]


class TestProblems:
    def test_come_all_in_one_run_sorted_by_file_line_and_column(self, loaded: Reading) -> None:
        tree = (
            event("b", category="ateleir", themes=["chimie"], place={"name": "Salle", "city": "Trifouillis"})
            | article("a", status="fini")
            | {"articles/c.md": "x"}
        )
        problems = loaded(tree).problems
        assert [(p.path, p.code) for p in problems] == [
            ("content/articles/a.md", "E109"),
            ("content/articles/c.md", "E002"),
            ("content/events/b.md", "E109"),
            ("content/events/b.md", "E109"),
            ("content/events/b.md", "E301"),
        ]
        assert list(problems) == sorted(problems)

    def test_of_places_and_rules_come_too(self, loaded: Reading) -> None:
        wrong = event("b", place={"name": "Salle", "city": "Trifouillis"}, organisation="personne", publisher=None, exhibition="rien")
        assert {p.code for p in loaded(wrong).problems} == {"E201", "E204", "E301"}

    def test_are_located_at_the_value(self, reported: Report) -> None:
        tree = {
            "articles/a.md": "---\ntitle: Un titre\nsummary: Un résumé.\ndate: 2026-13-02\ncategory: portrait\nthemes: [astronomie]\npublisher:\n  name: Escale\n---\n"
        }
        assert reported(tree) == [
            "content/articles/a.md:4:7: E103 « 2026-13-02 » n’est pas une date. Il n’y a pas de mois 13 : écrivez AAAA-MM-JJ."
        ]

    def test_are_paths_from_the_folder_that_holds_the_content(self, tmp_path: Path) -> None:
        content = write(tmp_path, {"articles/2026/a.md": "x"})
        assert [p.path for p in read(content).problems] == ["content/articles/2026/a.md"]

    def test_of_one_file_do_not_hide_those_of_another(self, loaded: Reading) -> None:
        assert {p.path for p in loaded(article("a", titel="x") | article("b", titel="x")).problems} == {
            "content/articles/a.md",
            "content/articles/b.md",
        }

    def test_of_a_file_are_not_told_again_by_those_that_refer_to_it(self, loaded: Reading) -> None:
        tree = organisation("musee", category="inconnue") | article("a", organisation="musee", publisher=None)
        assert [p.path for p in loaded(tree).problems] == ["content/organisations/musee.md"]

    def test_of_a_reference_are_told_although_another_file_is_unreadable(self, loaded: Reading) -> None:
        tree = organisation("musee", category="inconnue") | article("a", organisation="personne", publisher=None)
        assert [(p.path, p.code) for p in loaded(tree).problems] == [
            ("content/articles/a.md", "E201"),
            ("content/organisations/musee.md", "E109"),
        ]

    def test_that_come_with_time_are_warnings(self, loaded: Reading) -> None:
        (problem,) = loaded(article("a", review_by="2026-01-01")).problems
        assert (problem.code, problem.severity) == ("W601", "warning")
        assert loaded(article("a", review_by="2026-11-21")).problems == ()

    def test_never_lose_a_file_silently(self, loaded: Reading) -> None:
        tree = one_of_each() | article("mauvais", titel="x") | {"ailleurs/x.md": "y"}
        found = loaded(tree)
        assert found.library is not None
        read_files = {c.path.removeprefix("content/") for c in found.library.all}
        told = {p.path.removeprefix("content/") for p in found.problems}
        assert read_files | told == {path for path in tree if path.endswith(".md")}
        assert not read_files & told


class TestBatches:
    def test_in_any_order_of_work_give_the_same(self, tmp_path: Path) -> None:
        tree: dict[str, str | bytes] = {}
        for number in range(150):
            tree |= article(f"a{number}", **({"titel": "x"} if number % 50 == 0 else {}))
        content = write(tmp_path, tree)
        one = load(content, TODAY)
        other = load(content, TODAY, run=lambda function, batches: [function(batch) for batch in batches])
        assert one.problems == other.problems
        assert one.library is not None
        assert other.library is not None
        assert [c.key for c in one.library.all] == [c.key for c in other.library.all]

    def test_paths_are_sorted(self, tmp_path: Path) -> None:
        paths = [path for path, _stamp in contribution_files(write(tmp_path, one_of_each()))]
        assert paths == sorted(paths)


class TestHub:
    def test_must_be_there(self, tmp_path: Path) -> None:
        (tmp_path / "content").mkdir()
        found = load(tmp_path / "content", TODAY)
        assert found.library is None
        assert [str(p) for p in found.problems] == [
            "content/hub.yml:1:1: E013 Ce fichier manque : il décrit la région. Copiez celui d’un autre portail et adaptez-le."
        ]

    def test_problems_have_the_lines_of_the_file(self, tmp_path: Path) -> None:
        text = hub()["hub.yml"]
        assert isinstance(text, str)
        wrong = text.replace("name: Escale\n", "name: Escale\nslogan: x\n", 1)
        assert str(read(write(tmp_path, {"hub.yml": wrong})).problems[0]).startswith("content/hub.yml:2:1: E101 ")
        fenced = f"---\n{wrong}---\n"
        assert str(read(write(tmp_path, {"hub.yml": fenced})).problems[0]).startswith("content/hub.yml:3:1: E101 ")

    @pytest.mark.parametrize(
        ("keys", "code"),
        [
            ({"timezone": "Paris"}, "E109"),
            ({"url": "escale.example"}, "E112"),
            ({"region": {"code": "HDF", "name": "x"}}, "E109"),
            ({"themes": "x"}, "E106"),
            ({"name": None}, "E102"),
        ],
    )
    def test_is_checked_as_contributions_are(self, tmp_path: Path, keys: dict[str, object], code: str) -> None:
        assert [p.code for p in read(write(tmp_path, hub(**keys))).problems] == [code]

    def test_may_have_categories_of_its_own(self, loaded: Reading) -> None:
        own = hub(categories={"article": {"chronique": "Chronique"}})
        assert loaded(own | article("a", category="chronique")).problems == ()
        assert [p.code for p in loaded(own | article("a", category="portrait")).problems] == ["E109"]

    def test_of_a_region_without_list_of_towns_is_told(self, tmp_path: Path) -> None:
        assert [p.path for p in read(write(tmp_path, hub(region={"code": "99", "name": "Ailleurs"}))).problems] == ["content/hub.yml"]


class TestNewsletters:
    def test_have_introductions_by_week(self, loaded: Reading) -> None:
        found = loaded({"newsletter/2026-w47.md": "---\ntitle: Bonjour\n---\nUn mot.\n"})
        assert found.problems == ()
        assert found.library is not None
        assert found.library.introductions["2026-w47"].html == "<p>Un mot.</p>"

    def test_are_named_by_their_week(self, loaded: Reading) -> None:
        assert [p.code for p in loaded({"newsletter/novembre.md": "---\n---\n"}).problems] == ["E007"]

    @pytest.mark.parametrize("head", ["title: [a, b]", "titel: Bonjour", "title: {a: b}"])
    def test_are_checked_as_contributions_are(self, loaded: Reading, head: str) -> None:
        assert [p.path for p in loaded({"newsletter/2026-w47.md": f"---\n{head}\n---\nUn mot.\n"}).problems] == [
            "content/newsletter/2026-w47.md"
        ]


class TestToday:
    def test_may_be_asked_of_the_region(self, tmp_path: Path) -> None:
        found = load(write(tmp_path, {}), lambda hub: date(2030, 1, 1) if hub.timezone == "Europe/Paris" else TODAY)
        assert found.library is not None
        assert found.library.today == date(2030, 1, 1)


class TestLoans:
    def test_to_an_ambiguous_town_mean_the_largest(self, loaded: Reading) -> None:
        found = loaded(exhibition("malle", loans=[loan("2026-12-01", "2026-12-02", public_showing=True, city="Saint-Quentin")]))
        assert found.problems == ()


def test_images_have_their_sizes(loaded: Callable[[Tree], Loaded]) -> None:
    found = loaded(one_of_each())
    assert found.library is not None
    assert found.library.media["images/ciel.svg"][:2] == (600, 400)


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<svg",
        '<svg viewBox="0 0 1e999 1"/>',
        '<svg viewBox="0 0 a b"/>',
        '<svg viewBox="1"/>',
        '<svg viewBox="0 0 -5 9"/>',
        "\x00",
        '<!DOCTYPE svg [<!ENTITY a "a">]><svg/>',
    ],
)
def test_a_strange_drawing_is_no_crash(reported: Report, svg: str) -> None:
    reported(article("a", image={"src": "images/x.svg", "alt": "x", "credit": "x"}) | {"images/x.svg": svg})


class TestFigures:
    def test_are_the_rows_of_tables(self, loaded: Reading) -> None:
        found = loaded({"data/enquete-2025.csv": "title,value,unit,source\nAbonnés,426,personnes,Rapport\n"})
        assert found.library is not None
        assert [(f.file, f.title, f.value, f.unit) for f in found.library.annals.figures] == [
            ("enquete-2025", "Abonnés", "426", "personnes")
        ]

    def test_of_another_encoding_are_a_problem(self, loaded: Reading) -> None:
        found = loaded({"data/enquete-2025.csv": "title,value,unit,source\nAbonnés,426,,\n".encode("latin-1")})
        assert [(p.path, p.line, p.code) for p in found.problems] == [("content/data/enquete-2025.csv", 2, "E001")]


def test_a_library_that_nobody_holds_keeps_no_file_open(tmp_path: Path) -> None:
    before = write(tmp_path, one_of_each())
    opened = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        library = load(before, TODAY).library
        assert library is not None
        assert [contribution.meta for contribution in library.all]
        del library
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) <= opened
