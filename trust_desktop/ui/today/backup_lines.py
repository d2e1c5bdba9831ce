"""The line that says once why no backup was made, and the one that offers a try of the ways back."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from trust_desktop.services import backing_up, recovery_drill
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def not_made(asking: Asking) -> Iterator[QuietLine]:
    kind = backing_up.to_be_said(asking.session)
    if not kind:
        return
    from trust_desktop.ui.backups.words import problem_words

    translate = QCoreApplication.translate
    last = backing_up.state(asking.session).last
    if last is not None and last.made.date() == asking.view.day:
        pattern = translate("BackupLines", "What came last is not in a backup yet. {why}")
    else:
        pattern = translate("BackupLines", "There is no backup of today yet. {why}")
    words = pattern.format(why=problem_words(kind))
    doors = (
        Door(translate("BackupLines", "See backups"), lambda: asking.go_to(Place.BACKUPS)),
        Door(
            translate("BackupLines", "All right"),
            partial(backing_up.note_said, asking.session),
            translate("BackupLines", "All right: do not say it again"),
        ),
    )
    yield QuietLine(Matter.BACKUP, words, doors)


def drill(asking: Asking) -> Iterator[QuietLine]:
    if not recovery_drill.offered(asking.session):
        return
    translate = QCoreApplication.translate
    words = translate(
        "BackupLines", "Does your recovery paper work? Trying it takes two minutes and changes nothing."
    )
    doors = (
        Door(
            translate("BackupLines", "Try it"),
            asking.try_way_back,
            translate("BackupLines", "Try the recovery code"),
        ),
        Door(
            translate("BackupLines", "Later"),
            partial(recovery_drill.put_off, asking.session),
            translate("BackupLines", "Later: put the try off"),
        ),
        Door(
            translate("BackupLines", "Not at all"),
            partial(recovery_drill.decline, asking.session),
            translate("BackupLines", "Not at all: do not offer the try again"),
        ),
    )
    yield QuietLine(Matter.DRILL, words, doors)
