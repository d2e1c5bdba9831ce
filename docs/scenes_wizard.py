"""The pages of the plan wizard, for pictures."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Final

from PySide6.QtWidgets import QWidget

from trust_desktop import demo_own_side, resources
from trust_desktop.domain.draft import ActionDraft, PlanDraft, Step
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.examples import ideas
from trust_desktop.ui.plan_wizard.wizard import PlanWizard

USUAL: Final = (1180, 760)

Scene = tuple[str, QWidget, tuple[int, int]]
NewSession = Callable[[], VaultSession]
WindowOver = Callable[[VaultSession], AbstractContextManager[tuple[OpenVault, MainWindow]]]


def every_page(
    draft: Callable[[], PlanDraft], new_session: NewSession, window_over: WindowOver
) -> Iterator[Scene]:
    """Yield each page as it is come to, then some of them with more in them."""
    session = new_session()
    begun = draft()
    begun.actions[1].known_by = ""
    begun.actions[2:] = [ActionDraft(), ActionDraft()]
    planning.save_draft(session, begun)
    with window_over(session) as (_, window):
        window.open_wizard()
        yield "plan-wizard-1-before-you-start", window, USUAL
        page = _wizard_in(window)
        names = ("2-fair-chance", "3-action-one", "", "5-action-three", "6-action-four", "7-your-side-empty")
        for name in names:
            page.next()
            yield f"plan-wizard-{name}" if name else "plan-wizard", window, USUAL
            if name == "5-action-three":
                page.examples.click()
                yield "plan-wizard-examples", window, USUAL
                page.reject()
        page.next()
        yield "plan-wizard-8-both-ways", window, USUAL
        page.next()
        page.next()
        yield "plan-wizard-10-still-open", window, USUAL
    yield from _further(draft, new_session, window_over)


def whole(draft: PlanDraft) -> PlanDraft:
    """The example's plan with the person's own side and how it will be said."""
    own = [each for theme in ideas(0) for each in theme.examples]
    chosen = [own[0], own[4]]
    for idea, entry in zip(chosen, resources.content("demo")["mine"], strict=True):
        idea.first_day, idea.review_day = draft.actions[0].first_day, draft.actions[0].review_day
        idea.why = entry["why"]
    return demo_own_side.add(draft, chosen, resources.content("demo")["saying"])


def _further(
    draft: Callable[[], PlanDraft], new_session: NewSession, window_over: WindowOver
) -> Iterator[Scene]:
    watching, fought = draft(), whole(draft())
    watching.actions[1].text = "Share where your phone is with me\nDay and night, from now on."
    fought.actions[3].fought = True
    pages = (
        (watching, Step.BOTH_WAYS, "8-noticed"),
        (fought, Step.ACTION_FOUR, "6-fought-lately"),
        (whole(draft()), Step.YOUR_SIDE, "7-your-side"),
        (whole(draft()), Step.SAYING, "9-how-you-will-say-it"),
        (whole(draft()), Step.READ_AGAIN, "10-read-once-more"),
    )
    for begun, step, name in pages:
        session = new_session()
        begun.step = step
        planning.save_draft(session, begun)
        with window_over(session) as (_, window):
            window.open_wizard()
            yield f"plan-wizard-{name}", window, USUAL
            page = _wizard_in(window)
            if step is Step.YOUR_SIDE:
                page.your_side.open_slot(2)
                yield f"plan-wizard-{name}-written", window, USUAL


def _wizard_in(window: MainWindow) -> PlanWizard:
    page = window.taking_over
    assert isinstance(page, PlanWizard)
    return page
