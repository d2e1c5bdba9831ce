"""The bundled serif, loaded when the first words are set in it."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from trust_desktop import resources


@cache
def serif_family() -> str:
    """Family of the serif; the platform's own where the bundled file cannot be used."""
    number = QFontDatabase.addApplicationFont(str(resources.path("fonts", "SourceSerif4-Regular.ttf")))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else "serif"
