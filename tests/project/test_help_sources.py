"""No telephone number and no web address ships that was not read on an official page; the lists are complete."""

import re
from datetime import date

import pytest

from tests.support.content import words_of
from tests.support.source import CHECKOUT
from trust_desktop import resources
from trust_desktop.ui.nav_rail import Place

SOURCES = (CHECKOUT / "docs" / "help-sources.md").read_text(encoding="utf-8")
NUMBER = re.compile(r"\+?\d(?:[ \-./()]*\d){2,}")
ADDRESS = re.compile(r"(?i:https?:|www\.|@)|\b[\w-]+\.(?:[a-z]{2}|com|org|net|gov|info|help)\b")
FILES = ("safety", "help", "help_list", "page_help", "tour", "first_run")


def sources(table: str) -> dict[str, str]:
    """Each number or address of the table with the day on which it was read."""
    rows = re.findall(
        r"^\|([^|]+)\|([^|]+)\|([^|]+)\|([^|]+)\|\s*(\d{4}-\d\d-\d\d)\s*\|$", table, re.MULTILINE
    )
    return {row[2].strip(): row[4] for row in rows if row[3].strip()}


def without_source(text: str, table: str) -> list[str]:
    found = [match.group().strip() for pattern in (NUMBER, ADDRESS) for match in pattern.finditer(text)]
    return [each for each in found if each not in sources(table)]


@pytest.mark.parametrize("name", FILES)
def test_no_number_and_no_address_ships_without_a_source(name: str) -> None:
    assert [
        each for text in words_of(resources.content(name)) for each in without_source(text, SOURCES)
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "Call 0800 123 456",
        "+353 1 234",
        "116 123",
        "Dial 112",
        "see www.help",
        "a@b.c",
        "refuge.org",
        "gov.uk",
    ],
)
def test_a_number_or_an_address_would_be_found(text: str) -> None:
    assert without_source(text, SOURCES) != []


def test_with_its_source_it_may_stand_there() -> None:
    row = "| Somewhere | A line | 116 123 | The ministry's page on violence | 2026-11-26 |"
    assert without_source("Call 116 123.", row) == []
    assert without_source("Call 116 123.", row.replace("2026-11-26", "lately")) == ["116 123"]


@pytest.mark.parametrize("name", FILES)
def test_nobody_is_told_that_they_are_safe(name: str) -> None:
    assert [text for text in words_of(resources.content(name)) if re.search(r"\bsafe\b", text, re.I)] == []


def test_every_country_has_the_kinds_that_matter_most() -> None:
    found = resources.content("help_list")
    countries = found["country"]
    codes = [country["code"] for country in countries]
    assert {"GB", "IE", "US", "CA", "AU", "NZ", "IN", "DE", "AT", "CH", "FR", "ES", "ZA", "NG"} <= set(codes)
    assert len(set(codes)) == len(codes)
    for country in countries:
        kinds = {entry["kind"] for entry in country["entries"]}
        assert {"violence", "law", "crisis"} <= kinds, country["name"]
        assert kinds <= set(found["kinds"])
        assert country["written"] <= date(2100, 1, 1)
    assert {entry["kind"] for entry in found["anywhere"]["entries"]} <= set(found["kinds"])


def test_there_is_help_on_every_place_and_on_the_wizard() -> None:
    assert set(resources.content("page_help")) == {place.name.lower() for place in Place} | {
        "keys",
        "plan_wizard",
    }


def test_the_first_week_has_seven_cards_that_lead_to_places_there_are() -> None:
    cards = resources.content("tour")["card"]
    assert len(cards) == 7
    for card in cards:
        assert ("place" in card) == ("button" in card)
        assert "place" not in card or card["place"].upper() in Place.__members__
