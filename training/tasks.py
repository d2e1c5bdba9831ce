"""The four models, and the networks beside two: what each is made from, how, and where its border lies."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Final

import numpy as np

from training import distilling, harm
from training.distilling import Plan, Shares
from training.encoder import wheel
from training.labelled import Labelled, fingerprint, load
from training.linear import Fit, Gates, Instance, Settings, fit
from training.made import Made, Task, unseen
from training.plans import LabelledPlan, load_plans
from trust_desktop import resources
from trust_desktop.domain.plan import Consent
from trust_desktop.wording.network import Network
from trust_desktop.wording.reading import placed_sentences
from trust_desktop.wording.remarks import MESSAGE_KINDS, REQUEST_KINDS, Kind

MESSAGES_MADE_FROM: Final = ("messages", "everyday", "requests")
TRAP_KINDS: Final = (Kind.CONTROL, Kind.THREAT)
FALSE_ALARMS: Final = 0.0605
"""Share of kind messages that may lie above the border, measured by models that had not seen their sittings.

Those are harder than the kept-back ones, of which this leaves five in a hundred (docs/wording.md).
"""
PHRASE_HELPS: Final = 0.1
CLAUSE_HELPS: Final = 1.0
"""So much below the border a known turn of phrase is enough; and below that of the runs alone one that is most of its clause."""
GUARD_ROOM: Final = 0.1
SHARES: Final = Shares(marked=0.25, kinds=0.1)
PLAN: Final = Plan(
    MESSAGE_KINDS,
    made={5: 240_000, 55: 80_000},
    course=((1, 8, 2e-3), (2, 5, 1e-3), (2, 13, 2e-3)),
    embedding=64,
    states=128,
    hidden=64,
)
LEFT_OUT: Final = ("a", "ah", "ea", "fl", "g", "o")
"""Training sittings the network does not learn from: on them the border is chosen."""
_BEGUN_EVERY: Final = 4
_PASSED_OVER: Final = 0.005
"""Share of what lies above the border that a gate may keep from being looked at."""
_MESSAGES_PASSED_OVER: Final = 0.002
"""The same of messages, of which more were missed."""
_NEAR_GATE: Final = 0.1
_MESSAGES: Final = Settings(edges=True, least_seen=4)

_LEAST_TO_BEGIN: Final = 4
_SINCERE: Final = (
    "Thank you for calling",
    "Thanks for doing the dishes",
    "You came home on time",
    "I saw that you cooked",
    "Thank you for telling me",
    "You texted me from the train",
    "Thanks for coming with me",
    "I noticed the clean kitchen",
    "You put the kids to bed",
    "You remembered the milk",
    "Thank you for the flowers",
)
_CLEAR_ENOUGH: Final = 0.0
"""An action of a coercive plan that reads so clear in a first fit is taken for one of its warm ones."""


def fit_messages(rows: Sequence[Labelled]) -> Fit:
    return fit([*_instances(rows), *_asked(), *_begun(rows), *_phrases("stings")], MESSAGE_KINDS, _MESSAGES)


def fit_requests(rows: Sequence[Labelled]) -> Fit:
    return fit([*_instances(rows), *_begun(rows), *_phrases("requests")], REQUEST_KINDS, Settings())


def fit_guard(rows: Sequence[Labelled], plans: Sequence[LabelledPlan]) -> Fit:
    """Fit twice: the second time without what the first found to be a coercive plan's warm actions."""
    requests = [_as_trap(row) for row in rows]
    fair = [
        Instance(action.text, (), 2.0) for plan in plans if not plan.coercive for action in plan.draft.actions
    ]
    traps = [
        Instance(action.text, (Kind.CONTROL,), 0.7)
        for plan in plans
        if plan.coercive
        for action in plan.draft.actions
    ]
    first = fit([*requests, *fair, *traps], (), Settings())
    strengths = first.strengths([trap.text for trap in traps])
    kept = [trap for trap, strength in zip(traps, strengths, strict=True) if strength >= _CLEAR_ENOUGH]
    return fit([*requests, *fair, *kept], (), Settings())


