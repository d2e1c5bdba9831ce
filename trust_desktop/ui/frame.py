"""The window's frame: rail, one page at a time, Hide and Lock in the far corner, the undo bar, every shortcut."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QUndoCommand
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trust_desktop import identity
from trust_desktop.override import override
from trust_desktop.ui import capture, theme, tokens
from trust_desktop.ui.common import tab_order
from trust_desktop.ui.common.done import Step
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.undo_bar import UndoBar
from trust_desktop.ui.corner import Corner, keep_free
from trust_desktop.ui.nav_rail import BELONGS_TO, WORDS, NavRail, Place, Stop, stops
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shell import LOCK_KEY, QUIT_KEY
from trust_desktop.ui.shortcuts_sheet import Group, ShortcutsSheet, native
from trust_desktop.ui.undoing import Undoing

CONTENT: Final = 60
"""Width of content, in em, below which the rail gives up its words."""

Factory = Callable[[], QWidget]


class Frame(QMainWindow):
    """Knows no feature: pages come as factories and are built when they are first gone to."""

    lock_requested = Signal()
    hide_requested = Signal()
    place_changed = Signal(object)

    def __init__(
        self, vault: OpenVault, factories: Mapping[Place, Factory], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.vault = vault
        self._factories = dict(factories)
        self._pages: dict[Place, QWidget] = {}
        self._place: Place | None = None
        self._taking_over: QWidget | None = None
        self._alone = False
        self._taken_over = 0
        """How often something has filled the window: its number tells one from another."""
        self.setWindowTitle(identity.NAME)
        self._build_frame()
        self._build_corner()
        self._build_shortcuts()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.resize(theme.em(90), theme.em(57))
        theme.follow(self._retheme)

    # --- going places

    @property
    def place(self) -> Place | None:
        return self._place

    @property
    def places(self) -> frozenset[Place]:
        """Where one can go."""
        return frozenset(self._factories)

    def page(self, place: Place) -> QWidget:
        """The page of a place, built now if it has not been gone to yet."""
        if place not in self._pages:
            page = self._factories[place]()
            self._pages[place] = page
            self._stack.addWidget(page)
            self._reserve(page)
        return self._pages[place]

    def go_to(self, place: Place) -> None:
        """Turn to a page; what fills the window keeps what was typed and goes, unless it has to stay."""
        if place not in self._factories or self.held:
            return
        save_now = getattr(self._taking_over, "save_now", None)
        if callable(save_now):
            save_now()
        self.give_back()
        page = self.page(place)
        held = self._stack.focusWidget()
        if held is not None:
            held.clearFocus()  # or Qt hands it on to the rail, which would speak up in between
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place = place
        self.rail.set_current(BELONGS_TO.get(place, place))
        self.place_changed.emit(place)

    def take_over(self, widget: QWidget, *, alone: bool = False) -> None:
        """Fill the window with one thing (the wizard); only Lock stays beside it.

        With `alone` no page is left behind it, no key but Lock is heard, and nothing turns to a page or takes its
        place until `give_back`.
        """
        if self.held:
            return
        self.give_back()
        self._taking_over = widget
        self._taken_over += 1
        self._whole.addWidget(widget)
        self._whole.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        self._reserve(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if alone:
            self._leave_alone(alone=True)

    def give_back(self) -> None:
        """Let the frame come back and the thing that filled it go."""
        self._leave_alone(alone=False)
        widget, self._taking_over = self._taking_over, None
        if widget is not None:
            self.setFocusProxy(self._pages[self._place] if self._place is not None else self._stack)
            self._whole.setCurrentIndex(0)
            self._whole.removeWidget(widget)
            widget.deleteLater()

    @property
    def front(self) -> QWidget | None:
        """What is looked at now: what fills the window, else the page."""
        if self._taking_over is not None:
            return self._taking_over
        return self._pages.get(self._place) if self._place is not None else None

    @property
    def held(self) -> bool:
        """Whether what fills the window stays: it is there alone, or is in the midst of what has to end first."""
        return self._alone or bool(getattr(self._taking_over, "running", False))

    @property
    def taking_over(self) -> QWidget | None:
        return self._taking_over

    # --- undo

    def undo(self) -> None:
        self._undoing.undo()

    def redo(self) -> None:
        self._undoing.redo()

    # --- shortcuts

    def shortcut_groups(self) -> list[Group]:
        """What the sheet lists; a window with pages adds theirs."""
        pages = [(native(f"Ctrl+{number}"), stop.words) for number, stop in self._stops()]
        every: dict[str, str] = {}
        for keys, does, _ in self._every_shortcut():
            every[does] = " · ".join(part for part in (every.get(does), native(keys)) if part)
        every[self.tr("Hide: cover the window at once, then lock it")] = self.tr("Shift three times")
        if capture.of_the_system() is not None:
            every[self.tr("Allow screenshots of the window, or no longer")] = native(capture.KEY)
        every[self.tr("Close the window")] = native(QUIT_KEY)
        rows = tuple((keys, does) for does, keys in every.items())
        return [Group(self.tr("Pages"), tuple(pages)), Group(self.tr("Everywhere"), rows)]

    def show_help(self) -> None:
        """What F1 does; a window that has help on its pages shows it."""
        self.go_to(Place.HELP)

    def show_shortcuts(self) -> None:
        sheet = ShortcutsSheet(self.shortcut_groups(), self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    # --- events

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - the shape of Qt's method
        """Around what is there alone Tab goes by Hide and Lock: Qt would go from its end to its beginning."""
        page, focus = self._taking_over, QApplication.focusWidget()
        if not self._alone or page is None:
            return super().focusNextPrevChild(next)
        around = (page, *tab_order.stops(page), self.hide_button, self.lock_button)
        ring = [each for each in around if each.isVisible() and each.isEnabled()]
        at = ring.index(focus) if focus in ring else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        ring[(at + (1 if next else -1)) % len(ring)].setFocus(reason)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()

    # --- internals

    def _build_frame(self) -> None:
        self._whole = QStackedWidget()
        inside = QWidget()
        self._stack = QStackedWidget()
        self._undo_bar = UndoBar()
        self._undoing = Undoing(self.vault.undo_stack, self._undo_bar, self._here, self._lead_to, self)
        self._room_for_rail = QWidget()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self._undo_row = QHBoxLayout()
        self._undo_row.addWidget(self._undo_bar)
        self._undo_row.addStretch(1)
        column.addLayout(self._undo_row)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._room_for_rail)
        row.addLayout(column, 1)
        self._inside = inside
        self.rail = NavRail(tuple(self._factories), inside)
        self.rail.asked.connect(self.go_to)
        self._whole.addWidget(inside)
        # A stack tells a screen reader of its pages only: what lies over them lies on a ground of its own.
        self._ground = QWidget()
        filled = QVBoxLayout(self._ground)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self._whole)
        self.setCentralWidget(self._ground)

    def _build_corner(self) -> None:
        self._corner = Corner(self._ground)
        self._corner.hide_asked.connect(self.hide_requested)
        self._corner.lock_asked.connect(self.lock_requested)
        self.hide_button, self.lock_button = self._corner.hide, self._corner.lock

    def _build_shortcuts(self) -> None:
        for number, stop in self._stops():
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda place=stop.place: self.go_to(place))
        for keys_text, _, slot in self._every_shortcut():
            QShortcut(QKeySequence(keys_text), self).activated.connect(slot)

    def _stops(self) -> list[tuple[int, Stop]]:
        """Return the rows of the rail, each with the number of its key, which does not depend on the others."""
        return [
            (number, stop) for number, stop in enumerate(stops(), start=1) if stop.place in self._factories
        ]

    def _every_shortcut(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (LOCK_KEY, self.tr("Lock"), self.lock_requested.emit),
            ("Ctrl+Z", self.tr("Undo"), self.undo),
            ("Ctrl+Shift+Z", self.tr("Redo"), self.redo),
            ("Ctrl+Y", self.tr("Redo"), self.redo),
            ("F1", self.tr("Help on this page"), self.show_help),
            ("Ctrl+F", self.tr("Find"), lambda: self.go_to(Place.FIND)),
            ("Ctrl+,", self.tr("Settings"), lambda: self.go_to(Place.SETTINGS)),
            ("Ctrl+/", self.tr("This list of shortcuts"), self.show_shortcuts),
        )

    def _leave_alone(self, *, alone: bool) -> None:
        if alone == self._alone:
            return
        self._alone = alone
        for keys in self.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            keys.setEnabled(not alone or keys.key() == QKeySequence(LOCK_KEY))
        if alone:
            self._undo_bar.hide()
            self.rail.set_unsaid(0)
            self._let_go_of_pages()

    def _let_go_of_pages(self) -> None:
        """Keep what was typed on them and let them go; each is built anew when it is gone to."""
        for page in self._pages.values():
            for widget in (page, *page.findChildren(QWidget)):
                save_now = getattr(widget, "save_now", None)
                if callable(save_now):
                    save_now()
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._place = None

    def _here(self) -> object:
        """What is looked at now: the place, or the number of what fills the window."""
        return self._place if self._taking_over is None else self._taken_over

    def _lead_to(self, done_at: object, step: QUndoCommand) -> bool:
        """Show where a step was done; from what fills the window nothing is left for that."""
        if done_at != self._here():
            if self._taking_over is not None:
                return False
            if isinstance(done_at, Place):
                self.go_to(done_at)
        show_day, day = getattr(self.front, "show_day", None), step.day if isinstance(step, Step) else None
        if callable(show_day) and day is not None:
            show_day(day)
        return True

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.rail.close_words()

    def _reserve(self, page: QWidget) -> None:
        for each in (page, *page.findChildren(Page)):
            keep_free(each, self._corner)
        self._corner.raise_up()

    def _arrange(self) -> None:
        content = self.width() - theme.px(WORDS)
        self.rail.set_narrow(narrow=content < theme.em(CONTENT))
        self._room_for_rail.setFixedWidth(self.rail.takes)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.rail.resize(self.rail.width(), self._ground.height())
        self.rail.move(self._ground.width() - self.rail.width() if right_to_left else 0, 0)
        worded, takes = self._corner.room, self.rail.takes
        self._corner.arrange(takes)
        if self._corner.room != worded:
            for page in (*self._pages.values(), self._taking_over):
                if page is not None:
                    self._reserve(page)

    def _retheme(self) -> None:
        margin = theme.space(tokens.PAGE_MARGIN)
        self._undo_row.setContentsMargins(margin, 0, margin, 0)
        for page in self._pages.values():
            self._reserve(page)
        self._arrange()
