"""Two languages nobody speaks: longer accented text shows what is cut off or untranslated; the other runs right to left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from trust_desktop.dev import translations


@pytest.fixture(scope="session")
def pseudo_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every string that the extraction finds in the window's code, accented and 40 % longer, compiled."""
    folder = tmp_path_factory.mktemp("pseudo")
    source, catalogue = folder / "daybook_xx.ts", folder / "daybook_xx.qm"
    translations.extract(source, plural_only=False)
    translations.make_pseudo(source)
    translations.compile_catalogue(source, catalogue)
    return catalogue


@pytest.fixture
def pseudo_locale(qapp: QApplication, pseudo_catalogue: Path) -> Iterator[None]:
    """Widgets built in this test speak the pseudo-language; `translations.is_pseudo` tells its text from others."""
    translator = QTranslator()
    assert translator.load(str(pseudo_catalogue))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def right_to_left(qapp: QApplication) -> None:
    """Widgets built in this test are mirrored, and the locale is one that is written from right to left."""
    QLocale.setDefault(QLocale("ar_EG"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
