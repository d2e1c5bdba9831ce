"""What the example's partner answered: three times yes, a not now that became a yes, and a change."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from trust_desktop.domain.talk import Answer
from trust_desktop.services import planning, talking
from trust_desktop.services.session import VaultSession


def tell(session: VaultSession, answers: Iterable[dict[str, Any]], week: int) -> None:
    """Record the answers of one week, on the day the session's clock stands at."""
    plan = planning.live_plan(session)
    assert plan is not None
    for entry in answers:
        if entry["week"] != week:
            continue
        weeks = entry.get("look_again_weeks")
        talking.record_answer(
            session,
            plan.actions[entry["slot"] - 1].id,
            Answer(entry["answer"]),
            day=session.today,
            words=entry["words"],
            look_again=session.today + timedelta(weeks=weeks) if weeks else None,
        )
