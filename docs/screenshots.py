"""Pictures of every page of the example vault: light, dark, and light at twice the text size. `dev screenshots DIR`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop import demo
from trust_desktop.domain.vault import Protection
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme, translations
from trust_desktop.ui.background import Background
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.wizard import PlanWizard
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vaults.means import Means
from trust_desktop.ui.vaults.opening import Opening

LOOKS: Final = (("light", 1.0), ("dark", 1.0), ("light", 2.0))
EVENING: Final = datetime(2026, 11, 20, 21, 40, tzinfo=timezone(timedelta(hours=1)))
SIZE: Final = (1180, 760)
PAGES: Final = {
    Place.TODAY: "today",
    Place.PLAN: "plan",
    Place.CALENDAR: "calendar",
    Place.SAY_IT: "say-it",
    Place.HELP: "help-and-safety",
    Place.SETTINGS: "settings",
}


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
        for name, build in ways_in():
            with build() as page:
                take(page, folder / f"{name}-{suffix}.png")
        for name, page in pages_of_the_example():
            take(page, folder / f"{name}-{suffix}.png")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def ways_in() -> Iterator[tuple[str, Callable[[], AbstractContextManager[QWidget]]]]:
    yield "first-run", partial(opening, vault=False)
    yield "lock-screen", partial(opening, vault=True)


@contextmanager
def opening(*, vault: bool) -> Iterator[QWidget]:
    with tempfile.TemporaryDirectory() as folder:
        places, store = Places(data=Path(folder, "data"), runtime=Path(folder, "run")), MemoryStore()
        if vault:
            protection = Protection.DEVICE_AND_PASSPHRASE
            passphrase = vaults.offer_passphrase()
            new = vaults.create(
                places,
                store,
                protection=protection,
                passphrase=passphrase,
                recovery_with_passphrase=False,
                cost=FLOOR,
            )
            vaults.prove_recovery(places, new, new.recovery_code).close()
        background = Background()
        shell, page = Shell(), Opening(Means(places, store, background, cost=FLOOR))
        page.start()
        shell.show_page(page)
        yield shell
        page.abandon()
        background.stop()
        close(shell)


def pages_of_the_example() -> Iterator[tuple[str, QWidget]]:
    vault = OpenVault(demo.open_demo(EVENING))
    window = MainWindow(vault, {Place.SETTINGS: lambda: SettingsPage(vault)})
    for place, name in PAGES.items():
        window.go_to(place)
        yield name, window
    window.take_over(PlanWizard(vault))
    yield "plan-wizard", window
    vault.close()
    close(window)


def take(page: QWidget, file: Path) -> None:
    page.resize(*SIZE)
    page.show()
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    if not page.grab().save(str(file)):
        raise OSError(file)


def close(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
