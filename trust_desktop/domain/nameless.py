"""What an action is called where the person deleted its words: by its place, so that it can still be told from others."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from .plan import Action, Plan

Naming = Callable[[int, bool], str]
"""From a place, and whether it is one of the person's own, to what stands there instead of words."""


def named(plans: Iterable[Plan], naming: Naming) -> tuple[Plan, ...]:
    """Return the plans with something to call every action by; those that have all their words are the same."""
    return tuple(_named(plan, naming) if any(map(_lacks_words, plan.lanes)) else plan for plan in plans)


def _named(plan: Plan, naming: Naming) -> Plan:
    actions, commitments = (
        tuple(_named_action(action, naming) if _lacks_words(action) else action for action in lanes)
        for lanes in (plan.actions, plan.commitments)
    )
    return replace(plan, actions=actions, commitments=commitments)


def _lacks_words(action: Action) -> bool:
    return not all(version.terms.text for version in action.versions)


def _named_action(action: Action, naming: Naming) -> Action:
    name = naming(action.slot, action.mine)
    versions = (
        version if version.terms.text else replace(version, terms=replace(version.terms, nameless=name))
        for version in action.versions
    )
    return replace(action, versions=tuple(versions))
