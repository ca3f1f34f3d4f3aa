"""What a mail uses is shown by the programs that its readers have, by caniemail.com's data; what some leave out, nothing depends on."""

from __future__ import annotations

import json

from bs4 import BeautifulSoup

from newsletter.mail.making import mail
from support_clients import node
from support_mails import hub, letter

NOT_NEEDED = {
    "html-style": "what is in it is for the dark and for narrow screens: each element has its own styles",
    "html-body": "some show it as a <div>: its ground is that of the table in it, too",
    "html-lang": "read aloud in the program's own language there",
    "html-role": "tables are read out as tables there",
    "html-aria-hidden": "the preheader is hidden from all by its styles",
    "css-display-none": "Gmail on the web of telephones, for strangers' accounts: the preheader has no height there",
    "css-max-height": "Outlook: the preheader is not displayed there",
    "css-overflow": "the same",
    "css-text-decoration": "links stay underlined there",
}
"""Why it is no harm that some program lacks it."""
FAMILIES = {"gmail", "outlook", "sfr", "laposte", "orange", "apple-mail", "thunderbird"}


def used(html: str) -> dict[str, object]:
    """The elements, attributes, declarations and endings of pictures of a mail."""
    tags = BeautifulSoup(html, "lxml").find_all(True)
    declared = (part.split(":", 1) for tag in tags for part in str(tag.get("style", "")).split(";") if ":" in part)
    return {
        "elements": sorted({tag.name for tag in tags}),
        "attributes": sorted({name for tag in tags for name in tag.attrs}),
        "styles": sorted({(name.strip(), value.strip()) for name, value in declared}),
        "pictures": sorted({str(tag["src"]).rpartition(".")[2] for tag in tags if tag.name == "img"}),
    }


def told(html: str) -> list[tuple[str, str, str]]:
    """(feature, program, support) of what a mail uses."""
    return [tuple(one) for one in node("mail.mjs", json.dumps(used(html)).encode())]


def test_nothing_that_is_needed_is_unknown_to_a_program() -> None:
    found = told(mail(letter(), hub(provider="mailchimp")))
    assert {program.partition(".")[0] for _feature, program, _support in found} == FAMILIES
    lacking = {feature for feature, _program, support in found if support == "n"}
    assert lacking <= set(NOT_NEEDED)


def test_the_data_is_asked_for_what_is_there() -> None:
    html = '<html><body style="display: flex;border-radius: 4px"><video></video><img src="a.webp"></body></html>'
    lacking = {feature for feature, _program, support in told(html) if support == "n"}
    assert {"css-border-radius", "html-video", "image-webp"} <= lacking


def test_the_preheader_is_hidden_in_every_program_by_one_way_or_another() -> None:
    found = {(feature, program): support for feature, program, support in told(mail(letter(), hub()))}
    programs = {program for _feature, program in found}
    by_display = {
        program for program in programs if found.get(("css-display-none", program), found.get(("css-display", program), "y")) in "ya"
    }
    by_height = {program for program in programs if found.get(("css-max-height", program), "y") in "ya"}
    assert programs - by_display - by_height == set()
