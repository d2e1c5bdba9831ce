"""The calm message a plan can be said with: drafted from what stands in it, with nothing that is only for the person."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.plan import Plan
from trust_desktop.wording.by_bits import Bits
from trust_desktop.wording.remarks import Remark

_NO_WORD: Final = "·"
"""Stands for a letter that is not looked at: no word and no stop."""


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

    return (yield from message_review(without_drafted(text, drafted), text))


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"– {_in_one_line(text)}" for text in texts)


def _in_one_line(text: str) -> str:
    """A request may have a second line with its details; in the message both are sentences of one point."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return ". ".join((*(line.rstrip(".") for line in lines[:-1]), lines[-1]))
