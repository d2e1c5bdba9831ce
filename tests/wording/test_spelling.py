"""One wrong letter hides nothing: a slip is read as the common word that was meant, and a name is left alone."""

import pytest

from trust_desktop.wording import review_message, review_request
from trust_desktop.wording.reading import sentence
from trust_desktop.wording.spelling import spelled


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("finaly", "finally"),
        ("thnak", "thank"),
        ("agian", "again"),
        ("minumum", "minimum"),
        ("gratefull", "grateful"),
        ("did'nt", "didn't"),
        ("teh", "the"),
        ("waht", "what"),
    ],
)
def test_a_slip_is_read_as_what_was_meant(typed: str, meant: str) -> None:
    assert spelled(typed) == meant


@pytest.mark.parametrize("typed", ["finally", "is", "xq", "qwxzv", "zzzzzzzz", "größer", "a" * 21, "bin"])
def test_what_is_known_or_like_nothing_stays(typed: str) -> None:
    assert spelled(typed) == typed


def test_a_name_within_a_sentence_is_left_alone() -> None:
    plain = [token.plain for token in sentence("Agian I told Dinenr of it").found]
    assert plain == ["again", "i", "told", "dinenr", "of", "it"]


def test_slips_hide_no_remark_and_move_no_mark() -> None:
    text = "You came home. Abuot time, after nine years."
    (remark,) = review_message(text)
    assert text[remark.start : remark.end].startswith("Abuot time")
    assert review_request("Stop lyign to me about money") != ()
