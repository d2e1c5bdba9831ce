"""The window's language: Qt's own words, ours with their plural forms, and the direction of reading."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from trust_desktop import identity, resources

__all__ = ["install", "languages", "remove"]

_OURS = identity.EXECUTABLE
_QTS = "qtbase"


def install(app: QGuiApplication, language: str = "") -> QLocale:
    """Speak `language`, or the system's where there is none; numbers and dates stay as the person's region writes them.

    Call before the first widget is built.
    """
    remove(app)
    locale = QLocale(language) if language else QLocale.system()
    spoken = locale if _speaks(locale) else QLocale(QLocale.Language.English)
    _load(app, _QTS, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), spoken)
    _load(app, _OURS, str(resources.path("i18n")), spoken)
    QLocale.setDefault(locale)
    app.setLayoutDirection(spoken.textDirection())  # Qt does not follow the locale by itself
    return locale


def languages() -> tuple[str, ...]:
    """Codes of the languages that the window can speak."""
    found = (path.stem.removeprefix(f"{_OURS}_") for path in resources.path("i18n").glob(f"{_OURS}_*.qm"))
    return tuple(sorted(found))


def _speaks(locale: QLocale) -> bool:
    return QLocale.languageToCode(locale.language()) in languages()


def _load(app: QGuiApplication, catalogue: str, folder: str, locale: QLocale) -> None:
    translator = QTranslator()
    if translator.load(locale, catalogue, "_", folder):
        translator.setObjectName(_OURS)
        translator.setParent(app)
        QCoreApplication.installTranslator(translator)


def remove(app: QGuiApplication) -> None:
    for translator in app.findChildren(QTranslator, _OURS):
        QCoreApplication.removeTranslator(translator)
        translator.setParent(None)
