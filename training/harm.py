"""The model of texts that tell of harm, with its network: what both learn from, and where the borders lie."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from training import distilling
from training.distilling import Plan, Shares
from training.encoder import wheel
from training.labelled import Labelled, fingerprint, load
from training.linear import Fit, Gates, Instance, Settings, fit
from training.made import Made, unseen
from trust_desktop.wording.network import Network
from trust_desktop.wording.remarks import Kind

MADE_FROM: Final = ("messages", "requests", "harm")
FALSE_ALARMS: Final = 0.01
"""Share of ordinary messages, and of requests, that may lie above the border, by models that had not seen their sittings."""
LEFT_ALONE: Final = 0.02
"""Share of them that may lie above the second border: help is not offered yet, but a message is not remarked on either."""
REQUESTS_LEFT_ALONE: Final = 0.04
"""The same of requests, for the third border: a limit against harm is short, and more unclear requests may be passed over."""
LEFT_OUT: Final = ("a", "g", "ha", "k", "o")
"""Sittings the network does not learn from: on them the borders are chosen."""
SHARES: Final = Shares(marked=0.2, kinds=0.0)
PLAN: Final = Plan(
    kinds=(),
    made={5: 120_000, 55: 60_000},
    course=((2, 8, 2e-3), (2, 4, 1e-3)),
    embedding=48,
    states=96,
    hidden=48,
)

_COUNTS: Final = 6.0
"""There are few texts that tell of harm, and missing one is worse than a quiet line too many."""
_EVERY: Final = 4
"""The network learns from so few of the other messages: they outnumber those of harm."""
_PASSED_OVER: Final = 0.002
"""Share of what lies above the border that the gate may keep from the network."""
_SETTINGS: Final = Settings(least_seen=3)


def fit_harm(rows: Sequence[Labelled]) -> Fit:
    return fit([_instance(row, _COUNTS) for row in rows], (), _SETTINGS)


def _instance(row: Labelled, counts: float = 1.0) -> Instance:
    return Instance(row.text, (Kind.THREAT,) if row.harm else (), counts if row.harm else 1.0)


def make() -> Made:
    messages, requests, told = (load(task, "train") for task in MADE_FROM)
    rows = [*messages, *requests, *told]
    tells = [row for row in messages if row.harm]
    others = [row for row in messages if not row.harm][::_EVERY]
    lesson = [row for row in [*tells, *others, *requests, *told] if row.sitting not in LEFT_OUT]
    instances = [_instance(row) for row in lesson]
    lots = distilling.teach(PLAN, instances, wheel())
    params, known = distilling.learn(PLAN, instances, lots, wheel())
    written = distilling.written(params, known, SHARES, fingerprint(*MADE_FROM))
    held = [row.text for row in rows if row.sitting in LEFT_OUT]
    distilling.check(Network(written), params, known, held)
    return beside(written, rows)


def beside(written: bytes, rows: Sequence[Labelled]) -> Made:
    """Make the model that the network is read beside, with the border for both, chosen on what the network had not seen."""
    order, totals, _nearest = unseen(rows, fit_harm)
    here = np.array([row.sitting in LEFT_OUT for row in order])
    tells = np.array([row.harm for row in order])
    texts = [row.text for row, left_out in zip(order, here, strict=True) if left_out]
    strengths = totals.copy()
    strengths[here] += SHARES.marked * distilling.logits(Network(written), texts)[:, 0]
    of = {task: {row.text for row in load(task, "train")} for task in MADE_FROM}
    groups = {task: here & np.array([row.text in own for row in order]) for task, own in of.items()}
    ordinary = [strengths[groups[task] & ~tells] for task in ("messages", "requests")]
    border, alone = (
        max(float(np.quantile(each, 1 - share)) for each in ordinary) for share in (FALSE_ALARMS, LEFT_ALONE)
    )
    asked = min(alone, float(np.quantile(ordinary[1], 1 - REQUESTS_LEFT_ALONE)))
    for task, own in groups.items():
        told, others = strengths[own & tells], strengths[own & ~tells]
        near = asked if task == "requests" else alone
        print(
            f"harm in {task}, unseen: {(told > border).mean():.3f} of {len(told)} seen, {(told > near).mean():.3f} left alone;"
            f" of {len(others)} others {(others > border).mean():.4f} and {(others > near).mean():.4f}"
        )
    gate = float(np.quantile(totals[here & (strengths > asked)], _PASSED_OVER))
    return Made(fit_harm(rows), (border, alone, asked), Gates(network=gate), written)
