"""Every page before the vault and around it: translated, named, whole at 200 % and from right to left."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, session_at
from trust_desktop import resources
from trust_desktop.dev import translations
from trust_desktop.domain.errors import SecretMissing, VaultDamaged
from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.services.vaults import VaultListing
from trust_desktop.ui import theme
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.safety.list_page import ListPage
from trust_desktop.ui.safety.look_page import LookPage
from trust_desktop.ui.safety.safety_page import SafetyPage
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.vault_forms.means import Means
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm
from trust_desktop.ui.vaults.code_steps import CodeStep, ProofStep
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_help import LockHelp
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.recovery_page import RecoveryPage
from trust_desktop.ui.vaults.renew_page import RenewPage
from trust_desktop.ui.vaults.start_step import StartStep
from trust_desktop.ui.vaults.steps import (
    KeyringStep,
    PassphraseStep,
    RecoveryStep,
    SharingStep,
    WelcomeStep,
)
from trust_desktop.ui.vaults.waiting_page import WaitingPage

CODE = "ABCDE-FGH12-34567-89ABC-DEFGH-12345-6789A-BCDEF"
KEYRING_ONLY = VaultInfo(2, "b", "", Protection.DEVICE)


def lock_screen(_means: Means) -> QWidget:
    shared = VaultInfo(1, "a", "", Protection.DEVICE_AND_PASSPHRASE)
    damaged = VaultInfo(3, "c")
    screen = LockScreen(
        (
            VaultListing(shared, VaultState.READY),
            VaultListing(KEYRING_ONLY, VaultState.READY),
            VaultListing(damaged, VaultState.HEADER_DAMAGED),
        )
    )
    screen._on_caps_lock(True)
    screen.say_wrong()
    return screen


def sharing(_means: Means) -> QWidget:
    step = SharingStep()
    step.set_keyring(False)
    return step


def recovery(_means: Means) -> QWidget:
    step = RecoveryStep()
    step.prepare(asked=True, shared=True)
    return step


def code(_means: Means) -> QWidget:
    step = CodeStep()
    step.show_code(CODE, with_passphrase=True)
    return step


def proof(_means: Means) -> QWidget:
    step = ProofStep()
    step.fields.ask_for(CODE)
    step.fields.has_slip()
    return step


def recovery_page(_means: Means) -> QWidget:
    page = RecoveryPage(VaultInfo(1, "a", recovery_needs_passphrase=True))
    page._on_open()
    return page


def renew(means: Means) -> QWidget:
    page = RenewPage(means.background, needs_passphrase=True)
    page.say_not_done()
    return page


def safety_page(name: str, means: Means) -> QWidget:
    page = SafetyPage(OpenVault(session_at(means.places.data)))
    page.open(name)
    shown = page.current
    if isinstance(shown, LookPage):
        for card in shown.form.cards.values():
            next(iter(card.questions.values())).buttons[0].click()
        shown.keep.click()
        shown.kept.rows[0].read.click()
    if isinstance(shown, ListPage):
        shown.own.add.click()
    return page


PAGES: dict[str, Callable[[Means], QWidget]] = {
    "lock screen": lock_screen,
    "first run": lambda means: FirstRun(means, can_leave=True),
    "welcome": lambda _means: WelcomeStep(),
    "sharing": sharing,
    "passphrase": lambda means: PassphraseStep(means.background),
    "keyring": lambda _means: KeyringStep(),
    "recovery": recovery,
    "code": code,
    "proof": proof,
    "start": lambda _means: StartStep(),
    "recovery page": recovery_page,
    "renew": renew,
    "waiting": lambda _means: WaitingPage(),
    "lock help": lambda _means: LockHelp(),
    "damaged": lambda means: ProblemPage(VaultDamaged(1), folder=means.places.data),
    "problem": lambda _means: ProblemPage(SecretMissing(1)),
    "settings": lambda means: SettingsPage(OpenVault(session_at(means.places.data))),
    "help": lambda means: SafetyPage(OpenVault(session_at(means.places.data))),
    **{
        f"help: {name}": partial(safety_page, name) for name in ("look", "list", "protects", "method", "week")
    },
}

Show = Callable[[str], QWidget]


@pytest.fixture
def show(means: Means, qtbot: QtBot) -> Show:
    def build(name: str) -> QWidget:
        page = PAGES[name](means)
        qtbot.addWidget(page)
        page.resize(1000, 760)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return build


def from_files() -> set[str]:
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.add(value.replace("{name}", "Daybook"))
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                walk(part)

    for name in ("first_run", "safety", "help", "help_list", "tour", "problems", "lock_help"):
        walk(resources.content(name))
    return found


@pytest.mark.usefixtures("pseudo_locale")
@pytest.mark.parametrize("name", PAGES)
def test_every_word_comes_through_translation_or_from_a_file(show: Show, name: str) -> None:
    page = show(name)
    own = from_files() | set(CODE.split("-")) | {"Daybook", "·", *"12345678", ""}
    written = {country["written"] for country in resources.content("help_list")["country"]}
    own |= {resources.content("help_list")["written"].format(day=day_with_year(day)) for day in written}
    own |= {day_with_year(TODAY)} | {form.offered.text() for form in page.findChildren(PassphraseForm)}
    texts = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    texts += [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert [text for text in texts if not translations.is_pseudo(text) and text not in own] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name(show: Show, name: str) -> None:
    page = show(name)
    nameless = []
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            seen = QAccessible.queryAccessibleInterface(widget)
            if seen is None or not seen.text(QAccessible.Text.Name).strip():
                nameless.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert nameless == []


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_at_twice_the_size(
    qapp: QApplication, qtbot: QtBot, show: Show, name: str, appearance: str
) -> None:
    theme.apply(qapp, appearance, 2.0)
    page = show(name)
    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_in_a_longer_language_from_right_to_left(
    qtbot: QtBot, show: Show, name: str
) -> None:
    page = show(name)
    assert page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: cut_off(page) == [])


def cut_off(page: QWidget) -> list[str]:
    found = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton | QComboBox) or not widget.isVisible():
            continue
        words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        low = widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width())
        outside = widget.mapTo(page, widget.rect().topLeft()).x() < 0
        outside |= widget.mapTo(page, widget.rect().bottomRight()).x() > page.width()
        if words and (low or outside):
            found.append(words)
    return found
