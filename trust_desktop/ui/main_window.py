"""The window of an open vault: the one place where pages are made and meet each other."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from trust_desktop.domain.key_change import KeyChange
from trust_desktop.override import override
from trust_desktop.ui import page_keys
from trust_desktop.ui.beside_rail import BesideRail
from trust_desktop.ui.common.clipboard import EveryCopy
from trust_desktop.ui.frame import Factory, Frame
from trust_desktop.ui.key_rows import Group
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault


class MainWindow(Frame):
    """Pages are imported and built on the first visit; `factories` replaces some of them."""

    def __init__(
        self,
        vault: OpenVault,
        factories: Mapping[Place, Factory] | None = None,
        parent: QWidget | None = None,
        *,
        first: Place = Place.TODAY,
    ) -> None:
        own: dict[Place, Factory] = {
            Place.TODAY: self._today,
            Place.PLAN: self._plan,
            Place.CALENDAR: self._calendar,
            Place.SAY_IT: self._say_it,
            Place.PAUSE: self._pause,
            Place.OPENINGS: self._openings,
            Place.LOOKING_BACK: self._looking_back,
            Place.CHECK_IN: self._check_in,
            Place.HELP: self._help,
            Place.SETTINGS: self._settings,
            Place.TALK: self._talk,
            Place.WEEKLY_TALK: self._weekly_talk,
            Place.STORY: self._story,
            Place.FIND: self._find,
            Place.BACKUPS: self._backups,
        }
        super().__init__(vault, {**own, **(factories or {})}, parent)
        self._painted = False
        self.beside_rail = BesideRail(vault, self.rail, self)
        self.copies = EveryCopy(self._copied_for, self)
        self.go_to(first)

    @override
    def go_to(self, place: Place) -> None:
        if self.held:
            return
        writing, before = self.taking_over is not None, self.place
        super().go_to(place)
        if place is Place.HELP and (writing or before is not Place.HELP):
            offer = getattr(self.page(place), "offer_way_back", None)
            if callable(offer):
                offer(offered=writing)

    # --- what one page asks of another

    def say_it(self, keys: Iterable[object]) -> None:
        """Open the composer for these marks."""
        self.go_to(Place.SAY_IT)
        page = self.page(Place.SAY_IT)
        getattr(page, "compose_for")(frozenset(keys))  # noqa: B009 - the page may be another factory's

    def open_day(self, day: date) -> None:
        """Open the calendar on a day."""
        self.go_to(Place.CALENDAR)
        getattr(self.page(Place.CALENDAR), "show_day")(day)  # noqa: B009 - as above

    def write_about(self, key: object) -> None:
        """Open the calendar where what got in the way on a day is written down."""
        self.go_to(Place.CALENDAR)
        getattr(self.page(Place.CALENDAR), "write_about")(key)  # noqa: B009 - as above

    def look_at_action(self, action_id: int) -> None:
        """Open the plan on the review of an action."""
        self.go_to(Place.PLAN)
        getattr(self.page(Place.PLAN), "look_at")(action_id)  # noqa: B009 - as above

    def adjust_action(self, action_id: int) -> None:
        """Open the plan where an action is changed."""
        self.go_to(Place.PLAN)
        getattr(self.page(Place.PLAN), "adjust")(action_id)  # noqa: B009 - as above

    def try_way_back(self) -> None:
        """Lead to where the recovery code is tried."""
        self.go_to(Place.BACKUPS)
        getattr(self.page(Place.BACKUPS), "show_drill")()  # noqa: B009 - as above

    def go_to_plan(self) -> None:
        self.go_to(Place.PLAN)

    def open_wizard(self) -> None:
        """Fill the window with the plan being written; it goes on where it was left."""
        from trust_desktop.ui.plan_wizard.wizard import PlanWizard

        wizard = PlanWizard(self.vault)
        wizard.went_live.connect(self.go_to_plan)
        wizard.left.connect(self.go_to_plan)
        wizard.help_requested.connect(self._go_to_help)
        wizard.look_requested.connect(partial(self.open_help, "look"))
        self.take_over(wizard)

    def open_help(self, name: str) -> None:
        """Open one of the pages of Help & safety, such as "look" or "list"."""
        self.go_to(Place.HELP)
        getattr(self.page(Place.HELP), "open")(name)  # noqa: B009 - as above

    def open_keys(self, change: KeyChange | None = None) -> None:
        """Fill the window with what opens the vault, or with one change of it."""
        from trust_desktop.ui.keys.keys_page import KeysPage

        if self.vault.means is None:
            return
        page = KeysPage(self.vault, self.vault.means, change)
        page.left.connect(partial(self.go_to, Place.SETTINGS))
        page.closed_by_it.connect(self.lock_requested)
        self.take_over(page)

    def look_together(self) -> None:
        """Say what the view for two shows and how it is left; then let it fill the window."""
        from trust_desktop.services.together import together
        from trust_desktop.ui.proving import proof_now
        from trust_desktop.ui.together.before_sheet import BeforeSheet

        view = together(self.vault.session)
        sheet = BeforeSheet(needs_word=proof_now(self.vault) is None, empty=view.empty, parent=self)
        sheet.agreed.connect(self._show_together)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @override
    def shortcut_groups(self) -> list[Group]:
        return [*super().shortcut_groups(), page_keys.writing(), page_keys.calendar()]

    @override
    def show_help(self) -> None:
        """Lay help on this page over it. What fills the window says what it is by `help_key`, or has no help."""
        from trust_desktop.ui.help.page_help import PageHelp

        key = getattr(self.taking_over, "help_key", "")
        if self.taking_over is None and self.place is not None:
            key = self.place.name.lower()
        if not key:
            return
        sheet = PageHelp(key, self)
        sheet.finished.connect(partial(_take_back, QApplication.focusWidget()))
        sheet.help_requested.connect(self._go_to_help)
        sheet.keys_requested.connect(self.show_shortcuts)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    # --- pages

    def _today(self) -> QWidget:
        from trust_desktop.ui.today.today_page import TodayPage

        page = TodayPage(self.vault)
        page.say_it_requested.connect(self.say_it)
        page.open_day_requested.connect(self.open_day)
        page.go_to_plan_requested.connect(self._on_plan_wanted)
        page.go_to_requested.connect(self.go_to)
        page.way_back_requested.connect(self.try_way_back)
        page.look_at_requested.connect(self.look_at_action)
        page.adjust_requested.connect(self.adjust_action)
        page.write_requested.connect(self.write_about)
        return page

    def _plan(self) -> QWidget:
        from trust_desktop.ui.plan.plan_page import PlanPage

        page = PlanPage(self.vault)
        page.wizard_requested.connect(self.open_wizard)
        page.help_requested.connect(self._go_to_help)
        page.talk_requested.connect(self._go_to_talk)
        return page

    def _calendar(self) -> QWidget:
        from trust_desktop.ui.calendar.calendar_page import CalendarPage

        page = CalendarPage(self.vault)
        page.say_it_requested.connect(self.say_it)
        page.go_to_plan_requested.connect(self.go_to_plan)
        page.adjust_requested.connect(self.adjust_action)
        return page

    def _say_it(self) -> QWidget:
        from trust_desktop.ui.acknowledgement.say_it_page import SayItPage

        page = SayItPage(self.vault)
        page.help_requested.connect(self._go_to_help)
        return page

    def _pause(self) -> QWidget:
        from trust_desktop.ui.pause.pause_page import PausePage

        page = PausePage(self.vault)
        page.help_requested.connect(self._go_to_help)
        return page

    def _openings(self) -> QWidget:
        from trust_desktop.ui.openings.openings_page import OpeningsPage

        return OpeningsPage(self.vault)

    def _looking_back(self) -> QWidget:
        from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage

        page = LookingBackPage(self.vault, self.places)
        page.door_opened.connect(self._open_door)
        return page

    def _check_in(self) -> QWidget:
        from trust_desktop.ui.check_in.check_in_page import CheckInPage

        return CheckInPage(self.vault)

    def _help(self) -> QWidget:
        from trust_desktop.ui.safety.safety_page import SafetyPage

        page = SafetyPage(self.vault)
        page.back_requested.connect(self.open_wizard)
        page.gone.connect(lambda: self.go_to(Place.TODAY))
        page.keys_requested.connect(self.show_shortcuts)
        return page

    def _talk(self) -> QWidget:
        from trust_desktop.ui.talk.talk_page import TalkPage

        page = TalkPage(self.vault)
        page.plan_requested.connect(self.go_to_plan)
        page.wizard_requested.connect(self.open_wizard)
        page.help_requested.connect(self._go_to_help)
        page.together_requested.connect(self.look_together)
        return page

    def _weekly_talk(self) -> QWidget:
        from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

        page = WeeklyTalkPage(self.vault)
        page.help_requested.connect(self._go_to_help)
        page.day_requested.connect(self.open_day)
        return page

    def _story(self) -> QWidget:
        from trust_desktop.ui.story.story_page import StoryPage

        return StoryPage(self.vault)

    def _find(self) -> QWidget:
        from trust_desktop.ui.find.find_page import FindPage
        from trust_desktop.ui.found_places import go_to_found

        page = FindPage(self.vault)
        page.open_requested.connect(partial(go_to_found, self))
        return page

    def _backups(self) -> QWidget:
        from trust_desktop.ui.backups.backups_page import BackupsPage

        page = BackupsPage(self.vault.backups)
        page.left.connect(partial(self.go_to, Place.SETTINGS))
        return page

    def _settings(self) -> QWidget:
        from trust_desktop.ui.settings.settings_page import SettingsPage

        page = SettingsPage(self.vault)
        page.keys_asked.connect(self.open_keys)
        page.go_to_requested.connect(self.go_to)
        self.place_changed.connect(page.look_where)
        return page

    # --- internals

    def _on_plan_wanted(self) -> None:
        """Where there is no plan yet, wanting one means writing it; one not said yet begins with a good moment."""
        from trust_desktop.services import planning

        plan = planning.live_plan(self.vault.session)
        if plan is None:
            self.open_wizard()
        else:
            self.go_to(Place.PLAN if plan.said is not None else Place.TALK)

    def _show_together(self, word: str) -> None:
        from trust_desktop.services.together import together
        from trust_desktop.ui.proving import LeaveWord, proof_now
        from trust_desktop.ui.together.together_page import TogetherPage

        proof = proof_now(self.vault)
        view = together(self.vault.session)
        page = TogetherPage(view, proof or LeaveWord(word), by_word=proof is None)
        page.left.connect(self._end_together)
        page.lock_wanted.connect(self.lock_requested)
        self.take_over(page, alone=True)

    def _end_together(self) -> None:
        self.give_back()
        self.go_to(Place.TALK)
        self.beside_rail.count_unsaid()

    def _go_to_talk(self) -> None:
        self.go_to(Place.TALK)

    def _open_door(self, place: Place) -> None:
        """Go where looking back leads; of the pause it wants to see what was."""
        self.go_to(place)
        if place is Place.PAUSE:
            getattr(self.page(place), "show_journal")()  # noqa: B009 - as above

    def _go_to_help(self) -> None:
        self.go_to(Place.HELP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands beside the rail's words is read once the page itself can be read."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.beside_rail.show_all)

    def _copied_for(self) -> float:
        """Return for how many seconds copied words may lie on the clipboard."""
        from trust_desktop.services import settings

        session = self.vault.session
        return 0.0 if session.closed else settings.load(session).clear_clipboard_seconds


def _take_back(widget: QWidget | None, *_: object) -> None:
    """Put the keyboard back where it had been, if that is still there."""
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.window().activateWindow()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
