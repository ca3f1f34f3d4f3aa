"""What would be published otherwise than its author believes is told, with what to write; what people write otherwise is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.problems.problem import Problem
from contributions.proofreading.findings import body_findings
from contributions.source.mending import mended
from support_limits import in_bounded_time

CONVERTER = Converter()


def told(body: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding of a body."""
    return [(found.code, found.line, found.column) for found in body_findings(body, 1)]


def codes(body: str) -> list[str]:
    """The codes of a body's findings."""
    return [found.code for found in body_findings(body, 1)]


def repaired(body: str) -> str:
    """A body with its safe repairs."""
    found = body_findings(body, 1)
    return mended(body, [Problem("a.md", f.line, f.column, f.code, f.message, f.repair, f.fix) for f in found])


@pytest.mark.parametrize("open_", ["```", "   ~~~", "```python a=1", "> ```", "- ```"])
def test_nothing_is_told_of_what_is_shown_as_code(open_: str) -> None:
    within = "> " if open_[0] == ">" else "  " if open_[0] == "-" else ""
    fence = open_.strip(" >-")[:3]
    closed = f"{open_}\n{within}# Titre\n{within}<iframe>\n{within}{fence}"
    assert codes(f"# Titre\n\n{closed}") == ["E216"]
    assert codes(f"{closed}\n\n# Titre") == ["E216"]
    assert codes("```\n# Titre\n\n# Titre") == ["W230"]


class TestLinesThatWouldBeJoined:
    @pytest.mark.parametrize(
        ("body", "repair"),
        [
            ("Programme :\n14 h : accueil\n15 h 30 : atelier\n", "Programme :\n- 14 h : accueil\n- 15 h 30 : atelier\n"),
            ("14h00 accueil\n15h30 atelier", "- 14h00 accueil\n- 15h30 atelier"),
            ("9:30 accueil\n10:00 atelier", "- 9:30 accueil\n- 10:00 atelier"),
            ("De 14 h à 15 h : accueil\nÀ 15 h : atelier", None),
            ("Samedi 14 : accueil\nDimanche 15 : atelier", "- Samedi 14 : accueil\n- Dimanche 15 : atelier"),
            ("12/11 : accueil\n13/11 : atelier", "- 12/11 : accueil\n- 13/11 : atelier"),
            ("Dimanche noir\nDimanche blanc", "Dimanche noir\nDimanche blanc"),
            ("3:16 Car Dieu\n3:17 Il vint", "3:16 Car Dieu\n3:17 Il vint"),
            ("1 - Accueil\n2 - Visite", "1 - Accueil\n2 - Visite"),
            ("1/ a\n2/ b", None),
            ("1° a\n2° b", None),
            ("a. x\nb. y", None),
            ("o Accueil\no Visite", None),
            ("**Quand ?** samedi\n**Où ?** au musée", None),
            ("**Quand :** samedi\n**Où :** au musée", None),
            ("• un\n• deux", "- un\n- deux"),
            ("•\tun\n•\tdeux", "- un\n- deux"),
            ("À voir :\n●un", "À voir :\n- un"),
            ("– un\n– deux", "- un\n- deux"),
            ("· un\n· deux", "- un\n- deux"),
            ("\uf0b7 un\n\uf0b7 deux", "- un\n- deux"),
            ("🎉 un\n📍 deux", "🎉 un\n📍 deux"),
            ("a) un\nb) deux", "a) un\nb) deux"),
            ("— Bonjour.\n— Bonsoir.", "— Bonjour.\n— Bonsoir."),
            ("Lieu : Amiens\nTarif : 5 €", "Lieu : Amiens\nTarif : 5 €"),
            ("Rendez-vous avec\n14 h pour dormir et\n15 h pour lire.", None),
            ("14 h : accueil\n15 h : atelier\nEntrée libre.", "14 h : accueil\n15 h : atelier\nEntrée libre."),
        ],
    )
    def test_are_told_and_mended_where_that_is_sure(self, body: str, repair: str | None) -> None:
        assert set(codes(body)) == {"W224"}
        if repair is not None:
            assert repaired(body) == repair

    @pytest.mark.parametrize(
        "body",
        [
            "Un texte\nsur deux lignes.",
            "14 h : accueil  \n15 h : atelier",
            "14 h : accueil\\\n15 h : atelier",
            "14 h : accueil<br>\n15 h : atelier",
            "- 14 h : accueil\n- 15 h : atelier",
            "• un\n\n• deux",
            "Le musée\n– c’est gratuit –\nouvre à\n14 h précises.",
            "| Heure | Lieu |\n|---|---|\n14 h : a | b\n15 h : c | d",
            "```\n14 h : accueil\n15 h : atelier\n```",
            "8 décembre 2026, de 9 h 30 à\n16 h 30. Inscription avant",
            "Mardi gras, dit-on,\nMardi noir",
            "Une idée : la nuit.\nUne autre : le jour.",
            "rendez-vous le\nsamedi 14, puis le\ndimanche 15",
        ],
    )
    def test_are_nothing_else(self, body: str) -> None:
        assert codes(body) == []

    WORDS = st.sampled_from(["accueil", "atelier pour tous", "visite, puis goûter", "film"])
    ROWS = st.lists(st.tuples(st.integers(0, 23), st.integers(0, 59), WORDS), min_size=2, max_size=6)
    FORMS = st.sampled_from(
        ["{h} h {m:02} : {w}", "{h}h{m:02} – {w}", "{h}:{m:02} {w}", "à {h} h : {w}", "• {h} h : {w}", "–  {w}", "▪{w}"]
    )

    @given(ROWS, FORMS, st.sampled_from(["", "Programme :\n", "## Programme\n\n", "Un texte.\n\n"]))
    def test_become_a_list_with_their_words_and_nothing_is_left_to_mend(
        self, rows: list[tuple[int, int, str]], form: str, before: str
    ) -> None:
        lines = [form.format(h=hour, m=minutes, w=words) for hour, minutes, words in rows]
        body = repaired(before + "\n".join(lines) + "\n")
        assert codes(body) == []
        items = re.findall("<li>(.*)</li>", CONVERTER.convert(body))
        assert items == [re.sub(r"^[•–▪]\s*", "", line) for line in lines]


