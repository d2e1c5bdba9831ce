"""What can be remarked on in words: its kind, where it stands, why, and what could stand there instead."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """Kinds of remark; each value is the name of its table in `remarks.toml`."""

    # a request that nobody could tick off yet
    TRAIT = "trait"
    EFFORT = "effort"
    ABSOLUTE = "absolute"
    NO_MEASURE = "no_measure"
    STOP_FORM = "stop_form"
    MIND_READING = "mind_reading"
    SEVERAL_ASKS = "several_asks"
    CONTROL = "control"
    # in a request and in a message
    THREAT = "threat"
    # words for the partner that sting
    LATE_JAB = "late_jab"
    REVERSAL = "reversal"
    MINIMISING = "minimising"
    LEDGER = "ledger"
    OLD_WRONGS = "old_wrongs"
    CONTEMPT = "contempt"
    CONDITIONAL_WARMTH = "conditional_warmth"
    NEW_DEMAND = "new_demand"
    PAY_BACK = "pay_back"
    SWEEPING = "sweeping"
    # a plan that could frighten or trap
    ALL_SURVEILLANCE = "all_surveillance"
    ENDLESS = "endless"
    NO_REFUSAL = "no_refusal"
    ISOLATION = "isolation"
    COVERT = "covert"
    PENANCE = "penance"
    BODY = "body"


REQUEST_KINDS = (
    Kind.TRAIT,
    Kind.EFFORT,
    Kind.ABSOLUTE,
    Kind.NO_MEASURE,
    Kind.STOP_FORM,
    Kind.MIND_READING,
    Kind.THREAT,
    Kind.CONTROL,
    Kind.SEVERAL_ASKS,
)
OWN_KINDS = tuple(kind for kind in REQUEST_KINDS if kind not in {Kind.CONTROL, Kind.MIND_READING})
"""Of a commitment of one's own: nobody watches themselves, and what goes on inside them they know."""

PLAIN_KINDS = (Kind.SWEEPING, Kind.CONTEMPT)
"""Also said so plainly that no model is asked."""

MESSAGE_KINDS = (
    Kind.LATE_JAB,
    Kind.REVERSAL,
    Kind.MINIMISING,
    Kind.LEDGER,
    Kind.OLD_WRONGS,
    Kind.CONTEMPT,
    Kind.CONDITIONAL_WARMTH,
    Kind.NEW_DEMAND,
    Kind.PAY_BACK,
    Kind.THREAT,
    Kind.SWEEPING,
)


class Place(Enum):
    """Which words of a plan a remark is about: those of an action, how it will be known or what for, or a commitment of the person's own."""

    ACTION = "action"
    KNOWN_BY = "known_by"
    PURPOSE = "purpose"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the code points `start` to `end` of a text; of a whole plan both are 0.

    `reason` and `suggestion` are keys of `remarks.toml`, parted by a full stop. `rewrite` is the whole text with the
    change made, None where no change can be offered. `action` is the slot 1 to 4 that a remark on a plan is about, and
    `place` which words there. `taken` are the code points that are taken out of a message, (0, 0) elsewhere.
    """

    kind: Kind
    start: int
    end: int
    reason: str
    suggestion: str
    rewrite: str | None = None
    action: int | None = None
    place: Place = Place.ACTION
    taken: tuple[int, int] = (0, 0)


def kept_name(remark: Remark, text: str) -> str:
    """Return the name under which *keep my words* remembers a remark: its kind and the words it marks."""
    words = " ".join(text[remark.start : remark.end].casefold().split())
    return f"{remark.kind.value}: {words}"


def standing(names: frozenset[str], text: str) -> frozenset[str]:
    """Return those of the names whose words still stand in a text: what was deleted is not kept in a name."""
    words = " ".join(text.casefold().split())
    return frozenset(name for name in names if name.partition(": ")[2] in words)
