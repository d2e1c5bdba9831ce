"""Help & safety: a first page with a row for each thing, and the pages behind the rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.list_page import ListPage
from trust_desktop.ui.safety.look_page import LookPage
from trust_desktop.ui.safety.overview import Overview
from trust_desktop.ui.safety.sub_page import ReadPage, SubPage
from trust_desktop.ui.safety.text_pages import SectionsPage, WeekPage

if TYPE_CHECKING:
    from collections.abc import Callable


class SafetyPage(QWidget):
    """Each page behind a row is built when it is first gone to. Whoever came from writing the plan finds the way back."""

    back_requested = Signal()
    gone = Signal()
    """The quick way out of the private look."""

    keys_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._offered = False
        self.overview = Overview()
        self.overview.asked.connect(self.open)
        self.overview.back_requested.connect(self.back_requested)
        self._factories: dict[str, Callable[[], SubPage]] = {
            "look": self._look,
            "list": lambda: ListPage(vault),
            "protects": lambda: SectionsPage("protects"),
            "method": lambda: SectionsPage("method"),
            "week": WeekPage,
        }
        self._pages: dict[str, SubPage] = {}
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.overview)

    @property
    def current(self) -> ReadPage:
        shown = self._stack.currentWidget()
        assert isinstance(shown, ReadPage)
        return shown

    def offer_way_back(self, *, offered: bool) -> None:
        """Show or take away the button that leads back to the plan being written; begin on the first page."""
        self._offered = offered
        for page in (self.overview, *self._pages.values()):
            page.offer_way_back(offered=offered)
        self._show(self.overview)

    def open(self, name: str) -> None:
        """Open what a row of the first page stands for."""
        if name == "keys":
            self.keys_requested.emit()
            return
        self._show(self.page(name))

    def page(self, name: str) -> SubPage:
        if name not in self._pages:
            page = self._factories[name]()
            page.left.connect(self._on_left)
            page.back_requested.connect(self.back_requested)
            page.offer_way_back(offered=self._offered)
            page.reserve_corner(self.overview.corner)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.current.setFocus(event.reason())

    def _look(self) -> LookPage:
        page = LookPage(self._vault)
        page.list_requested.connect(lambda: self.open("list"))
        page.gone.connect(self._on_gone)
        return page

    def _show(self, page: ReadPage) -> None:
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        name = next(name for name, page in self._pages.items() if page is self.current)
        self._show(self.overview)
        self.overview.doors[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_gone(self) -> None:
        self._show(self.overview)
        self.gone.emit()