class TestEmphasisGluedToAWord:
    @pytest.mark.parametrize(
        ("body", "repair"),
        [
            ("**Tarif :**5 €", "**Tarif :** 5 €"),
            ("*(gratuit)*pour tous", "*(gratuit)* pour tous"),
            ("Le spectacle**« Nuit »**, à 20 h", "Le spectacle **« Nuit »**, à 20 h"),
            ("**Où ?**Ici", "**Où ?** Ici"),
        ],
    )
    def test_is_parted_from_it(self, body: str, repair: str) -> None:
        assert codes(body) == ["W231"]
        assert repaired(body) == repair
        assert codes(repair) == []

    @pytest.mark.parametrize(
        "body",
        ["**Tarif :** 5 €", "« **Nuit** »", "l’**été**", "**Nuit**s", "5*3*2", "(**gratuit**)", "2 * 3, * 4", "`**a:**b`", "**a**, **b**"],
    )
    def test_is_nothing_that_the_preview_shows_too(self, body: str) -> None:
        assert codes(body) == []


class TestOtherTools:
    @pytest.mark.parametrize(
        "body",
        [
            *(
                "[[Nuit]]",
                "![[image.png]]",
                "[[Nuit|la nuit]]",
                "%% privé %%",
                "%%\nprivé\n%%",
                "==mot==",
                "$$x^2$$",
                "'''gras'''",
                "== Titre ==",
            ),
            *("> [!note]\n> mot", "> [!WARNING]- Titre", '!!! info "Titre"', "??? note", "::: tip\nmot", ":::", "mot :smile: mot", ":+1:"),
            *(
                "{{< youtube x >}}",
                "{{% note %}}",
                "{{ page.title }}",
                "{% include a.html %}",
                "{: .note}",
                "## Titre {#titre}",
                "{.centre}",
            ),
            *(
                "[toc]",
                "[TOC]",
                "[[_TOC_]]",
                "[[toc]]",
                '[caption id="a" width="3"]mot[/caption]',
                '[gallery ids="1,2"]',
                "[/url]",
                "<!--more-->",
            ),
            *("<!-- wp:paragraph -->", "[texte->art12]", "[texte->https://exemple.fr]", "<doc12|left>", "<img3>", "-* un", "h2. Titre"),
            *("[https://exemple.fr mot]", "{{{intertitre}}}"),
        ],
    )
    def test_are_told(self, body: str) -> None:
        assert "W225" in codes(f"Un texte.\n\n{body}\n")
        assert "W225" not in codes(f"Un texte.\n\n```\n{body}\n```\n")
        code = body.replace("\n", "\n  ")
        assert "W225" not in codes(f"- Un texte.\n\n  ```\n  {code}\n  ```\n")

    @pytest.mark.parametrize(
        "body",
        [
            *(
                "[[1]](/a/)",
                "12:30:45",
                "https://exemple.fr:80:x",
                "10 % de 100 %",
                "a == b == c",
                "a = b",
                "{x, y}",
                "l'''",
                "[mot]",
                "[a]: /b/\n\n[a]",
            ),
            *(
                "Horaires : lundi : 14 h",
                "(a->b)",
                "x -> y",
                "5 $$",
                "Quoi ??? Rien !!!",
                "un :) et :-( et :p",
                "« [sic] »",
                "> mot [!]",
                "C:\\a",
                "::",
            ),
            *(
                "-10 °C",
                "<!-- à relire -->",
                "1::2",
                "| a | b |\n| :---: | :-: |\n| c | d |",
                "| a |\n| :-----: |\n| c |",
                "un {mot} seul",
                "[a b=c](/d/)",
            ),
        ],
    )
    def test_are_no_others(self, body: str) -> None:
        assert codes(f"Un texte.\n\n{body}\n") == []

    @pytest.mark.parametrize(
        ("body", "repair"),
        [
            ("'''gras'''", "**gras**"),
            ("== Titre ==", "## Titre"),
            ("[https://exemple.fr/a le site]", "[le site](https://exemple.fr/a)"),
            ("-* un\n-* deux", "- un\n- deux"),
            ("Un mot<!--more-->.", "Un mot."),
            ("[[Nuit]] ==mot== %%a%%", "[[Nuit]] ==mot== %%a%%"),
        ],
    )
    def test_are_mended_where_that_is_sure(self, body: str, repair: str) -> None:
        assert repaired(body) == repair

    def test_say_that_nothing_is_hidden(self) -> None:
        (found,) = body_findings("Mot %% à relire %%.", 1)
        assert found.message == "« %% » ne cache rien : ce passage sera publié."


