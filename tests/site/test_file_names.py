"""Whatever files are called, every address that is written is one: programs read it, and it leads to a file that is there."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from PIL import Image

from support import ORIGIN, Built, Tree, announcement, article, build, event, exhibition, hub, organisation, resource, write

NAMES = [
    "Affiche été (1)",
    "l'eau, l’air & le feu",
    "a+b=c;d",
    "L'été — œuvres, [n° 2] {x}~!$@",
    "plain",
]
"""Of files: blanks, accents, and whatever an address or a list of addresses reads otherwise. `#?%` are refused (E007)."""
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Za-z\[\]_~]+")
"""Of what a URI is made (RFC 3986, appendix A)."""
ESCAPES = re.compile(r"%(?![0-9A-Fa-f]{2})")
PHONE = "+33 (0)3 22 93 49 36 (poste 12)"


def photograph() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1200, 800), "navy").save(file, "JPEG")
    return file.getvalue()


def tree() -> Tree:
    """Contributions of several kinds that name such files wherever a file can be named."""
    found = dict(hub(repository="https://github.com/hub/escale") | organisation("musee", consent=True))
    for number, name in enumerate(NAMES):
        found |= {f"images/{name}.jpg": photograph(), f"documents/{name}.pdf": b"%PDF-1.4\n"}
        picture = {"src": f"images/{name}.jpg", "alt": "Deux oiseaux sur un fil", "credit": "Musée"}
        ways = {"contact": {"email": "l'accueil+escale@musee.example", "phone": PHONE}}
        document = {"label": "Dossier", "file": f"documents/{name}.pdf"}
        keys = {"image": picture, "images": [picture], "documents": [document], **ways}
        body = f'![Deux oiseaux](</images/{name}.jpg>)\n\n[Le dossier](</documents/{name}.pdf>)\n\n<img src="/images/{name}.jpg" alt="b > a">\n'
        for make, more in ((event, {}), (article, {}), (exhibition, {}), (announcement, {})):
            found |= make(f"{make.__name__}-{number}", title=f"{make.__name__} {name}", body=body, folder="Été 2026 (n° 1)", **keys, **more)
        found |= resource(f"fiche-{number}", url=None, file=f"documents/{name}.pdf", image=picture)
        found |= organisation(
            f"structure-{number}", logo={"src": f"images/{name}.jpg", "alt": "Un logo bleu"}, email=ways["contact"]["email"]
        )
        found |= {f"newsletter/2026-w{40 + number}.md": f"---\ntitle: Une semaine\n---\n{body}"}
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """They, built."""
    place = tmp_path_factory.mktemp("names")
    built = build(write(place, tree()), place, search=True)
    assert built.code == 0, built.stderr
    return built


def of_html(text: str) -> Iterator[str]:
    """Every address of a page."""
    soup = BeautifulSoup(text, "html.parser")
    for element in soup.find_all(True):
        yield from (str(element[name]) for name in ("href", "src", "action") if element.get(name))
        if sources := element.get("srcset"):
            # HTML standard, 4.8.4.3.9: candidates are parted by commas and blanks.
            for candidate in re.split(r",\s+", str(sources)):
                address, _, width = candidate.partition(" ")
                assert re.fullmatch(r"\d+w", width), sources
                yield address
        if element.name == "meta" and str(element.get("property", "")).endswith((":image", ":url")):
            yield str(element["content"])
        if element.name == "script" and element.get("type") == "application/ld+json":
            yield from of_json(json.loads(element.get_text()))


def of_json(value: object) -> Iterator[str]:
    """Texts of JSON that are addresses, and paths of files."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"src", "file"} and isinstance(inner, str):
                yield "/" + inner
            yield from of_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from of_json(inner)
    elif isinstance(value, str) and re.match(r"https?://|/(?:images|documents)/", value):
        yield value


