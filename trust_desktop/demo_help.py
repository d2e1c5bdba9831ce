"""What the example's person kept under Help & safety: one look before the plan, and help they wrote down."""

from typing import Any

from trust_desktop import resources
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.domain.tour import Tour
from trust_desktop.services import helping, touring
from trust_desktop.services.session import VaultSession


def tell(session: VaultSession, entries: list[dict[str, Any]]) -> None:
    """Begin the story: the cards of the first week are long left, and nobody is afraid here."""
    touring.save(session, Tour().leave())
    words = resources.content("safety")
    helping.keep_answers(
        session,
        [Answered(side, question, Reply.NO) for side in Side for question in words[side.value]["questions"]],
    )
    for entry in entries:
        helping.add_entry(session, entry["name"], entry["text"])
