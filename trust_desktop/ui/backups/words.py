"""How backups and what happened to them are said."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.domain.backup import BackupContents, BackupState
from trust_desktop.services.backup_places import Concern, Judgement
from trust_desktop.ui.common.day_words import clock, day_with_year


def moment_words(moment: datetime) -> str:
    pattern = QCoreApplication.translate("BackupWords", "{day}, {time}")
    return pattern.format(day=day_with_year(moment.date()), time=clock(moment))


def problem_words(kind: str) -> str:
    """What kept a backup from being made; `kind` is the name of the problem."""
    translate = QCoreApplication.translate
    words = {
        "BackupPlaceMissing": translate(
            "BackupWords", "The drive or folder was not there. The next one is made when it is back."
        ),
        "DiskFull": translate(
            "BackupWords",
            "There was no room left for it. Older ones stay until a new one is made and checked.",
        ),
        "ReadOnlyFolder": translate(
            "BackupWords", "The folder could not be written. Older ones are untouched."
        ),
        "BackupUnreadable": translate(
            "BackupWords",
            "What was read back was not what had been written. Take another drive; older ones are untouched.",
        ),
        "VaultDamaged": translate(
            "BackupWords",
            "The vault itself could not be read through. Keep the older backups: none was touched.",
        ),
    }
    return words.get(kind) or translate("BackupWords", "It could not be made. Older ones are untouched.")


def state_words(now: BackupState) -> str:
    """When the last one was made, and what came in between since."""
    translate = QCoreApplication.translate
    if not now.folder:
        return translate(
            "BackupWords", "None are made yet. Your words are in one place only, on this computer."
        )
    last = (
        translate("BackupWords", "The last one was made on {moment}, and read back.").format(
            moment=moment_words(now.last.made)
        )
        if now.last is not None
        else translate("BackupWords", "None has been made there yet.")
    )
    return " ".join([last, problem_words(now.problem)] if now.problem else [last])


def concern_words(found: Judgement) -> list[str]:
    """A sentence for each thing to know about a folder before it is taken."""
    translate = QCoreApplication.translate
    words = {
        Concern.NOT_THERE: translate("BackupWords", "This folder is not there."),
        Concern.NOT_WRITABLE: translate("BackupWords", "Nothing can be written into this folder."),
        Concern.AMONG_THE_VAULTS: translate(
            "BackupWords", "The vaults themselves lie here. What happens to them would happen to the backups."
        ),
        Concern.SYNCED: translate(
            "BackupWords",
            "{service} copies this folder to other computers. Backups are encrypted, yet whoever has that account has"
            " them, and old ones may stay there after you removed them.",
        ).format(service=found.service),
        Concern.MAY_BE_SYNCED: translate(
            "BackupWords",
            "A service may copy this folder to other computers without saying so. A drive of your own does not.",
        ),
        Concern.SAME_DISK: translate(
            "BackupWords",
            "This folder lies on the same disk as the vault. It helps against mistakes, not against a disk that fails"
            " or a computer that is gone.",
        ),
    }
    return [words[concern] for concern in found.concerns]


def contents_words(contents: BackupContents) -> list[str]:
    """What is in a backup: days, and how much of each kind."""
    translate = QCoreApplication.translate
    days = (
        translate("BackupWords", "From {first} to {last}").format(
            first=_day(contents.first_day), last=_day(contents.last_day)
        )
        if contents.first_day is not None and contents.last_day is not None
        else translate("BackupWords", "No day is marked in it yet. What was begun is in it all the same.")
    )
    counted = (
        (translate("BackupWords", "Plans: {count}"), contents.plans),
        (translate("BackupWords", "Marks: {count}"), contents.marks),
        (translate("BackupWords", "Words said: {count}"), contents.acknowledgements),
    )
    return [days, *(pattern.format(count=QLocale().toString(count)) for pattern, count in counted)]


def _day(day: date) -> str:
    return day_with_year(day)
