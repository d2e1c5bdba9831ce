"""What can be said of a text on the device: text in, plain values out; no window, no storage."""

from .harm import discloses_harm
from .parts import Part, request_parts

__all__ = ["Part", "discloses_harm", "request_parts"]
