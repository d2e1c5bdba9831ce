"""Which remarks are ready to be seen, and which of several is looked at."""

from collections.abc import Sequence
from typing import Final

from trust_desktop.wording import Remark

_ENDS: Final = ".!?\u2026\u061f\u3002\uff01\uff1f\n"


def settled(remarks: Sequence[Remark], text: str, place: int, before: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return the remarks without those on a sentence that is just being typed: half of it may read like anything.

    What was seen `before` stays, or it would come and go with every key.
    """
    start = max(text.rfind(end, 0, place) for end in _ENDS) + 1
    end = min((at for at in (text.find(end, place) for end in _ENDS) if at >= 0), default=len(text))
    if text[end : end + 1].strip():  # a full stop, not the end of the line or of everything
        return tuple(remarks)
    seen = {(remark.kind, remark.start) for remark in before}
    return tuple(
        remark for remark in remarks if not start <= remark.start < end or (remark.kind, remark.start) in seen
    )


def chosen(remarks: Sequence[Remark], place: int, before: Remark | None) -> Remark | None:
    """Return the remark the cursor stands in, rather the one shown before than another; else the first."""
    here = [remark for remark in remarks if _holds(remark, place)]
    if before is not None and here:
        return min(here, key=lambda remark: (remark != before, remark.kind is not before.kind))
    return next(iter(here or remarks), None)


def following(remarks: Sequence[Remark], place: int, shown: Remark | None, step: int) -> Remark:
    """Return the next remark after the cursor, or with -1 the one before it; behind the last comes the first."""
    if shown is not None and _holds(shown, place):
        return remarks[(remarks.index(shown) + step) % len(remarks)]
    if step > 0:
        return next((remark for remark in remarks if remark.start >= place), remarks[0])
    return next((remark for remark in reversed(remarks) if remark.end <= place), remarks[-1])


def _holds(remark: Remark, place: int) -> bool:
    return remark.start <= place <= remark.end
