"""Every page of the program as a person meets it, one after the other, for pictures."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from docs import (
    scenes_backups,
    scenes_damage,
    scenes_days,
    scenes_help,
    scenes_household,
    scenes_keys,
    scenes_leaving,
    scenes_looking_back,
    scenes_pause,
    scenes_plan_life,
    scenes_talk,
    scenes_telling,
    scenes_wizard,
)
from trust_desktop import demo, resources
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.errors import VaultDamaged, WrongRecoveryCode
from trust_desktop.domain.tour import Tour
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import planning, touring, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage.database import Database
from trust_desktop.ui import theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.toolbar import Mode
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.plan_wizard.examples import themes
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vault_forms.means import Means
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_help import LockHelp
from trust_desktop.ui.vaults.opening import Opening
from trust_desktop.ui.vaults.recovery_page import RecoveryPage
from trust_desktop.ui.vaults.renew_page import RenewPage

EVENING: Final = datetime(2026, 11, 20, 21, 40, tzinfo=timezone(timedelta(hours=1)))
USUAL: Final = (1180, 760)
NARROW: Final = (720, 760)
PASSPHRASE: Final = "velvet harbour otter quilt window"
CODE: Final = "7QK4M-2XVRT-9HDPA-C3WNE-5BZ8J-KMF6Y-T4GSR-VD2QX"

Scene = tuple[str, QWidget, tuple[int, int]]
"""Name of the picture, what is in it, and its width and height."""


def every_scene() -> Iterator[Scene]:
    for scenes in (
        first_run,
        lock_screen,
        keys,
        household,
        problems,
        empty_vault,
        first_week,
        wizard,
        plan_not_said,
        talk,
        example,
        an_evening,
        scenes_leaving.every_page,
        backups,
    ):
        yield from scenes()


def settle() -> None:
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def close(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- before a vault is open


@contextmanager
def means() -> Iterator[Means]:
    with tempfile.TemporaryDirectory() as folder:
        background = Background()
        places = Places(data=Path(folder, "data"), runtime=Path(folder, "run"))
        yield Means(places, MemoryStore(), background, cost=FLOOR)
        background.stop()


def first_run() -> Iterator[Scene]:
    with means() as given:
        shell, page = Shell(), FirstRun(given)
        frame = page.frame
        shell.show_page(page)
        yield "first-run-1-welcome", shell, USUAL
        page.sharing.set_keyring(usable=True)
        frame.next.click()
        page.sharing.no.setChecked(True)
        yield "first-run-2-who-else", shell, USUAL
        frame.next.click()
        yield "first-run-3-keyring-alone", shell, USUAL
        frame.back.click()
        page.sharing.yes.setChecked(True)
        frame.next.click()
        yield "first-run-3-passphrase", shell, USUAL
        page.recovery.prepare(asked=True, shared=True)
        frame.show_page(page.recovery, 4, back=True, leads_on=frame.tr("Make the vault"))
        yield "first-run-4-recovery", shell, USUAL
        page.code.show_code(CODE, with_passphrase=True)
        frame.show_page(page.code, 4, back=False, leads_on=frame.tr("Next"))
        yield "first-run-4-recovery-code", shell, USUAL
        page.proof.fields.ask_for(CODE)
        frame.show_page(page.proof, 4, back=True, leads_on=frame.tr("Next"))
        yield "first-run-4-recovery-proof", shell, USUAL
        frame.show_page(page.start, 5, back=False, leads_on="")
        yield "first-run-5-safety", shell, USUAL
        close(shell)


def lock_screen() -> Iterator[Scene]:
    with means() as given:
        for label in ("", "Blue"):
            new = vaults.create(
                given.places,
                given.store,
                protection=Protection.DEVICE_AND_PASSPHRASE,
                passphrase=PASSPHRASE,
                recovery_with_passphrase=False,
                label=label,
                cost=FLOOR,
            )
            vaults.prove_recovery(given.places, new, new.recovery_code).close()
        shell, page = Shell(), Opening(given)
        shell.show_page(page)
        page.start()
        yield "lock-screen", shell, USUAL
        yield "lock-screen-help", LockHelp(), scenes_leaving.SHEET
        shell.show_page(RecoveryPage(VaultInfo(1, "")))
        yield "recovery", shell, USUAL
        shell.show_page(RenewPage(given.background, needs_passphrase=True))
        yield "recovery-new-secret", shell, USUAL
        close(shell)


def household() -> Iterator[Scene]:
    yield from scenes_household.locked()
    with means() as given:
        for label in ("", "Blue"):
            vaults.create(
                given.places,
                given.store,
                protection=Protection.DEVICE,
                passphrase=None,
                recovery_with_passphrase=False,
                label=label,
            )
        yield from scenes_household.opened(new_session(), given.places, window_over, settle)


def backups() -> Iterator[Scene]:
    yield from scenes_backups.every_page(means, PASSPHRASE)


def keys() -> Iterator[Scene]:
    yield from scenes_keys.every_page(means, PASSPHRASE, CODE)


def problems() -> Iterator[Scene]:
    shell = Shell()
    shell.show_page(ProblemPage(VaultDamaged(), folder=scenes_damage.FOLDER))
    yield "problem-damaged", shell, USUAL
    shell.show_page(ProblemPage(WrongRecoveryCode()))
    yield "problem-wrong-code", shell, USUAL
    close(shell)
    with closing(demo.open_demo(EVENING)) as session:
        yield from scenes_damage.every_page(session)


# --- an open vault


@contextmanager
def window_over(session: VaultSession) -> Iterator[tuple[OpenVault, MainWindow]]:
    vault = OpenVault(session)
    window = MainWindow(vault, {Place.SETTINGS: lambda: SettingsPage(vault)})
    window.show()
    yield vault, window
    vault.close()
    close(window)


def fresh_session() -> VaultSession:
    return VaultSession(Database.in_memory(), now=lambda: EVENING)


def new_session() -> VaultSession:
    """One whose person left the cards of the first week, which would stand on every picture of Today."""
    session = fresh_session()
    touring.save(session, Tour().leave())
    return session


def empty_vault() -> Iterator[Scene]:
    with window_over(new_session()) as (_, window):
        for place, name in (
            (Place.TODAY, "today"),
            (Place.PLAN, "plan"),
            (Place.CALENDAR, "calendar"),
            (Place.SAY_IT, "say-it"),
        ):
            window.go_to(place)
            yield f"{name}-empty", window, USUAL
        yield from scenes_looking_back.nothing_yet(window)
        yield from scenes_telling.nothing_yet(window)


def draft() -> PlanDraft:
    """The example's plan as it stood while it was written."""
    story = resources.content("demo")
    found = PlanDraft(partner=story["partner"], harm_stopped=True, truth_told=True)
    found.fair_chance = story["fair_chance"]
    offered = [one for group in themes(0) for one in group.examples]
    for slot, (action, entry) in enumerate(zip(offered, story["actions"], strict=False)):
        action.why, action.about_openness = entry["why"], False
        action.first_day = EVENING.date()
        action.review_day = EVENING.date() + timedelta(days=28)
        found.actions[slot] = action
    return found


