"""The example's pauses, an urge without one, and small steps of openness."""

from datetime import datetime, timedelta
from typing import Any

from trust_desktop.domain.pause import LEAST
from trust_desktop.services import opening_up, pausing
from trust_desktop.services.pausing import PauseText
from trust_desktop.services.session import VaultSession


def tell(session: VaultSession, end: datetime, story: dict[str, Any]) -> None:
    """Tell a few evenings before the last one; the clock is then where it was."""
    now, moment = session.now, end
    session.now = lambda: moment
    for entry in story["evenings"]:
        moment = began = end - timedelta(days=entry["days_ago"], minutes=20 + entry["minutes"])
        pause = pausing.start(session, LEAST, entry["leaving"])
        for number, strength in enumerate(entry["urges"]):
            moment = began + timedelta(minutes=5 * number)
            pausing.feel(session, pause.id, strength)
        pausing.write(session, pause.id, PauseText.INSTEAD, entry["instead"])
        moment = began + timedelta(minutes=entry["minutes"])
        pausing.end(session, pause.id, entry["opener"])
    for entry in story["urges"]:
        moment = end - timedelta(days=entry["days_ago"])
        pausing.note_urge(session, entry["strength"], entry["words"])
    for entry in story["steps"]:
        moment = end - timedelta(days=entry["days_ago"])
        step = opening_up.choose(session, entry["text"])
        opening_up.done(session, step.id, entry["words"])
    session.now = now
