"""How domain values stand in a column: always text or whole numbers, readable without this program."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from trust_desktop.override import override

E = TypeVar("E", bound=Enum)


class Choice(TypeDecorator[E]):
    """A member of an enum by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[E]) -> None:
        super().__init__()
        self.members = members

    @override
    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> E | None:
        return None if value is None else self.members(value)


class Words(TypeDecorator[str]):
    """What a person wrote. Half a character, as a broken paste may leave, becomes one that can be stored."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Day(TypeDecorator[date]):
    """A local day, 2026-11-24."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(str(value))


class Weekdays(TypeDecorator[frozenset[int]]):
    """A set of weekdays from Monday = 0, `0,2,4`."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> str | None:
        return None if value is None else ",".join(str(day) for day in sorted(value))

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> frozenset[int] | None:
        return None if value is None else frozenset(int(day) for day in str(value).split(",") if day)


class Moment(TypeDecorator[datetime]):
    """UTC and the zone it was in, `2026-11-24T17:00:00.000000Z +01:00 Europe/Berlin`.

    Offset and name stand beside each other, so that the wall clock of then is known without zone data.
    """

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        return None if value is None else moment_of(str(value))


def moment_text(moment: datetime) -> str:
    utc = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    zone = getattr(moment.tzinfo, "key", None) or moment.tzname()
    return f"{utc} {moment.strftime('%z')} {zone}"


def moment_of(text: str) -> datetime:
    utc, offset, zone = text.split(" ", 2)
    return datetime.fromisoformat(utc).astimezone(_zone(offset, zone))


@lru_cache(maxsize=16)
def _zone(offset: str, name: str) -> timezone:
    sign = -1 if offset[0] == "-" else 1
    shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]), seconds=int(offset[5:7] or 0))
    return timezone(sign * shift, name)
