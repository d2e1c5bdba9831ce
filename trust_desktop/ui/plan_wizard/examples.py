"""Examples to start from, by theme, as actions in the making."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft


@dataclass(frozen=True)
class Theme:
    """A few examples that belong together."""

    name: str
    examples: tuple[ActionDraft, ...]


def themes(week_start: int) -> tuple[Theme, ...]:
    """Return the examples of the person's language; their weeks begin on `week_start` (0 is Monday)."""
    return _themes("examples", week_start)


def ideas(week_start: int) -> tuple[Theme, ...]:
    """Return ideas for commitments of the person's own."""
    return _themes("commitments", week_start)


def _themes(name: str, week_start: int) -> tuple[Theme, ...]:
    content = resources.content(name, QLocale().name())
    return tuple(
        Theme(theme["name"], tuple(_action(example, week_start) for example in theme["example"]))
        for theme in content["theme"]
    )


def _action(example: dict[str, Any], week_start: int) -> ActionDraft:
    numbers = dict(example["cadence"])
    kind = CadenceKind(numbers.pop("kind"))
    weekdays = frozenset(numbers.pop("weekdays", ()))
    return ActionDraft(
        text=example["text"],
        known_by=example["known_by"],
        cadence=Cadence(kind, weekdays=weekdays, week_start=week_start, **numbers),
    )