class TestWhatIsDropped:
    @pytest.mark.parametrize(
        ("body", "repair"),
        [
            ("<Nom Prénom>", "Écrivez « Nom Prénom », ou &lt;Nom Prénom&gt; pour montrer ces signes."),
            ("<Médiathèque>", "Écrivez « Médiathèque », ou &lt;Médiathèque&gt; pour montrer ces signes."),
            ("Voir <www.exemple.fr>", "Écrivez <https://www.exemple.fr>."),
            ("Voir <exemple.fr/a>", "Écrivez <https://exemple.fr/a>."),
            ("Appelez <tel:0322000000>.", "Écrivez [0322000000](tel:0322000000)."),
            ("Salle <nom\nde la salle>, à 14 h", "Écrivez « nom de la salle », ou &lt;nom de la salle&gt; pour montrer ces signes."),
            ("<<Volcans>>", "Écrivez « Volcans », ou &lt;Volcans&gt; pour montrer ces signes."),
            ("si a<b et c>d alors", "Écrivez « b et c », ou &lt;b et c&gt; pour montrer ces signes."),
            ("Vec<String>", "Écrivez « String », ou &lt;String&gt; pour montrer ces signes."),
            ("la balise <section>", "Écrivez ce passage en Markdown, ou `<section>` entre accents graves pour montrer la balise."),
            ("<h1>mot</h1>", "Écrivez « ## » devant le titre : celui de la page est déjà dans l’en-tête."),
            ("<center>mot</center>", "Retirez cette balise : l’apparence est celle du site."),
            ('<font color="red">mot</font>', "Retirez cette balise : l’apparence est celle du site."),
            ("<mark>mot</mark>", "Écrivez **ces mots** en gras."),
            ("<strike>mot</strike>", "Écrivez ~~ces mots~~, entre deux tildes."),
            ("<p hidden>mot</p>", "Retirez cet attribut : l’apparence est celle du site."),
            ("<p onclick = 'x'>mot</p>", "Retirez cet attribut : l’apparence est celle du site."),
        ],
    )
    def test_is_told_with_what_to_write(self, body: str, repair: str) -> None:
        assert [(found.code, found.repair) for found in body_findings(body, 1)] == [("W217", repair)]

    @pytest.mark.parametrize(
        "body",
        [
            *("<https://exemple.fr>", "<mailto:a@b.fr>", "<a@b.fr>", "2 <3 et 4> 3", "<- ici ->", "`<Nom>`", "&lt;Nom&gt;", "je <3 ça"),
            *('<a href = "/a/">mot</a>', "<ol reversed><li>a</li></ol>", "<br/><hr />", '<img src="/images/a.png" alt="une vue">'),
            *("<!-- <Nom> et <section> -->", "a < b > c", "a <b\n\nc> d", "<details open><summary>mot</summary>mot</details>"),
        ],
    )
    def test_is_nothing_else(self, body: str) -> None:
        assert codes(body) == []

    @pytest.mark.parametrize(
        "tag",
        [
            *("template", "title", "plaintext", "xmp", "noembed", "noscript", "noframes", "textarea", "select", "script", "style"),
            *("iframe", "TITLE", "title class='a'"),
        ],
    )
    def test_swallows_nothing_of_what_follows(self, tag: str) -> None:
        body = f"Un <{tag}> de lettre.\n\n## Suite\n\nUn **mot**.\n"
        assert codes(body) == ["W217"]
        assert "<h2>Suite</h2>\n<p>Un <strong>mot</strong>.</p>" in CONVERTER.convert(body)
        assert "&lt;" not in (html := CONVERTER.convert(f"<{tag}>\n\nUn mot.\n\n## Suite\n"))
        assert "Suite" in html

    def test_is_a_script_with_its_words_where_it_is_closed(self) -> None:
        assert "alert" not in CONVERTER.convert("a\n\n<script>alert(1)</script>\n\nb")

    @pytest.mark.parametrize(
        ("body", "repair"),
        [
            ("[Tarif]: 5€", "Écrivez « Tarif : 5€ », sans crochets."),
            ("Un mot.\n\n[Lieu]: Lille", "Écrivez « Lieu : Lille », sans crochets."),
            ("[le musée]: https://musee.fr", "Écrivez [le musée](https://musee.fr)."),
        ],
    )
    def test_is_a_name_that_nothing_calls(self, body: str, repair: str) -> None:
        assert [(found.code, found.repair) for found in body_findings(body, 1)] == [("W229", repair)]

    @pytest.mark.parametrize("body", ["[Lieu] ici\n\n[lieu]: /a/", "[mot][a]\n\n[a]: /a/", "[//]: # (à relire)", "[Tarif]: 5 € par tête"])
    def test_is_no_name_that_is_called_or_shown(self, body: str) -> None:
        assert codes(body) == []

    @pytest.mark.parametrize("piece", ["<a ", "<!--", "<Nom ", "<a b=", "<title", "[a]:\n", "<p x"])
    def test_is_looked_for_in_bounded_time(self, piece: str) -> None:
        with in_bounded_time():
            list(body_findings(piece * 20_000, 1))


