"""Pictures of every page: light, dark, and light at twice the text size. `dev screenshots DIR`."""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from docs import scenes
from trust_desktop.ui import theme, translations

LOOKS: Final = (("light", 1.0), ("dark", 1.0), ("light", 2.0))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: screenshots DIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    translations.install(app, "en_GB")
    QLocale.setDefault(QLocale("en_GB"))
    for look, scale in LOOKS:
        theme.apply(app, look, scale)
        suffix = look if scale == 1.0 else f"{look}-{scale:.0%}".replace("%", "")
        for name, page, size in scenes.every_scene():
            take(page, size, folder / f"{name}-{suffix}.png")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def take(page: QWidget, size: tuple[int, int], file: Path) -> None:
    page.resize(*size)
    page.show()
    scenes.settle()
    if not page.grab().save(str(file), "PNG", 0):
        raise OSError(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
