"""What is reached on the kept-back sentences may not fall; docs/wording.md says what was aimed at and what is not met."""

import random

import pytest

from training.labelled import SENTENCES, LabelError, by_sitting, load, read, remainder
from training.measure import PLAIN, count, count_harm, count_plans
from training.plans import load_plans
from trust_desktop import resources
from trust_desktop.wording import review_message, review_request
from trust_desktop.wording.reading import placed_sentences


def test_the_sets_are_as_large_as_they_should_be() -> None:
    messages = [*load("messages", "train"), *load("messages", "test")]
    requests = [*load("requests", "train"), *load("requests", "test")]
    assert len(messages) >= 2_000
    assert len(requests) >= 1_200
    assert len([*load_plans("train"), *load_plans("test")]) >= 60
    for rows in (messages, requests):
        kinds = [kind for row in rows for kind in row.kinds]
        assert min(kinds.count(kind) for kind in set(kinds)) >= 40


def test_no_sentence_is_in_both_parts() -> None:
    tasks = ("messages", "everyday", "requests", "harm")
    train = {row.text.casefold() for task in tasks for row in load(task, "train")}
    for task in tasks:
        kept_back = [*load(task, "test"), *load(task, "later")]
        assert [row.text for row in kept_back if row.text.casefold() in train] == []
        assert set(by_sitting(load(task, "train"))).isdisjoint(by_sitting(kept_back))


def test_messages() -> None:
    found = count(load("messages", "test"), review_message)
    assert found.caught_share >= 0.85
    assert found.alarm_share <= 0.05
    assert found.named_share >= 0.68
    assert found.pairs[PLAIN, PLAIN] > 0.9 * found.plain


@pytest.mark.parametrize(
    ("sitting", "caught", "alarms"),
    [
        ("as", 0.78, 0.05),
        ("at", 0.85, 0.05),
        ("au", 0.85, 0.05),
        ("ey", 0.95, 0.05),
        ("pa", 0.66, 0.07),
        ("pd", 0.85, 0.05),
    ],
)
def test_messages_that_others_wrote_later(sitting: str, caught: float, alarms: float) -> None:
    """Writers who knew the kinds alone, of `as` not even these: it, `pa` and `pd` write straight out (docs/wording.md)."""
    found = count(by_sitting(load("messages", "later"))[sitting], review_message)
    assert found.marked >= 100
    assert found.plain >= 100
    assert found.caught_share >= caught
    assert found.alarm_share <= alarms


def test_all_that_others_wrote_later() -> None:
    found = count([*load("messages", "later"), *load("everyday", "later")], review_message)
    assert found.marked > 1_000
    assert found.plain > 900
    assert found.caught_share >= 0.86
    assert found.alarm_share <= 0.04


@pytest.mark.parametrize(("sitting", "alarms"), [("eg", 0.06), ("eh", 0.05)])
def test_everyday_messages_that_others_wrote_later(sitting: str, alarms: float) -> None:
    """What a couple writes all day, not thanks: half of the lines have a sting in them."""
    found = count(by_sitting(load("everyday", "later"))[sitting], review_message)
    assert found.marked >= 100
    assert found.plain >= 100
    assert found.caught_share >= 0.9
    assert found.alarm_share <= alarms


def test_what_is_asked_clearly_stings_nobody() -> None:
    asked = [row.text for row in load("requests", "test") if not row.kinds and not row.harm]
    assert len(asked) > 300
    assert sum(bool(review_message(text)) for text in asked) <= 0.04 * len(asked)


def test_a_sting_among_five_kind_sentences_is_still_seen_in_nearly_half() -> None:
    """Each sting of one sentence that is caught alone, among sentences nothing is said of; and six kind ones by chance."""
    chance = random.Random(1)
    rows = [row for row in load("messages", "test") if not row.harm and len(placed_sentences(row.text)) == 1]
    kind = [row.text for row in rows if not row.kinds]
    silent = [text for text in kind if not review_message(text)]
    stings = [row.text for row in rows if row.kinds and review_message(row.text)]

    def among_kind(text: str) -> str:
        found = chance.sample(silent, 5)
        found.insert(chance.randrange(6), text)
        return " ".join(found)

    caught = [bool(review_message(among_kind(text))) for text in stings]
    mistaken = [bool(review_message(" ".join(chance.sample(kind, 6)))) for _text in stings]
    assert len(stings) > 100
    assert sum(caught) >= 0.44 * len(stings)
    assert sum(mistaken) <= 0.12 * len(stings)


def test_requests() -> None:
    found = count(load("requests", "test"), review_request)
    assert found.agreement >= 0.91
    assert found.named_share >= 0.79


def test_harm_is_seen_and_hardly_ever_remarked_on() -> None:
    """Never is the aim; one message of 60 is (docs/wording.md)."""
    for task, review, remarked in (("messages", review_message, 1), ("requests", review_request, 0)):
        found = count_harm(load(task, "test"), review)
        assert found.seen >= 0.93 * found.harm
        assert found.remarked <= remarked
        assert found.mistaken <= 0.025 * found.others


@pytest.mark.parametrize(("sitting", "seen", "remarked"), [("hc", 45, 3), ("hj", 107, 1), ("hk", 112, 2)])
def test_harm_told_as_a_reproach(sitting: str, seen: int, remarked: int) -> None:
    """Less well seen than harm that is told as such (docs/wording.md); half of the lines are near misses on purpose."""
    found = count_harm(by_sitting(load("harm", "later"))[sitting], review_message)
    assert found.harm in {60, 130}
    assert found.seen >= seen
    assert found.remarked <= remarked
    assert found.mistaken <= 0.13 * found.others


@pytest.mark.parametrize("task", ["messages", "everyday"])
def test_ordinary_messages_are_not_taken_for_harm(task: str) -> None:
    found = count_harm(load(task, "later"), review_message)
    assert found.others >= 480
    assert found.mistaken <= 0.03 * found.others


def test_no_coercive_plan_passes_without_a_word() -> None:
    assert count_plans(load_plans("train")).silent == []
    found = count_plans(load_plans("test"))
    assert found.silent == []
    assert len(found.warned) <= 0.2 * found.fair


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("no bar", "`label | text`"),
        ("kind | ", "`label | text`"),
        ("nice | x", "nice"),
        ("trait | x", "no kind"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    tmp_path_factory: pytest.TempPathFactory, line: str, what: str
) -> None:
    path = tmp_path_factory.mktemp("s") / "messages-z.txt"
    path.write_text(f"# theme: x\n\nkind | thank you\n{line}\n", encoding="utf-8")
    with pytest.raises(LabelError, match=rf"messages-z.txt:4: .*{what}"):
        list(read(path, "messages"))


def test_marked_words_are_told_from_the_text(tmp_path: object) -> None:
    row = next(row for row in load("messages", "train") if row.marked and row.marked[0][0] > 0)
    assert "[[" not in row.text
    assert len(remainder(row)) < len(row.text)
    assert SENTENCES.is_dir()


def test_what_ships_of_words_stays_small() -> None:
    folder = resources.path("wording", "en")
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 5_000_000
