"""What can be said of a text on the device: text in, plain values out; no window, no storage.

Each name is imported when it is first asked for: a page that needs one kind of look at words does not pay for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .by_bits import Bits, whole
    from .clear_requests import review_request
    from .harm import discloses_harm, harm_told, near_to_harm
    from .messages import message_review, review_message
    from .parts import Part, PartPrompt, part_prompt, request_parts
    from .plans import review_change, review_plan
    from .remarks import Kind, Place, Remark, kept_name, standing
    from .watching import control_words

__all__ = [
    "Bits",
    "Kind",
    "Part",
    "PartPrompt",
    "Place",
    "Remark",
    "control_words",
    "discloses_harm",
    "harm_told",
    "kept_name",
    "message_review",
    "near_to_harm",
    "part_prompt",
    "request_parts",
    "review_change",
    "review_message",
    "review_plan",
    "review_request",
    "standing",
    "whole",
]

_HOMES = {
    "by_bits": ("Bits", "whole"),
    "harm": ("discloses_harm", "harm_told", "near_to_harm"),
    "messages": ("message_review", "review_message"),
    "parts": ("Part", "PartPrompt", "part_prompt", "request_parts"),
    "plans": ("review_change", "review_plan"),
    "remarks": ("Kind", "Place", "Remark", "kept_name", "standing"),
    "clear_requests": ("review_request",),
    "watching": ("control_words",),
}


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = found
    return found