def of_xml(data: bytes) -> Iterator[str]:
    """Addresses of a feed or a site map, and of the HTML in it."""
    for element in etree.fromstring(data).iter():
        yield from (str(element.attrib[name]) for name in ("url", "href") if name in element.attrib)
        text = (element.text or "").strip()
        if "<" in text:
            yield from of_html(text)
        elif text.startswith("http"):
            yield text


def written(site: Built) -> Iterator[tuple[str, str]]:
    """Every address of every file of the site, and the file."""
    for file in sorted(site.output.rglob("*")):
        if "pagefind" in file.parts or not file.is_file():
            continue
        name = file.relative_to(site.output).as_posix()
        if file.suffix == ".html":
            yield from ((name, address) for address in of_html(file.read_text("utf-8")))
        elif file.suffix == ".json" and not name.startswith(("donnees/schemas", "proposer", "contribuer")):
            yield from ((name, address) for address in of_json(json.loads(file.read_text("utf-8"))))
        elif file.suffix == ".xml":
            yield from ((name, address) for address in of_xml(file.read_bytes()))


@pytest.fixture(scope="module")
def addresses(site: Built) -> list[tuple[str, str]]:
    """All of them."""
    return list(written(site))


class TestEveryAddress:
    def test_is_made_of_what_an_address_holds(self, addresses: list[tuple[str, str]]) -> None:
        absolute = [(name, address if ":" in address.split("/")[0] else ORIGIN + "/" + address.lstrip("/")) for name, address in addresses]
        absolute = [found for found in absolute if found[1] != f"{ORIGIN}/recherche/?q={{search_term_string}}"]
        assert [found for found in absolute if not ADDRESS.fullmatch(found[1]) or ESCAPES.search(found[1])] == []

    def test_of_this_site_leads_to_a_file_that_is_there(self, site: Built, addresses: list[tuple[str, str]]) -> None:
        inner = {address.removeprefix(ORIGIN) for _name, address in addresses if address.startswith(("/", ORIGIN))}
        paths = {unquote(urlsplit(address).path) for address in inner if not address.startswith("//")}
        assert sorted(path for path in paths if not site.has(path or "/")) == []

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("ending", ["images/{}.jpg", "images/{}.jpg.640.webp", "documents/{}.pdf"])
    def test_of_each_file_is_seen_where_it_must_be(self, site: Built, addresses: list[tuple[str, str]], name: str, ending: str) -> None:
        file = ending.format(name)
        if not (site.output / file).is_file():
            assert ending.endswith(".webp")
            return
        told = {Path(where).parts[0] for where, address in addresses if unquote(urlsplit(address).path) == "/" + file}
        feeds_and_data = {"flux", "donnees"} if ending.endswith(".jpg") else set()
        assert {"agenda", "articles", "outils"} | feeds_and_data <= told

    def test_of_the_repository_leads_to_the_file(self, site: Built) -> None:
        (link,) = [a["href"] for a in site.page("/articles/article-0/").find_all("a") if "/edit/" in a.get("href", "")]
        assert unquote(link) == "https://github.com/hub/escale/edit/main/content/articles/Été 2026 (n° 1)/article-0.md"
        assert " " not in link

    def test_writes_and_calls(self, site: Built) -> None:
        links = {str(a["href"]): a.get_text() for a in site.page("/agenda/event-0/").find_all("a", href=True)}
        assert links["mailto:l'accueil+escale@musee.example"] == "l'accueil+escale@musee.example"
        assert links["tel:+33322934936;ext=12"] == "+33\u00a03\u00a022\u00a093\u00a049\u00a036\u00a0(poste\u00a012)"


class TestAPictureOfABody:
    def test_has_its_sizes_whatever_its_name(self, site: Built) -> None:
        for number in range(len(NAMES)):
            pictures = site.page(f"/articles/article-{number}/").select("main img[src$='.jpg']")
            assert len(pictures) >= 4
            assert [p for p in pictures if p.get("width") != "1200" or "1200w" not in str(p.get("srcset"))] == []
