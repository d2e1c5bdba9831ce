"""How the words of a commitment of the person's own are looked at: as a request is, but for what only a partner is asked."""

import re
from dataclasses import replace
from functools import cache
from typing import Any, Final

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence
from trust_desktop.wording import Part, PartPrompt, Remark, request_parts, review_request
from trust_desktop.wording.remarks import OWN_KINDS

OWN_PARTS: Final[tuple[Part, ...]] = tuple(part for part in Part if part is not Part.WHO)
"""Who does it need not be said."""


def review_commitment(text: str) -> tuple[Remark, ...]:
    """Return the remarks on one commitment; a rewrite would turn it into a request."""
    return tuple(
        replace(remark, suggestion=f"mine.{remark.kind.value}", rewrite=None)
        for remark in review_request(text)
        if remark.kind in OWN_KINDS
    )


def commitment_parts(text: str, *, cadence: Cadence, known_by: str) -> frozenset[Part]:
    """Return which of its parts are there; "I will call" is read as "call" is in a request."""
    asked = _own_beginning().sub(r"\1", text)
    return request_parts(asked, cadence=cadence, known_by=known_by) - {Part.WHO}


def commitment_prompt(part: Part) -> PartPrompt:
    """Return the question for a part that is missing."""
    prompt = _own()["prompt"][part.value]
    return PartPrompt(prompt["question"], prompt["add"], prompt["lead"], prompt["why"])


def _own() -> dict[str, Any]:
    found: dict[str, Any] = resources.content("parts")["own"]
    return found


@cache
def _own_beginning() -> re.Pattern[str]:
    """Matches "I will" and its kin where a clause begins: at the start, after a stop or a comma, after "and"."""
    begins = "|".join(re.escape(words) for words in sorted(_own()["begins"], key=len, reverse=True))
    joins = "|".join(re.escape(word) for word in _own()["joins"])
    return re.compile(rf"(^\s*|[.;:,!?\n][^\S\n]*|\b(?:{joins})\s+)(?:{begins})\s+", re.IGNORECASE)
