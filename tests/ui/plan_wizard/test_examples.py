"""The examples are what the program asks for: clear, small, positive, and open to everybody."""

import re

import pytest

from trust_desktop.domain.draft import ActionDraft
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.plan_wizard.examples import themes
from trust_desktop.wording import Part, discloses_harm, request_parts

EXAMPLES = [example for theme in themes(week_start=0) for example in theme.examples]
GENDERED = {
    "he",
    "she",
    "him",
    "her",
    "his",
    "hers",
    "husband",
    "wife",
    "man",
    "woman",
    "boyfriend",
    "girlfriend",
}


def test_there_are_enough_of_them_under_themes() -> None:
    assert len(themes(week_start=0)) >= 5
    assert len({example.text for example in EXAMPLES}) >= 16
    assert len({example.cadence.kind for example in EXAMPLES}) >= 6


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:30])
def test_each_has_all_six_parts(example: ActionDraft) -> None:
    parts = request_parts(example.text, cadence=example.cadence, known_by=example.known_by)
    assert set(Part) - parts == set()
    assert example.cadence.complete
    assert cadence_words(example.cadence)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:30])
def test_none_forbids_assumes_or_harms(example: ActionDraft) -> None:
    words = set(re.findall(r"[a-z']+", f"{example.text} {example.known_by}".lower()))
    assert not words & GENDERED
    assert not words & {"stop", "never", "don't", "always"}
    assert not discloses_harm(example.text)


def test_weeks_begin_where_they_are_asked_to() -> None:
    assert {example.cadence.week_start for theme in themes(week_start=6) for example in theme.examples} == {6}