def first_week() -> Iterator[Scene]:
    yield from scenes_help.first_week(fresh_session, window_over, settle)


def wizard() -> Iterator[Scene]:
    yield from scenes_wizard.every_page(draft, new_session, window_over)


def plan_not_said() -> Iterator[Scene]:
    session = new_session()
    plan = planning.go_live(session, draft())
    with window_over(session) as (_, window):
        yield "today-not-said", window, USUAL
        window.go_to(Place.PLAN)
        yield "plan-not-said", window, USUAL
        planning.record_said(session, plan.id, session.today, Way.ALOUD)
        window.go_to(Place.TODAY)
        yield "today-first-day", window, USUAL


def talk() -> Iterator[Scene]:
    yield from scenes_talk.every_step(draft, new_session, window_over, settle)


def example() -> Iterator[Scene]:
    with window_over(demo.open_demo(EVENING)) as (_, window):
        yield "today", window, USUAL
        yield "today-narrow", window, NARROW
        yield from _plan(window)
        yield from scenes_plan_life.every_page(window, settle)
        yield from _calendar(window)
        yield from scenes_days.every_page(window, settle)
        window.go_to(Place.SAY_IT)
        yield "say-it", window, USUAL
        yield "say-it-narrow", window, NARROW
        yield from _saying(window)
        yield from scenes_looking_back.every_page(window, settle)
        yield from scenes_telling.every_page(window, settle)
        yield from scenes_help.every_page(window, settle)
        window.go_to(Place.SETTINGS)
        yield "settings", window, USUAL
        window.show_shortcuts()
        settle()
        sheet = window.findChild(QDialog)
        assert sheet is not None
        yield "shortcuts", sheet, (sheet.width(), sheet.height())
        sheet.close()
        yield from scenes_talk.together(window, settle)


def an_evening() -> Iterator[Scene]:
    yield from scenes_pause.every_page(demo.open_demo(EVENING), window_over)


def _plan(window: MainWindow) -> Iterator[Scene]:
    window.go_to(Place.PLAN)
    yield "plan", window, USUAL
    page = window.page(Place.PLAN)
    assert isinstance(page, PlanPage)
    assert page.live is not None
    changed = next(card for card in page.live.cards if len(card.action.versions) > 1)
    changed.earlier.click()
    settle()
    area = page.page.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(changed.earlier, 0, theme.px(300))
    yield "plan-history", window, USUAL
    page.live.cards[1].change.click()
    yield "plan-change", window, USUAL
    page.change.leave.click()
    window.go_to(Place.PLAN)


def _calendar(window: MainWindow) -> Iterator[Scene]:
    window.go_to(Place.CALENDAR)
    page = window.page(Place.CALENDAR)
    assert isinstance(page, CalendarPage)
    yield "calendar", window, USUAL
    yield "calendar-narrow", window, NARROW
    page.line.opened.emit()
    yield "calendar-narrow-day", window, NARROW
    page.panel.back_pressed.emit()
    for mode, name in ((Mode.WEEK, "week"), (Mode.LIST, "list")):
        page.set_mode(mode)
        yield f"calendar-{name}", window, USUAL
    page.set_mode(Mode.MONTH)
    page.toolbar.fill_pressed.emit()
    settle()
    dialog = page.findChild(QDialog)
    assert dialog is not None
    yield "calendar-fill-days", dialog, (dialog.width(), dialog.height())
    dialog.reject()


def _saying(window: MainWindow) -> Iterator[Scene]:
    from trust_desktop.ui.acknowledgement.say_it_page import SayItPage

    page = window.page(Place.SAY_IT)
    assert isinstance(page, SayItPage)
    page.composer.have_said.click()
    yield "say-it-when", window, USUAL
    page.composer.when.left.emit()
    page.panel.said.head.click()
    settle()
    bring_into_view(page.panel.said)
    yield "say-it-said", window, USUAL
    page.panel.said.head.click()
