"""The ways in which words reach the partner."""

from enum import Enum


class Way(Enum):
    """How something was said."""

    ALOUD = "aloud"
    NOTE = "note"
    TEXT = "text"
    CARD = "card"