def _make_messages() -> Made:
    rows = [row for task in ("messages", "everyday") for row in load(task, "train") if not row.harm]
    learned = [row for row in rows if row.sitting not in LEFT_OUT]
    others = [row for row in rows if row.sitting in LEFT_OUT]
    lots = distilling.teach(PLAN, [*_instances(learned), *_asked()], wheel())
    params, known = distilling.learn(PLAN, for_student(learned), lots, wheel())
    written = distilling.written(params, known, SHARES, fingerprint(*MESSAGES_MADE_FROM))
    distilling.check(Network(written), params, known, [row.text for row in others])
    return beside(written, rows)


def for_student(rows: Sequence[Labelled]) -> list[Instance]:
    """Return what the student learns from; fewer of the begun texts, which count as much together."""
    begun = [replace(each, weight=each.weight * _BEGUN_EVERY) for each in _begun(rows)[::_BEGUN_EVERY]]
    return [*_instances(rows), *_asked(), *begun, *_phrases("stings")]


def beside(written: bytes, rows: Sequence[Labelled]) -> Made:
    """Make the model that a network is read beside, with the border for both.

    The border is chosen on the sittings that the network had not seen. These may be easier or harder than others: of
    their kind messages as many may lie above it as lie above the model's own border, which leaves `FALSE_ALARMS` of all.
    Texts of one sentence have a border of their own, or they would raise fewer false alarms than longer ones.
    """
    order, totals, nearest = unseen(rows, fit_messages)
    sums = totals + nearest
    plain = np.array([not row.kinds for row in order])
    here = np.array([row.sitting in LEFT_OUT for row in order])
    single = np.array([len(placed_sentences(row.text)) == 1 for row in order])
    texts = [row.text for row, left_out in zip(order, here, strict=True) if left_out]
    answers = distilling.logits(Network(written), texts)
    strengths = sums.copy()
    strengths[here] += SHARES.marked * answers[:, 0] + SHARES.kinds * answers[:, 1:].max(axis=1)
    caught = np.zeros(len(order), bool)
    borders = []
    for own, name in ((single, "one sentence"), (~single, "more")):
        runs_alone = float(np.quantile(sums[plain & own], 1 - FALSE_ALARMS))
        allowed = float((sums[plain & own & here] > runs_alone).mean())
        border = float(np.quantile(strengths[plain & own & here], 1 - allowed))
        caught |= own & here & (strengths > border)
        borders.append(border)
        print(
            f"of {name}, the model alone: {(sums[~plain & own] > runs_alone).mean():.3f} caught at {FALSE_ALARMS} false alarms;"
            f" of what the network had not seen {(sums[~plain & own & here] > runs_alone).mean():.3f} at {allowed:.4f}"
        )
    print(f"both together: {caught[~plain & here].mean():.3f} caught of these")
    gate = float(np.quantile(totals[caught], _MESSAGES_PASSED_OVER))
    below = float(np.median(nearest[np.abs(totals - gate) < _NEAR_GATE]))
    return Made(
        fit_messages(rows),
        (borders[1], PHRASE_HELPS, runs_alone - CLAUSE_HELPS, borders[0]),
        Gates(gate, below, float(np.quantile(sums[caught], _MESSAGES_PASSED_OVER))),
        written,
    )


def _make_requests() -> Made:
    """The border at which the program and a reader agree most often."""
    rows = [row for row in load("requests", "train") if not row.harm]
    order, totals, nearest = unseen(rows, fit_requests)
    unclear = np.array([bool(row.kinds) for row in order])
    strengths = totals + nearest
    borders = np.arange(-2, 2, 0.02)
    agreed = [float(((strengths > border) == unclear).mean()) for border in borders]
    border = float(borders[int(np.argmax(agreed))])
    gate = float(np.quantile(totals[strengths > border], _PASSED_OVER))
    return Made(fit_requests(rows), (border,), Gates(gate, border - gate))


