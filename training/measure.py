"""What the program says of labelled texts, counted; standard library only, so that the tests count the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from training.labelled import Labelled
from training.plans import LabelledPlan
from trust_desktop.wording import Kind, Remark, discloses_harm, review_plan

Review = Callable[[str], Sequence[Remark]]
PLAIN = "–"


@dataclass(slots=True)
class Counts:
    """Of texts that a reader marked: how many were remarked on, and with a kind the reader named; of others: how many."""

    marked: int = 0
    caught: int = 0
    named: int = 0
    plain: int = 0
    alarms: int = 0
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often a text of one kind, `PLAIN` for none, was remarked on as another."""

    @property
    def caught_share(self) -> float:
        return self.caught / self.marked

    @property
    def alarm_share(self) -> float:
        return self.alarms / self.plain

    @property
    def named_share(self) -> float:
        """Of all marked texts those with the right kind."""
        return self.named / self.marked

    @property
    def agreement(self) -> float:
        return (self.caught + self.plain - self.alarms) / (self.marked + self.plain)


def count(rows: Iterable[Labelled], review: Review) -> Counts:
    """Count without the texts that tell of harm."""
    found = Counts()
    for row in rows:
        if row.harm:
            continue
        remarks = review(row.text)
        said = {remark.kind for remark in remarks}
        if row.kinds:
            found.marked += 1
            found.caught += bool(said)
            found.named += bool(said & set(row.kinds))
        else:
            found.plain += 1
            found.alarms += bool(said)
        found.pairs[row.kinds[0].value if row.kinds else PLAIN, _shown(said, row.kinds)] += 1
    return found


def _shown(said: set[Kind], kinds: Sequence[Kind]) -> str:
    """The right kind where it was among those said, else the first of them."""
    right = [kind for kind in kinds if kind in said]
    return (right or sorted(said, key=lambda kind: kind.value) or [None])[0].value if said else PLAIN


@dataclass(slots=True)
class HarmCounts:
    """Texts that tell of harm: seen as such, remarked on all the same; and others taken for such."""

    harm: int = 0
    seen: int = 0
    remarked: int = 0
    others: int = 0
    mistaken: int = 0


def count_harm(rows: Iterable[Labelled], review: Review) -> HarmCounts:
    found = HarmCounts()
    for row in rows:
        seen = discloses_harm(row.text)
        if row.harm:
            found.harm += 1
            found.seen += seen
            found.remarked += bool(review(row.text))
        else:
            found.others += 1
            found.mistaken += seen
    return found


@dataclass(slots=True)
class PlanCounts:
    """Coercive plans that pass without a word, and fair ones that are warned of."""

    coercive: int = 0
    silent: list[str] = field(default_factory=list)
    fair: int = 0
    warned: list[str] = field(default_factory=list)


def count_plans(plans: Iterable[LabelledPlan]) -> PlanCounts:
    found = PlanCounts()
    for plan in plans:
        said = review_plan(plan.draft)
        if plan.coercive:
            found.coercive += 1
            found.silent += [] if said else [plan.note]
        else:
            found.fair += 1
            found.warned += [plan.note] if said else []
    return found
