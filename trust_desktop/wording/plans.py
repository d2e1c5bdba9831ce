"""The control guard: what in a whole plan could frighten or trap the one it is asked of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from trust_desktop import resources
from trust_desktop.domain.draft import ActionDraft, PlanDraft, draft_of
from trust_desktop.domain.plan import OPENNESS_DAYS, Consent, Plan

from .clear_requests import unclear
from .harm import discloses_harm, tells_by_words
from .model import model
from .phrases import PhraseBook
from .plain_traps import is_in_secret, threatens_harm
from .reading import placed_sentences, windows
from .remarks import Kind, Place, Remark
from .watching import control_words

MODEL: Final = "guard"
TOGETHER: Final = 3
LEAST_WORDS: Final = 2
"""One word alone is an action that has only begun."""
MOSTLY: Final = 3
"""So many of the four actions that watch make a plan that is mostly about watching."""

_BY_WORDS: Final = (Kind.COVERT, Kind.BODY, Kind.PENANCE, Kind.ISOLATION, Kind.NO_REFUSAL, Kind.ENDLESS)

_PLAINEST: Final = frozenset({Kind.COVERT, Kind.BODY, Kind.PENANCE, Kind.NO_REFUSAL})
"""Where words say one of these, less of what the model sees is enough."""
_WATCHING: Final = frozenset({Kind.CONTROL, Kind.ENDLESS, Kind.COVERT})
_NOT_AGREED: Final = frozenset({Consent.NOT_ASKED, Consent.WILL_NOT_KNOW})


def review_plan(plan: PlanDraft | Plan) -> tuple[Remark, ...]:
    """Return what could frighten or trap, by action and then for the whole; every span is (0, 0)."""
    actions = _actions(plan)
    found = [remark for slot, action in enumerate(actions, start=1) for remark in _about_action(action, slot)]
    for slot, own in enumerate(_commitments(plan), start=1):
        found += _by_words_alone(own.text, slot, Place.OWN)
    if sum(_watches(action) for action in actions) >= MOSTLY:
        found.append(_remark(Kind.ALL_SURVEILLANCE, None))
    return tuple(found)


def review_change(plan: Plan, slot: int, draft: ActionDraft, *, mine: bool) -> tuple[Remark, ...]:
    """Return what could frighten or trap in other words for one place of a live plan; nothing of words that stand there."""
    lanes = plan.commitments if mine else plan.actions
    stands = next(
        (draft_of(each.newest.terms) for each in lanes if each.slot == slot and each.ended is None), None
    )
    if stands is not None and _said(stands) == _said(draft):
        return ()
    if mine:
        return tuple(_by_words_alone(draft.text, slot, Place.OWN))
    others = [draft_of(each.newest.terms) for each in plan.current if each.slot != slot]
    watching = sum(map(_watches, others)) + _watches(draft)
    newly = _watches(draft) and not (stands is not None and _watches(stands))
    whole = [_remark(Kind.ALL_SURVEILLANCE, None)] if newly and watching >= MOSTLY else []
    return (*_about_action(_as_it_can_be_kept(draft), slot), *whole)


def _said(action: ActionDraft) -> tuple[object, ...]:
    """Return what is looked at of an action; that it is agreed to is asked for anew with each change, and is none."""
    refused = action.consent if action.consent in _NOT_AGREED else None
    openness = (refused, action.purpose.strip()) if action.about_openness else None
    return action.text.strip(), action.known_by.strip(), openness


def _as_it_can_be_kept(action: ActionDraft) -> ActionDraft:
    """Return a change with the answers its editor waits for: they agree, and it ends on a day that is near.

    That day is counted from the one on which the change is written, which may lie long after the first.
    """
    return replace(action, consent=action.consent or Consent.AGREED, ends=action.first_day)


def _actions(plan: PlanDraft | Plan) -> Sequence[ActionDraft]:
    if isinstance(plan, PlanDraft):
        return plan.actions
    return [draft_of(action.newest.terms) for action in plan.current]


def _commitments(plan: PlanDraft | Plan) -> Sequence[ActionDraft]:
    if isinstance(plan, PlanDraft):
        return plan.commitments
    return [draft_of(own.newest.terms) for own in plan.commitments if own.ended is None]


def _by_words_alone(text: str, slot: int, place: Place) -> Iterator[Remark]:
    """The person's own deeds are no business of the model; what frightens or traps whoever does it is."""
    if threatens_harm(text):
        yield _remark(Kind.THREAT, slot, place)
    elif is_in_secret(text):
        yield _remark(Kind.COVERT, slot, place)


