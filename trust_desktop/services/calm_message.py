"""The calm message a plan can be said with: drafted from what stands in it, with nothing that is only for the person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.plan import Plan
from trust_desktop.wording.by_bits import Bits
from trust_desktop.wording.remarks import Remark

_NO_WORD: Final = "·"
"""Stands for a letter that is not looked at: no word, no stop, and no blank that a rewrite would tidy away."""


def from_draft(draft: PlanDraft, words: Mapping[str, str]) -> str:
    """Draft it from a plan in the making; what the two fought about lately comes last."""
    written = sorted(
        (action for action in draft.actions if action.started), key=lambda action: bool(action.fought)
    )
    own = [commitment.text for commitment in draft.commitments if commitment.started]
    return calm_message(words, draft.partner, [action.text for action in written], own)


def from_plan(plan: Plan, words: Mapping[str, str]) -> str:
    """Draft it from a plan that went live, in the words it has now."""
    asked = [action.newest.terms.text for action in plan.current]
    own = [action.newest.terms.text for action in plan.commitments if action.ended is None]
    return calm_message(words, plan.partner, list(filter(None, asked)), list(filter(None, own)))


def calm_message(words: Mapping[str, str], partner: str, asked: Sequence[str], own: Sequence[str]) -> str:
    """Join the words of the content file with the person's: something good, what I feel and need, and room for a no.

    Without anything to ask there is nothing to draft.
    """
    if not asked:
        return ""
    name = partner.strip()
    parts = [
        words["greeting"].format(partner=name) if name else "",
        words["good"],
        " ".join((words["need"], words["free"])),
        _listed(asked),
        f"{words['own']}\n{_listed(own)}" if own else "",
        words["close"],
    ]
    return "\n\n".join(part for part in parts if part)


def without_drafted(text: str, drafted: str) -> str:
    """Return a text of the same length in which no line stands any more that is still as it was drafted.

    What the program wrote itself, and requests that were looked at where they were written, are not looked at again.
    """
    known = set(drafted.splitlines())
    return "\n".join(_NO_WORD * len(line) if line in known else line for line in text.split("\n"))


def review(text: str, drafted: str) -> Bits[tuple[Remark, ...]]:
    """Return, by bits, the remarks on the person's own words in a message that was drafted as this."""
    from trust_desktop.wording import message_review  # not everybody who drafts a message looks at one

    own = without_drafted(text, drafted)
    found = yield from message_review(own)
    return tuple(replace(remark, rewrite=_whole(text, own, remark.rewrite)) for remark in found)


def _whole(text: str, own: str, rewrite: str | None) -> str | None:
    """Bring a rewrite of the person's own words back into the whole message; none that would take away other words."""
    if rewrite is None or rewrite.count(_NO_WORD) != own.count(_NO_WORD):
        return None
    head = _alike(own, rewrite)
    tail = _alike(own[head:][::-1], rewrite[head:][::-1])
    return text[:head] + rewrite[head : len(rewrite) - tail] + text[len(text) - tail :]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin alike with."""
    unlike = (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(unlike, min(len(one), len(other)))


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"– {_in_one_line(text)}" for text in texts)


def _in_one_line(text: str) -> str:
    """A request may have a second line with its details; in the message both are sentences of one point."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return ". ".join((*(line.rstrip(".") for line in lines[:-1]), lines[-1]))