class TestWhatIsPasted:
    @pytest.mark.parametrize(
        "body",
        [
            "Bonjour<o:p></o:p>",
            "<!--[if gte mso 9]><xml>\n<o:OfficeDocumentSettings/>\n\n<a href='javascript:x'></xml><![endif]-->\n\nBonjour",
            '<p class="MsoNormal">Bonjour<o:p>&nbsp;</o:p></p>',
            "<span style='mso-fareast-language:FR'>Bonjour</span>",
            "<w:WordDocument>x</w:WordDocument><st1:place w:st='on'>Amiens</st1:place>",
            "<![if !supportLists]>Bonjour<![endif]>",
        ],
    )
    def test_from_word_is_told_once_and_as_nothing_else(self, body: str) -> None:
        assert codes(body) == ["W226"]

    @pytest.mark.parametrize(
        ("body", "column"),
        [
            ("[x]()", 1),
            ("mot [x](<>)", 5),
            ("[](/a/)", 1),
            ("[ ](/a/)", 1),
            ("[x](#)", 1),
            ("![x]()", 1),
            ("<a href=''>x</a>", 1),
            ('<a href="" id="b">x</a>', 1),
        ],
    )
    def test_a_link_to_nowhere_is_an_error(self, body: str, column: int) -> None:
        assert told(body) == [("E224", 1, column)]

    @pytest.mark.parametrize(
        "body", ["[![a](/b)](/c)", "[x](/a/)", "`[x]()`", "\\[x]()", "f(x)[0]", "[x](#bas)", '<a id="a"></a>', "- [ ] x"]
    )
    def test_a_link_that_leads_somewhere_is_none(self, body: str) -> None:
        assert codes(body) == []

    @pytest.mark.parametrize(
        ("body", "found"),
        [
            (">> Inscription ici", ["W228"]),
            ("> un\n>> deux", []),
            ("Un mot :\n\n    Une phrase décalée par erreur.", ["W227"]),
            ("Un mot :\n\n\tUne phrase décalée par erreur.", ["W227"]),
            ("- un\n\n    suite de la liste ici", []),
            ("[^1]: une note\n\n    suite de la note ici\n\nMot[^1]", []),
            ("Un mot :\n\n    x = f(1)\n    print(x) puis fin", []),
            ("Mot[^1].", ["W229"]),
            ("Mot[^1].\n\n[^1]: note", []),
            ("[mot][a] et [b][]", ["W229", "W229"]),
            ("[mot][A] et [b][]\n\n[a]: /x/\n[B]: /y/", []),
            ("#FDS2026 à suivre", []),
            ("#FDS2026", []),
            ("Venez !\n#FDS2026 #science", []),
        ],
    )
    def test_is_told_where_it_shows_otherwise(self, body: str, found: list[str]) -> None:
        assert codes(body) == found

    def test_code_by_accident_is_text_once_it_is_mended(self) -> None:
        body = "Un mot :\n\n    Une phrase décalée\n    par erreur.\n"
        html = " ".join(CONVERTER.convert(repaired(body)).split())
        assert html == "<p>Un mot :</p> <p>Une phrase décalée par erreur.</p>"
