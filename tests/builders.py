"""Made-up but believable data, and an open vault with a clock that stands still."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.storage.database import Database

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday evening."""

TODAY = NOW.date()
FIRST_DAY = date(2026, 11, 2)
"""The Monday three weeks earlier on which made-up plans begin."""

KEY = bytes(range(32))
VAULT_ID = bytes(range(16))
_MADE: list[bytes] = []


@dataclass
class Clock:
    """A clock that only moves when a test moves it."""

    moment: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


def an_action_draft(
    text: str = "Phone on the table at dinner\nFrom sitting down until the plates are cleared.",
    *,
    cadence: Cadence | None = None,
    first_day: date = FIRST_DAY,
    review_day: date | None = None,
    why: str = "I stop wondering.",
) -> ActionDraft:
    return ActionDraft(
        text=text,
        known_by="I can see it lying there",
        why=why,
        cadence=cadence or Cadence(),
        first_day=first_day,
        review_day=review_day or first_day + timedelta(days=56),
        about_openness=False,
    )


def a_plan_draft(*cadences: Cadence, first_day: date = FIRST_DAY, partner: str = "Sam") -> PlanDraft:
    """A draft that may go live; the cadences given replace the first ones of: daily, Mo to Th, twice a week, Sundays."""
    usual = (
        Cadence(CadenceKind.DAILY),
        Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({0, 1, 2, 3})),
        Cadence(CadenceKind.TIMES_A_WEEK, times=2),
        Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({6})),
    )
    texts = (
        "Phone on the table at dinner\nFrom sitting down until the plates are cleared.",
        "Text when the train leaves\nAnd when it arrives, on office days.",
        "Walk after dinner\nTwenty minutes, the two of us, phones at home.",
        "Sunday call\nAt six, before the week begins.",
    )
    chosen = cadences + usual[len(cadences) :]
    return PlanDraft(
        partner=partner,
        ready=frozenset({"rested", "calm"}),
        harm_stopped=True,
        truth_told=True,
        fair_chance="I would like to stop checking the clock.",
        actions=[
            an_action_draft(text, cadence=cadence, first_day=first_day)
            for text, cadence in zip(texts, chosen, strict=True)
        ],
    )


def session_at(
    folder: Path,
    now: Callable[[], datetime] | datetime = NOW,
    *,
    info: VaultInfo | None = None,
    release: Callable[[], None] | None = None,
) -> VaultSession:
    """An open vault in a real encrypted file; the same folder opens the same vault again."""
    path = folder / "vault.db"
    if path.exists():
        salt = path.read_bytes()[:16]
        database = Database.open(path, bytearray(KEY), vault_id=VAULT_ID, salt=salt)
    else:
        database = _a_new_vault(path)
    clock = now if callable(now) else Clock(now)
    return VaultSession(database, now=clock, info=info, release=release)


def _a_new_vault(path: Path) -> Database:
    """A real vault, made once in this process and copied: making one takes most of the time of a small test."""
    if not _MADE:
        database = Database.create(path, bytearray(KEY), VAULT_ID)
        database.close()
        _MADE.append(path.read_bytes())
    path.write_bytes(_MADE[0])
    path.chmod(0o600)
    return Database.open(path, bytearray(KEY), vault_id=VAULT_ID, salt=_MADE[0][:16])


def a_live_plan(
    session: VaultSession,
    *cadences: Cadence,
    said: bool = True,
    first_day: date = FIRST_DAY,
    own: Sequence[Cadence] = (),
) -> Plan:
    """Let a made-up plan go live; `said` on its first day, as if the clock had stood there then.

    `own` are the cadences of as many commitments of the person's own.
    """
    now, session.now = session.now, lambda: datetime.combine(first_day, NOW.timetz())
    draft = a_plan_draft(*cadences, first_day=first_day)
    texts = ("Breathe before I answer", "Ask once, not three times", "My phone away too", "No old stories")
    draft.commitments = [
        an_action_draft(text, cadence=cadence, first_day=first_day)
        for text, cadence in zip(texts, own, strict=False)
    ]
    try:
        plan = planning.go_live(session, draft)
        return planning.record_said(session, plan.id, first_day, Way.ALOUD) if said else plan
    finally:
        session.now = now