def _make_guard() -> Made:
    """No coercive plan passes a model made from the other sittings: all but the weakest by its words' weight alone.

    The weakest needs one of the plainest turns of phrase too, for which the second border is meant.
    """
    requests, plans = load("requests", "train"), load_plans("train")
    strengths = []
    for sitting in {plan.sitting for plan in plans}:
        fitted = fit_guard(
            [row for row in requests if row.sitting != sitting],
            [plan for plan in plans if plan.sitting != sitting],
        )
        strengths += [
            float(fitted.strengths([action.text for action in plan.draft.actions]).max())
            for plan in plans
            if plan.sitting == sitting and plan.coercive and not _says_no_consent(plan)
        ]
    weakest, second = sorted(strengths)[:2]
    return Made(fit_guard(requests, plans), (second - GUARD_ROOM, weakest - GUARD_ROOM), Gates())


def _says_no_consent(plan: LabelledPlan) -> bool:
    """Such a plan is remarked on by the person's own answers, whatever its words."""
    return any(action.consent not in {None, Consent.AGREED} for action in plan.draft.actions)


def _instances(rows: Sequence[Labelled]) -> list[Instance]:
    """A text that tells of harm is left out: the program never asks a model about it."""
    return [Instance(row.text, row.kinds) for row in rows if not row.harm]


def _asked() -> list[Instance]:
    """What is asked clearly stings nobody: requests are part of what is said to the partner."""
    return [Instance(row.text, ()) for row in load("requests", "train") if not row.kinds and not row.harm]


def _begun(rows: Sequence[Labelled]) -> list[Instance]:
    """Plain texts as they stand in the middle of typing: what has only begun is no remark's business."""
    chance = Random(0)
    found = []
    for row in rows:
        words = row.text.split()
        if not row.kinds and not row.harm and len(words) >= _LEAST_TO_BEGIN:
            found.append(Instance(" ".join(words[: chance.randint(1, len(words) - 1)]), (), 0.2))
    return found


def _as_trap(row: Labelled) -> Instance:
    kinds = tuple(kind for kind in row.kinds if kind in TRAP_KINDS)
    return Instance(row.text, kinds, 0.3 if row.kinds and not kinds else 1.0)


def _phrases(content: str) -> list[Instance]:
    """A turn of phrase alone, as a text of its own; one that stings also behind a few sincere words."""
    lists = tomllib.loads(resources.text("content", "en", f"{content}.toml"))
    found = [
        Instance(phrase.strip("^$").replace("*", "so").replace("~", "").partition("/")[0], (Kind(name),), 0.5)
        for name, table in lists.items()
        if name in {kind.value for kind in Kind}
        for phrase in table["phrases"]
    ]
    return found + _behind_sincere([*found, *_good_signs()]) if content == "stings" else found


def _good_signs() -> list[Instance]:
    content = tomllib.loads(resources.text("content", "en", "thanks.toml"))
    return [
        Instance(sign.replace("*", "it"), (), 0.5)
        for part in ("act", "effect", "thanks")
        for sign in content[part]["signs"]
    ]


def _behind_sincere(phrases: Sequence[Instance]) -> list[Instance]:
    """Behind the same sincere words one phrase stings and another does not: the model must weigh the phrase."""
    return [
        Instance(f"{_SINCERE[(at + step) % len(_SINCERE)]}, {each.text}.", each.kinds, 0.5)
        for at, each in enumerate(phrases)
        for step in (0, 5)
    ]


TASKS: Final = (
    Task("messages", MESSAGES_MADE_FROM, _make_messages),
    Task("requests", ("requests",), _make_requests),
    Task("harm", harm.MADE_FROM, harm.make),
    Task("guard", ("requests", "plans"), _make_guard),
)
