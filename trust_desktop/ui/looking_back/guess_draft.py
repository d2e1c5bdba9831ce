"""Numbers being guessed, as they are kept until the guess is done."""

from collections.abc import Mapping
from typing import Final

from trust_desktop.services import writing
from trust_desktop.services.session import VaultSession

_NAME: Final = "looking-back.guess"


def load(session: VaultSession) -> dict[int, int]:
    pairs = (pair.partition(":") for pair in writing.load(session, _NAME).split())
    return {int(action_id): int(number) for action_id, _colon, number in pairs}


def keep(session: VaultSession, numbers: Mapping[int, int | None]) -> None:
    found = {action_id: number for action_id, number in numbers.items() if number is not None}
    writing.keep(session, _NAME, " ".join(f"{action_id}:{number}" for action_id, number in found.items()))
