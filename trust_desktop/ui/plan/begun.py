"""What was begun to be written on the plan page and is neither kept nor let go."""

from dataclasses import dataclass

from trust_desktop.domain.plan import Plan
from trust_desktop.services import changing, plan_living
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.change_draft import begun_slots


@dataclass(frozen=True, slots=True)
class Begun:
    """Places with a change begun, asked of the partner and of one's own; `new`: the place of a commitment begun.

    `free` is the first place without a commitment. `others` are the places, each with whether it is one of the
    person's own, for which another action was begun.
    """

    asked: frozenset[int] = frozenset()
    mine: frozenset[int] = frozenset()
    new: int | None = None
    free: int | None = None
    others: frozenset[tuple[int, bool]] = frozenset()


def begun_in(session: VaultSession, plan: Plan) -> Begun:
    free = plan_living.free_place(plan)
    begun = free is not None and changing.load(session, plan.id, free, mine=True) is not None
    return Begun(
        asked=begun_slots(session, plan),
        mine=begun_slots(session, plan, mine=True),
        new=free if begun else None,
        free=free,
        others=frozenset(
            place
            for place in {(lane.slot, lane.mine) for lane in plan.lanes}
            if changing.load(session, plan.id, place[0], mine=place[1]) is not None
        ),
    )
