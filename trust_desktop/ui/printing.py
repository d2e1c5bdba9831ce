"""A sheet before it is printed: every page as it will be, and nothing written anywhere but to the printer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import (
    QAbstractPrintDialog,
    QPrintDialog,
    QPrinter,
    QPrinterInfo,
    QPrintPreviewWidget,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop import identity
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.labels import CaptionLabel, TitleLabel
from trust_desktop.ui.dialog import Dialog


class PrintSheet(Dialog):
    """The pages, and under them what leads on. The job is named like the program, never like its words."""

    def __init__(self, document: QTextDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(identity.NAME)
        self.printer.setCreator(identity.NAME)
        self.preview = QPrintPreviewWidget(self.printer)
        self.preview.setAccessibleName(self.tr("The pages as they will be printed"))
        self.preview.setAccessibleDescription(document.toPlainText())
        self.preview.paintRequested.connect(self._document.print_)
        self.print_button = PrimaryButton(self.tr("Print…"))
        self.close_button = QuietButton(self.tr("Close"))
        self.hint = CaptionLabel(self._hint())
        self.print_button.setEnabled(bool(QPrinterInfo.availablePrinterNames()))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(TitleLabel(self.tr("Before it is printed")))
        column.addWidget(self.preview, 1)
        column.addWidget(self.hint)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.print_button)
        column.addLayout(buttons)
        margin = theme.space(tokens.PAGE_MARGIN)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.space(12))
        self.preview.fitInView()
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        parent = self.parentWidget()
        room = parent.window().size() if parent else QGuiApplication.primaryScreen().availableSize()
        self.resize(room * 0.9)

    def _hint(self) -> str:
        if not QPrinterInfo.availablePrinterNames():
            return self.tr("No printer is set up on this computer.")
        return self.tr(
            "Printers and their queues may keep a copy. Print where nobody else collects the paper."
        )

    def _on_print(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(lambda: self._document.print_(self.printer))
        dialog.accepted.connect(self.accept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()


def show_print(document: QTextDocument, parent: QWidget) -> PrintSheet:
    """Show a sheet over the window of `parent`; it goes by itself."""
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, identity.NAME)
    sheet = PrintSheet(document, parent.window())
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
    return sheet
