"""Stings are remarked on with their words, kind and a way out; kind words, pain and harm are left alone."""

import pytest

from trust_desktop import resources
from trust_desktop.wording import Kind, kept_name, review_message
from trust_desktop.wording.messages import MOST_CHANGES
from trust_desktop.wording.phrases import PhraseBook
from trust_desktop.wording.remarks import MESSAGE_KINDS

STARTER = {
    Kind.LATE_JAB: ["about time", "took you long enough", "better late than never", "miracles happen"],
    Kind.REVERSAL: ["but you still", "still not enough", "not that it changes"],
    Kind.MINIMISING: ["bare minimum", "any decent person", "the least you could do", "don't expect a medal"],
    Kind.LEDGER: ["that makes one", "points for you", "we're not even", "keeping count"],
    Kind.OLD_WRONGS: ["after all your lies", "when you were with her", "since you cheated"],
    Kind.CONTEMPT: ["what a hero", "slow clap", "look who grew up", "gold star"],
    Kind.CONDITIONAL_WARMTH: ["let's see how long", "don't ruin it", "one slip and", "don't get comfortable"],
    Kind.NEW_DEMAND: ["now do it every day", "next time also", "now fix the rest"],
    Kind.PAY_BACK: ["now you know how it feels", "serves you right", "your turn to wait"],
}


def kinds(text: str) -> set[Kind]:
    return {remark.kind for remark in review_message(text)}


@pytest.mark.parametrize(("kind", "phrase"), [(kind, one) for kind, many in STARTER.items() for one in many])
def test_a_known_turn_of_phrase_stings_alone_and_behind_thanks(kind: Kind, phrase: str) -> None:
    assert kind in kinds(phrase)
    assert kind in kinds(f"Thank you for calling, {phrase}.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n ",
        "O",
        "On Tuesday you",
        "I was hurt",
        "nothing but kind",
        "I could finally sleep",
        "still in love",
        "said no to the drinks",
        "Thank you for calling me on Sunday.",
        "On Tuesday you texted as the train left. I could stop watching the clock. Thank you.",
        "I cried last night. When you sat with me, I could breathe.",
    ],
)
def test_kind_words_and_pain_are_left_alone(text: str) -> None:
    assert review_message(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "You hit me on Friday, and it's about time you said sorry.",
        "If you hurt me again I will stay with my sister. Slow clap.",
        "I am frightened of you since you held me by the throat, you useless idiot.",
    ],
)
def test_harm_wins_over_every_kind(text: str) -> None:
    assert review_message(text) == ()


def test_the_words_are_marked_and_can_be_taken_out() -> None:
    text = "😀 Thank you for texting me from the train. About time."
    (remark,) = review_message(text)
    assert text[remark.start : remark.end] == "About time"
    assert remark.rewrite == "😀 Thank you for texting me from the train."
    assert (remark.reason, remark.suggestion) == ("late_jab.reason", "late_jab.gentler")
    assert kept_name(remark, text) == "late_jab: about time"


def test_two_stings_are_two_remarks_in_the_order_of_the_text() -> None:
    text = "Thank you for cooking. Took you long enough. Thank you for the soup. Slow clap."
    found = review_message(text)
    assert [text[each.start : each.end] for each in found] == ["Took you long enough", "Slow clap"]
    assert [each.kind for each in found] == [Kind.LATE_JAB, Kind.CONTEMPT]


def test_the_same_kind_is_said_once_in_a_sentence() -> None:
    found = review_message("About time, took you long enough.")
    assert [remark.kind for remark in found] == [Kind.LATE_JAB]


def test_a_sting_without_any_known_phrase_is_marked_by_the_model() -> None:
    text = "You rang your mother. You should ring her every day, and write to your aunt as well."
    assert review_message(text), "the model knows this one"
    assert all(0 <= each.start < each.end <= len(text) for each in review_message(text))


def test_a_sting_in_a_long_text_is_found_among_its_sentences() -> None:
    kind = "You came home at six and we ate together. "
    text = kind * 8 + "Slow clap. " + kind * 8
    (remark,) = review_message(text)
    assert text[remark.start : remark.end] == "Slow clap"


@pytest.mark.parametrize("kind_words", ["i'll make sure", "no big deal", "it is no big deal"])
def test_a_kind_word_is_no_turn_of_phrase(kind_words: str) -> None:
    content = resources.content("stings")
    book = PhraseBook(
        (kind.value, phrase) for kind in MESSAGE_KINDS for phrase in content[kind.value]["phrases"]
    )
    assert list(book.find(kind_words.split())) == []


def test_of_very_many_stings_each_is_named_but_not_each_holds_a_changed_text() -> None:
    """Those of a hundred thousand characters held half a gigabyte."""
    sting = "You never listen. "
    found = review_message(sting * 1_000)
    assert [remark.start for remark in found] == [at * len(sting) for at in range(1_000)]
    assert found[0].rewrite
    assert sum(remark.rewrite is not None for remark in found) == MOST_CHANGES


def test_capitals_curly_quotes_and_missing_apostrophes_change_nothing() -> None:
    assert Kind.CONDITIONAL_WARMTH in kinds("LETS SEE HOW LONG")
    assert Kind.CONDITIONAL_WARMTH in kinds("let’s see how long")
    assert Kind.LATE_JAB in kinds("sooooo about time")


def test_every_kind_has_its_words() -> None:
    content = resources.content("remarks")
    assert set(content) == {*(kind.value for kind in Kind), "mine"}
