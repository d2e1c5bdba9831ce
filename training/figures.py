"""What the program says of the kept-back sentences, with two sentiment tools beside it: `dev words --figures`."""

from collections.abc import Callable  # noqa: TC003 - used at run time as well as in types

from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from training.labelled import Labelled, by_sitting, load
from training.measure import PLAIN, Counts, Review, count, count_harm, count_plans
from training.plans import load_plans
from trust_desktop.wording import review_message, review_request


def show() -> None:
    for task, review in (("messages", review_message), ("requests", review_request)):
        rows = load(task, "test")
        _show_task(task, rows, review)
        harm = count_harm(rows, review)
        print(
            f"harm: {harm.seen} of {harm.harm} seen, {harm.remarked} remarked on; {harm.mistaken} of {harm.others} mistaken for it"
        )
    later = [*load("messages", "later"), *load("everyday", "later")]
    print(f"messages by others, written later, all: {_in_short(count(later, review_message))}")
    for task in ("messages", "everyday"):
        for sitting, own in by_sitting(load(task, "later")).items():
            print(f"{task} {sitting}, written later: {_in_short(count(own, review_message))}")
    asked = [row for row in load("requests", "test") if not row.kinds and not row.harm]
    print(
        f"clear requests read as messages: {sum(bool(review_message(row.text)) for row in asked)} of {len(asked)} remarked on"
    )
    for sitting, own in by_sitting(load("harm", "later")).items():
        told = count_harm(own, review_message)
        print(
            f"harm {sitting}, written later: {told.seen} of {told.harm} seen, {told.remarked} remarked on;"
            f" {told.mistaken} of {told.others} mistaken for it"
        )
    _show_others([row for row in load("messages", "test") if not row.harm])
    plans = count_plans(load_plans("test"))
    print(
        f"plans: {len(plans.silent)} of {plans.coercive} coercive pass, {len(plans.warned)} of {plans.fair} fair are warned of"
    )


def _show_task(task: str, rows: list[Labelled], review: Review) -> None:
    for sitting, own in [("all", rows), *by_sitting(rows).items()]:
        print(f"{task} {sitting}: {_in_short(count(own, review))}")
    _show_confusion(count(rows, review))


def _in_short(found: Counts) -> str:
    return (
        f"caught {found.caught_share:.3f}, false alarms {found.alarm_share:.3f}, "
        f"right kind {found.named_share:.3f}, agreement {found.agreement:.3f}"
    )


def _show_confusion(found: Counts) -> None:
    """A row for each kind a reader named, with what was said of its texts, the most frequent first."""
    for kind in sorted({read for read, _said in found.pairs}):
        said = sorted(
            ((number, said) for (read, said), number in found.pairs.items() if read == kind), reverse=True
        )
        print(
            f"  {kind}: "
            + ", ".join(f"{'nothing' if name == PLAIN else name} {number}" for number, name in said)
        )


def _show_others(rows: list[Labelled]) -> None:
    analyser = SentimentIntensityAnalyzer()
    others: dict[str, Callable[[str], bool]] = {
        "VADER": lambda text: bool(analyser.polarity_scores(text)["compound"] < -0.05),
        "TextBlob": lambda text: bool(TextBlob(text).sentiment.polarity < 0),
    }
    for name, is_negative in others.items():
        stings = [is_negative(row.text) for row in rows if row.kinds]
        kind = [is_negative(row.text) for row in rows if not row.kinds]
        print(f"{name}: caught {sum(stings) / len(stings):.3f}, false alarms {sum(kind) / len(kind):.3f}")
