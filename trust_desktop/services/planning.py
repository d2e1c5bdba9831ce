"""Drafting a plan, letting it go live, saying it, and changing one of its actions."""

from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.plan import ActionTerms, Plan, Said
from trust_desktop.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class ErasedWhy:
    """The private reason taken out of one version, to put it back until the vault is locked."""

    action_id: int
    version: int
    why: str


def load_draft(s: VaultSession) -> PlanDraft | None:
    raise NotImplementedError


def save_draft(s: VaultSession, draft: PlanDraft) -> None:
    raise NotImplementedError


def discard_draft(s: VaultSession) -> PlanDraft | None:
    raise NotImplementedError


def go_live(s: VaultSession, draft: PlanDraft) -> Plan:
    raise NotImplementedError


def live_plan(s: VaultSession) -> Plan | None:
    raise NotImplementedError


def record_said(s: VaultSession, plan_id: int, day: date, way: Way) -> Plan:
    raise NotImplementedError


def put_back_said(s: VaultSession, plan_id: int, before: Said | None) -> Plan:
    raise NotImplementedError


def change_action(s: VaultSession, plan_id: int, slot: int, terms: ActionTerms) -> Plan:
    raise NotImplementedError


def take_back_change(s: VaultSession, plan_id: int, slot: int, version: int) -> Plan:
    raise NotImplementedError


def erase_why(s: VaultSession, action_id: int, version: int) -> ErasedWhy:
    raise NotImplementedError


def restore_why(s: VaultSession, erased: ErasedWhy) -> None:
    raise NotImplementedError
