"""Today's row of five words, one press each; rows under each other when a word does not fit."""

from trust_desktop.ui.common.outcomes import OutcomeChoice


class MarkBar(OutcomeChoice):
    """`chosen` carries the outcome pressed."""
