"""The person's own story in parts, each as long or as short as they like."""

from enum import Enum


class StoryPart(Enum):
    """What is asked about, in this order; the last two look at oneself."""

    BEFORE = "before"
    ASKED = "asked"
    NOTICED = "noticed"
    SAID = "said"
    LEARNED = "learned"
    HOPE = "hope"
