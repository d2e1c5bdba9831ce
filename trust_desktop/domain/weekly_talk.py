"""The sheet of a week's talk: one for each week, in the person's own words."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any


class SheetPart(Enum):
    """The fields of a sheet in the order they are talked about; the three of the concern stand side by side."""

    APPRECIATIONS = "appreciations"
    WENT_WELL = "went_well"
    FEEL = "feel"
    ABOUT = "about"
    NEED = "need"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """What is written for the week that begins on `week`."""

    week: date
    appreciations: str = ""
    went_well: str = ""
    feel: str = ""
    about: str = ""
    need: str = ""
    wish: str = ""

    @property
    def empty(self) -> bool:
        return not any(self.words(part).strip() for part in SheetPart)

    def words(self, part: SheetPart) -> str:
        words: str = getattr(self, part.value)
        return words

    def with_words(self, part: SheetPart, words: str) -> "WeekSheet":
        changed: dict[str, Any] = {part.value: words}
        return replace(self, **changed)