def _about_action(action: ActionDraft, slot: int) -> Iterator[Remark]:
    """At most one remark each on an action, how it will be known and what for: what the person answered counts before the words."""
    if action.started:
        yield from _about_words(action, slot)
    known = [*_by_words_alone(action.known_by, slot, Place.KNOWN_BY)]
    if not known and control_words(action.known_by) and not _is_fair_openness(action):
        known = [_remark(Kind.CONTROL, slot, Place.KNOWN_BY)]
    yield from known
    if action.about_openness:
        yield from _by_words_alone(action.purpose, slot, Place.PURPOSE)


def _about_words(action: ActionDraft, slot: int) -> Iterator[Remark]:
    if threatens_harm(action.text):
        yield _remark(Kind.THREAT, slot)
        return
    if _is_left_alone(action.text):
        return
    if is_in_secret(action.text):
        yield _remark(Kind.COVERT, slot)
        return
    if action.about_openness and action.consent is Consent.WILL_NOT_KNOW:
        yield _remark(Kind.COVERT, slot)
        return
    asked = not action.about_openness or action.consent is not Consent.NOT_ASKED
    fair = _is_fair_openness(action) and _only_watches(action.text)
    if not asked or (_could_trap(action.text) and not fair):
        yield _remark(_by_words(action.text, Kind.CONTROL), slot)


def _is_left_alone(text: str) -> bool:
    """Whether it tells of harm; what says itself that it is done in secret is not believed to, but by its own words."""
    if _by_words(text, Kind.CONTROL) is Kind.COVERT:
        return tells_by_words(text)
    return discloses_harm(text)


def _is_fair_openness(action: ActionDraft) -> bool:
    """Agreed to, for a purpose, until a day that is near: then words of watching are no sign of a trap."""
    if not action.about_openness or action.consent is not Consent.AGREED:
        return False
    if action.first_day is None or action.ends is None or not action.purpose.strip():
        return False
    return action.ends <= action.first_day + timedelta(days=OPENNESS_DAYS)


def _only_watches(text: str) -> bool:
    return _by_words(text, Kind.CONTROL) in _WATCHING - {Kind.COVERT}


def _watches(action: ActionDraft) -> bool:
    if not action.started or not _could_trap(action.text):
        return bool(action.about_openness)
    return bool(action.about_openness) or (
        _by_words(action.text, Kind.CONTROL) in _WATCHING or _reads_as_control(action.text)
    )


def _could_trap(text: str) -> bool:
    placed = placed_sentences(text)
    if sum(len(each.sentence.words) for each in placed) < LEAST_WORDS:
        return False
    border, with_phrase = model(MODEL).borders
    if _by_words(text, Kind.CONTROL) in _PLAINEST or _reads_as_control(text):
        border = with_phrase
    return any(strength > border for _window, strength in windows(placed, MODEL, TOGETHER))


def _reads_as_control(text: str) -> bool:
    return any(remark.kind is Kind.CONTROL for remark in unclear(text))


def _by_words(text: str, otherwise: Kind) -> Kind:
    words = [word for placed in placed_sentences(text) for _at, word in placed.sentence.words]
    found = {name for name, _first, _last in _book().find(words)}
    return next((kind for kind in _BY_WORDS if kind.value in found), otherwise)


def _remark(kind: Kind, slot: int | None, place: Place = Place.ACTION) -> Remark:
    return Remark(kind, 0, 0, f"{kind.value}.reason", f"{kind.value}.gentler", action=slot, place=place)


@cache
def _book() -> PhraseBook:
    content = resources.content("guard")
    return PhraseBook((kind.value, phrase) for kind in _BY_WORDS for phrase in content[kind.value]["phrases"])
