"""Front matter as people write it: text stays text, mistakes are found where they stand, hostile YAML ends as a problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.problem import Finding
from contributions.source.front_matter import parse
from contributions.source.header import MAX_DEPTH
from contributions.source.matter import FrontMatter, FrontMatterError
from contributions.source.positions import positions
from support_limits import in_bounded_time


def matter(*lines: str, body: str = "Corps.\n") -> FrontMatter:
    """The front matter of some lines."""
    return parse("\n".join(("---", *lines, "---", body)))


def refused(text: str) -> Finding:
    """The first finding of a text that cannot be read, or only in part."""
    try:
        return parse(text).findings[0]
    except FrontMatterError as error:
        return error.finding


def refused_lines(*lines: str) -> Finding:
    """The finding of front matter that cannot be read."""
    return refused("\n".join(("---", *lines, "---", "")))


class TestValues:
    @pytest.mark.parametrize(
        "text",
        [
            "02100",
            "14:30",
            "no",
            "yes",
            "on",
            "1e3",
            "0x1F",
            "0b1",
            "2026-11-21",
            "2026-11-21 14:30",
            "12_000",
            ".inf",
            "=",
            "!",
        ],
    )
    def test_stay_the_text_that_was_written(self, text: str) -> None:
        if text == "!":
            assert matter("key: '!'").values == {"key": "!"}
        else:
            assert matter(f"key: {text}").values == {"key": text}

    def test_are_text_lists_and_groups(self) -> None:
        found = matter("themes: [astronomie, physique]", "place:", "  city: Laon", "slots:", "  - start: 2026-10-05 14:30")
        assert found.values == {"themes": ["astronomie", "physique"], "place": {"city": "Laon"}, "slots": [{"start": "2026-10-05 14:30"}]}

    def test_without_anything_behind_the_key_say_nothing(self) -> None:
        assert matter("title: Nuit", "updated:", "summary: ''").values == {"title": "Nuit"}

    def test_are_trimmed(self) -> None:
        assert matter("title: '  Nuit '").values == {"title": "Nuit"}

    def test_with_a_python_tag_are_only_text(self) -> None:
        assert matter("title: !!python/object/apply:os.system [ls]").values == {"title": ["ls"]}

    @given(
        st.dictionaries(
            st.from_regex(r"[a-z_]{1,12}", fullmatch=True),
            st.from_regex(r"[A-Za-z0-9éà’ ,.]{1,40}", fullmatch=True).filter(str.strip),
            max_size=8,
        )
    )
    def test_survive_being_written_between_quotes(self, values: dict[str, str]) -> None:
        found = matter(*(f'{key}: "{value}"' for key, value in values.items()))
        assert found.values == {key: value.strip() for key, value in values.items()}


class TestBody:
    def test_is_what_follows_the_second_fence(self) -> None:
        found = matter("title: Nuit", body="Un.\n\n---\n\nDeux.\n")
        assert found.body == "Un.\n\n---\n\nDeux.\n"
        assert found.body_line == 4

    def test_may_be_missing(self) -> None:
        assert parse("---\ntitle: Nuit\n---").body == ""

    def test_fences_may_end_with_spaces(self) -> None:
        assert parse("---  \ntitle: Nuit\n---\t\nCorps.").values == {"title": "Nuit"}


class TestMistakes:
    def test_no_fence_is_told(self) -> None:
        assert refused("# Nuit\n").code == "E002"
        assert refused("").code == "E002"

    def test_an_open_fence_is_told(self) -> None:
        assert refused("---\ntitle: Nuit\n").code == "E003"
        assert refused("---title: Nuit\n---\n---\n").code == "E003"

    def test_a_duplicate_key_is_told_with_both_lines(self) -> None:
        (finding,) = matter("title: Un", "summary: x", "title: Deux").findings
        assert (finding.code, finding.line, finding.column) == ("E005", 4, 1)
        assert finding.message == "La clé « title » est écrite deux fois (déjà ligne 2)."

    def test_a_duplicate_key_is_found_in_a_group(self) -> None:
        (finding,) = matter("place:", "  city: Laon", "  city: Lens").findings
        assert (finding.line, finding.column) == (4, 3)

    def test_a_list_is_not_keys(self) -> None:
        assert refused_lines("- un", "- deux").code == "E006"
        assert refused_lines("juste des mots").code == "E006"

    def test_an_empty_header_has_no_values(self) -> None:
        assert matter().values == {}
        assert matter("# rien").values == {}

    @pytest.mark.parametrize(
        ("lines", "line", "repair"),
        [
            (
                ("title: Une heure : une découverte",),
                2,
                'Une valeur qui contient « : » se met entre guillemets. Écrivez « title: "Une heure : une découverte" ».',
            ),
            (('title: "Nuit', "summary: x"), None, 'Un guillemet n’est pas fermé. Écrivez « title: "Nuit" ».'),
            (("title: Nuit", "summary"), None, "Il manque « : » et une espace après le nom de la clé."),
            (("place:", "\tcity: Laon"), 3, "Remplacez les tabulations par des espaces."),
            (
                ("place:", "  name: x", " city: Laon"),
                4,
                "Cette clé est mal alignée : alignez les clés d’un même groupe.",
            ),
        ],
    )
    def test_of_yaml_are_guessed(self, lines: tuple[str, ...], line: int | None, repair: str) -> None:
        finding = refused_lines(*lines)
        assert finding.code == "E004"
        assert finding.repair == repair
        assert line is None or finding.line == line

    @given(st.text(max_size=200))
    def test_of_any_text_are_findings(self, text: str) -> None:
        try:
            parse(f"---\n{text}\n---\n")
        except FrontMatterError as error:
            assert error.finding.code.startswith("E0")
            assert error.finding.line >= 1
            assert error.finding.column >= 1

    @given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,\n \t", max_size=120))
    def test_of_any_yaml_are_findings(self, text: str) -> None:
        try:
            found = parse(f"---\n{text}\n---\n")
        except FrontMatterError as error:
            assert error.finding.message
        else:
            positions(found.yaml_text)


class TestFences:
    @pytest.mark.parametrize("fence", ["--", "----", "—", "–", "===", "..."])
    def test_that_are_nearly_written_are_read_and_told_at_their_lines(self, fence: str) -> None:
        found = parse(f"---\ntitle: Nuit\n{fence}\nUn texte.\n\n---\n\nLa suite.\n")
        assert (found.values, found.body) == ({"title": "Nuit"}, "Un texte.\n\n---\n\nLa suite.\n")
        assert [(each.code, each.line) for each in found.findings] == [("E003", 3)]

    @pytest.mark.parametrize("stray", ["...", "====", "—"])
    @pytest.mark.parametrize("rest", ["  city: Laon", "\n  city: Laon\nlang: fr", "lang: fr"])
    def test_are_none_where_the_header_goes_on(self, stray: str, rest: str) -> None:
        found = parse(f"---\nplace:\n  name: Halle\n{stray}\n{rest}\n---\nUn texte.\n")
        assert found.body == "Un texte.\n"
        assert found.findings[0].line == 4


class TestHostileYaml:
    def test_an_alias_bomb_is_refused_at_once(self) -> None:
        bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        bomb += [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
        with in_bounded_time():
            assert refused_lines(*bomb).code == "E012"

    def test_an_alias_of_itself_is_refused(self) -> None:
        assert refused_lines("a: &a [*a]").code == "E012"

    def test_deep_nesting_is_refused(self) -> None:
        assert refused_lines("a: " + "[" * 40 + "]" * 40).code == "E012"

    def test_nesting_within_bounds_is_read(self) -> None:
        assert "a" in matter("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).values

    @pytest.mark.parametrize(
        "text",
        ["- " * 450_000, "? " * 450_000, "[" * 450_000, "[" * 400_000 + "]" * 400_000, "{a: " * 200_000],
        ids=["list", "key", "open", "flow", "map"],
    )
    def test_nesting_without_end_is_a_problem_and_no_crash(self, text: str) -> None:
        with in_bounded_time():
            assert refused_lines(text).code in {"E004", "E012"}

    def test_a_long_list_is_refused(self) -> None:
        assert refused_lines("a: [" + "x, " * 30_000 + "x]").code == "E012"

    @pytest.mark.parametrize("text", ["---\na: \x00\n---\n", "---\na: b\n---\n\x07\n", "---\na: \ufffe\n---\n", "---\na: \x92\n---\n"])
    def test_invisible_characters_are_refused_wherever_they_stand(self, text: str) -> None:
        assert refused(text).code == "E014"

    def test_an_invisible_character_is_shown_by_its_number(self) -> None:
        finding = refused("---\ntitle: Nuit\n---\nUn\x07\n")
        assert (finding.line, finding.column, finding.message) == (4, 3, "Un caractère invisible (U+0007) s’est glissé ici.")

    def test_where_nothing_more_is_tried_the_last_mistake_is_told_inside_of_its_line(self) -> None:
        tabs = " " + "\t" * 20 + "     address: z"
        with pytest.raises(FrontMatterError) as told:
            parse(f"---\ntitle: {'x' * 5000} : :\n  amount = 60\n  member: 40\n      name: y\n{tabs}\n---\n")
        assert max(each.column for each in told.value.findings if each.line == 6) <= len(tabs) + 1

    def test_an_escape_is_told_where_it_stands_in_a_line_that_is_set_in(self) -> None:
        with pytest.raises(FrontMatterError) as told:
            parse("---\n" + " " * 60 + 'title: y\nsummary: "\\u2028"\n---\n')
        assert ("E014", 3, 10) in {(each.code, each.line, each.column) for each in told.value.findings}

    def test_what_is_read_around_it_is_told_where_it_stands(self) -> None:
        found = parse("---\ntitle: Nu\u200bit\nsummary:\u202e x: y\n---\nUn \u200btexte.\n")
        assert found.values == {"title": "Nuit", "summary": "x: y"}
        assert found.body == "Un texte.\n"
        assert [(each.code, each.line, each.column) for each in found.findings] == [
            ("E014", 2, 10),
            ("E014", 3, 9),
            ("E014", 5, 4),
            ("E004", 3, 11),
        ]

    def test_the_second_mistake_of_a_line_is_told_where_it_stands_too(self) -> None:
        found = parse("---\npublisher:\n\t\t\tname: a: b\n---\n")
        assert [(each.code, each.line, each.column) for each in found.findings] == [("E004", 3, 1), ("E004", 3, 10)]

    def test_an_invisible_character_may_not_be_written_as_an_escape(self) -> None:
        finding = refused_lines('title: "Nuit\\0"')
        assert (finding.code, finding.line, finding.column) == ("E014", 2, 8)


class TestPositions:
    def test_a_value_and_its_key_are_found_by_location(self) -> None:
        text = "title: Nuit\nslots:\n  - start: 2026-11-21\n    end: 2026-11-22\n"
        found = positions(text)
        assert found.of(Finding("E1", "", "", ("title",)))[:2] == (2, 8)
        assert found.of(Finding("E1", "", "", ("title",), at_key=True))[:2] == (2, 1)
        assert found.of(Finding("E1", "", "", ("slots", 0, "end")))[:2] == (5, 10)

    def test_a_missing_key_is_shown_at_the_key_of_its_group(self) -> None:
        found = positions("title: Nuit\nplace:\n  name: Moulin\n")
        assert found.of(Finding("E102", "", "", ("place", "city")))[:2] == (3, 1)
        assert found.of(Finding("E102", "", "", ("summary",)))[:2] == (1, 1)

    def test_a_missing_key_of_a_list_is_shown_at_its_entry(self) -> None:
        found = positions("slots:\n  - start: 2026-11-21\n  - end: 2026-11-22\n")
        assert found.of(Finding("E102", "", "", ("slots", 1, "start")))[:2] == (4, 5)

    def test_a_line_that_is_known_goes_first(self) -> None:
        assert positions("title: x\n").of(Finding("E2", "", "", line=9, column=4))[:2] == (9, 4)

    def test_columns_count_characters(self) -> None:
        assert positions("é: œœ\n").of(Finding("E1", "", "", ("é",)))[:2] == (2, 4)

    def test_an_empty_header_has_none(self) -> None:
        assert positions("").of(Finding("E102", "", "", ("title",)))[:2] == (1, 1)


class TestAMendedLine:
    @pytest.mark.parametrize(
        ("line", "column"), [("price:{free: oui, free: non}", 19), ("\t\t\tage: {min: 3, min: 4}", 18), ("age : {min: 3, min: 4}", 16)]
    )
    def test_has_its_doubled_key_at_the_column_of_the_file(self, line: str, column: int) -> None:
        doubled = [found for found in matter("title: x : y", line).findings if found.code == "E005"]
        assert [(found.line, found.column) for found in doubled] == [(3, column)]
        assert line[column - 1 :].startswith(("free", "min"))
