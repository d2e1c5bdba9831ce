"""What can be said of a text on the device: text in, plain values out; no window, no storage."""

from .harm import discloses_harm
from .parts import Part, PartPrompt, part_prompt, request_parts

__all__ = ["Part", "PartPrompt", "discloses_harm", "part_prompt", "request_parts"]
