"""A commitment is looked at like a request, without what only makes sense when somebody else is asked."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.services.own_words import (
    OWN_PARTS,
    _own_beginning,
    commitment_parts,
    commitment_prompt,
    review_commitment,
)
from trust_desktop.wording import Kind, Part, discloses_harm
from trust_desktop.wording.remarks import OWN_KINDS

IDEAS = [each for theme in resources.content("commitments")["theme"] for each in theme["example"]]


def parts(text: str, cadence: Cadence | None = None, known_by: str = "") -> set[Part]:
    return set(commitment_parts(text, cadence=cadence or Cadence(), known_by=known_by))


@pytest.mark.parametrize(
    ("text", "kind"), [("Be more loving.", Kind.TRAIT), ("I promise to try harder", Kind.EFFORT)]
)
def test_what_nobody_could_tick_off_is_said_with_a_question_to_oneself(text, kind):
    (remark,) = review_commitment(text)
    assert (remark.kind, remark.rewrite) == (kind, None)
    table, key = remark.suggestion.split(".")
    assert resources.content("remarks")[table][key].endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "I say at the breakfast table what I noticed",
        "I leave your phone where it lies and ask you instead when I want to know something",
        "I go for a walk round the block when I notice I want to hurt you back",
    ],
)
def test_what_goes_on_in_oneself_is_no_flaw(text):
    assert review_commitment(text) == ()


def test_each_kind_has_its_question():
    assert set(resources.content("remarks")["mine"]) == {kind.value for kind in OWN_KINDS}


@pytest.mark.parametrize(
    "text",
    [
        "Ask for a pause at the table before dinner",
        "I ask for a pause at the table before dinner",
        "I'll ask for a pause at the table before dinner",
        "Before dinner, I am going to ask for a pause at the table",
        "I put the phone away at dinner and I ask for a pause at the table",
    ],
)
def test_what_i_do_is_an_act(text):
    assert parts(text) == {Part.ACT, Part.WITH_WHAT, Part.WHEN, Part.ONE_SITTING}


def test_who_does_it_need_not_be_said():
    assert Part.WHO not in OWN_PARTS
    assert Part.WHO not in parts("You and I sit down at the table after dinner")


@pytest.mark.parametrize("part", OWN_PARTS)
def test_what_is_missing_is_asked_for(part):
    prompt = commitment_prompt(part)
    assert prompt.question.endswith("?")
    assert prompt.why
    assert prompt.add or prompt.lead


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea["text"][:30])
def test_the_ideas_are_what_the_program_asks_for(idea):
    numbers = dict(idea["cadence"])
    kind = CadenceKind(numbers.pop("kind"))
    cadence = Cadence(kind, weekdays=frozenset(numbers.pop("weekdays", ())), **numbers)
    assert cadence.complete
    assert review_commitment(idea["text"]) == ()
    assert not discloses_harm(idea["text"])
    assert set(OWN_PARTS) <= parts(idea["text"], cadence, idea["known_by"])
    words = set(re.findall(r"[a-z']+", f"{idea['text']} {idea['known_by']}".lower()))
    assert not words & {
        "he",
        "she",
        "him",
        "her",
        "his",
        "hers",
        "husband",
        "wife",
        "never",
        "always",
        "stop",
    }


def test_empty_lines_take_time_in_proportion():
    def seconds(count):
        begun = time.thread_time()
        parts("\n" * count + "x")
        return time.thread_time() - begun

    seconds(100)
    short = max(seconds(4_000), 0.01)
    assert seconds(20_000) < 12 * short + 0.5


@given(
    st.lists(st.sampled_from(["I will", "i ", "and", " ", "\n", "\t", "\r", ". ", ",", "call"]), max_size=12)
)
def test_one_begins_behind_empty_lines_as_before(pieces):
    """Until 28 November 2026 each of them was tried with all that follow it."""
    text = "".join(pieces)
    pattern = _own_beginning().pattern
    before = pattern.replace(r"[.;:,!?\n][^\S\n]*", r"[.;:,!?\n]\s*")
    assert before != pattern
    assert _own_beginning().sub(r"\1", text) == re.sub(before, r"\1", text, flags=re.IGNORECASE)
