"""Steps through the wizard that its tests share."""

from collections.abc import Callable

from PySide6.QtWidgets import QWizard

from tests.builders import TODAY, a_plan_draft
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.plan_wizard.wizard import PlanWizard

Button = QWizard.WizardButton
Open = Callable[[], PlanWizard]
YOUR_SIDE, BOTH_WAYS, SAYING, REVIEW = 6, 7, 8, 9


def go_to(wizard: PlanWizard, step: int) -> None:
    while wizard.currentId() < step:
        wizard.button(Button.NextButton).click()


def kept(session: VaultSession) -> PlanDraft:
    draft = planning.load_draft(session)
    assert draft is not None
    return draft


def ready_draft() -> PlanDraft:
    return a_plan_draft(first_day=TODAY)
