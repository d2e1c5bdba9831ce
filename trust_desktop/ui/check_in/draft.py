"""A check-in being written, as it is kept until it is done."""

from collections.abc import Iterable
from typing import Final

from trust_desktop.domain.check_in import Feeling, Noted
from trust_desktop.services import writing
from trust_desktop.services.session import VaultSession

_NUMBERS: Final = "check-in.numbers"
_LINE: Final = "check-in.line"
_LEFT_OUT: Final = "-"


def load(session: VaultSession) -> Noted | None:
    numbers, line = writing.load(session, _NUMBERS), writing.load(session, _LINE)
    if not numbers and not line:
        return None
    values = dict(zip((feeling.value for feeling in Feeling), _read(numbers.split()), strict=False))
    return Noted(**values, line=line)


def keep(session: VaultSession, noted: Noted) -> None:
    found = [noted.number(feeling) for feeling in Feeling]
    words = " ".join(_LEFT_OUT if number is None else str(number) for number in found)
    writing.keep(session, _NUMBERS, words if any(number is not None for number in found) else "")
    writing.keep(session, _LINE, noted.line)


def forget(session: VaultSession) -> None:
    keep(session, Noted())


def line_of(check_in_id: int) -> str:
    """The name under which a changed line of an earlier check-in is kept while it is written."""
    return f"{_LINE}.{check_in_id}"


def _read(words: Iterable[str]) -> list[int | None]:
    return [None if word == _LEFT_OUT else int(word) for word in words]
