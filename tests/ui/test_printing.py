"""What is printed is seen first, and no file is written."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui import printing
from trust_desktop.ui.printing import PrintSheet, show_print


def _document() -> QTextDocument:
    document = QTextDocument()
    document.setHtml("<h1>The plan</h1>" + "<p>Phone on the table at dinner.</p>" * 120)
    return document


def test_every_page_is_shown_before_it_is_printed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    document = _document()
    sheet = show_print(document, window)
    qtbot.waitUntil(lambda: sheet.preview.pageCount() > 1)
    assert sheet.windowTitle() == sheet.printer.docName() == "Daybook"
    assert "Phone on the table" in sheet.preview.accessibleDescription()
    assert sheet.close_button.isVisible()
    sheet.close_button.click()
    qtbot.waitUntil(lambda: not window.findChildren(PrintSheet))


def test_without_a_printer_the_button_says_why(qtbot: QtBot, monkeypatch) -> None:
    class NoPrinters:
        @staticmethod
        def availablePrinterNames() -> list[str]:
            return []

    monkeypatch.setattr(printing, "QPrinterInfo", NoPrinters)
    sheet = PrintSheet(_document())
    qtbot.addWidget(sheet)
    assert not sheet.print_button.isEnabled()
    assert sheet.hint.text() == "No printer is set up on this computer."
