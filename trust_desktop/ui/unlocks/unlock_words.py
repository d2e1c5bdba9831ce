"""An opening of the vault in words, without a sign of alarm: what it means is for the person to say."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.unlock import OpenedBy, Unlock
from trust_desktop.services.session import VaultSession, on_the_clock
from trust_desktop.ui.common.day_words import clock, short_day


def since_words(session: VaultSession, this: Unlock, before: Unlock | None) -> str:
    """One line for after the unlocking: when it was open last, and what failed since."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    if before is not None:
        pattern = translate("UnlockWords", "Last opened {when}, {how}.")
        parts.append(pattern.format(when=when(session, before.at), how=how(before.by)))
    return " ".join([*parts, *_in_vain_words(session, this)])


def listed_words(session: VaultSession, unlock: Unlock) -> str:
    """One entry of the list."""
    pattern = QCoreApplication.translate("UnlockWords", "{when}, {how}")
    words = pattern.format(when=when(session, unlock.at), how=how(unlock.by))
    return words[:1].upper() + words[1:]


def before_words(session: VaultSession, unlock: Unlock) -> str:
    """What was noticed before an opening of the list; nothing where all was as usual."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    if unlock.in_vain:
        pattern = translate(
            "UnlockWords", "Before that, %Ln attempt(s) did not open it{last}.", "", unlock.in_vain
        )
        parts.append(pattern.format(last=_last(session, unlock)))
    return " ".join([*parts, *_note_gone(unlock)])


def when(session: VaultSession, moment: datetime) -> str:
    there = on_the_clock(session, moment)
    today, day = on_the_clock(session, session.now()).date(), there.date()
    translate = QCoreApplication.translate
    if day == today:
        return translate("UnlockWords", "today at {time}").format(time=clock(there))
    pattern = translate("UnlockWords", "{day} at {time}")
    return pattern.format(day=short_day(day, today), time=clock(there))


def how(by: OpenedBy) -> str:
    translate = QCoreApplication.translate
    return {
        OpenedBy.PASSPHRASE: translate("UnlockWords", "with the passphrase"),
        OpenedBy.KEYRING: translate("UnlockWords", "by the keyring"),
        OpenedBy.RECOVERY: translate("UnlockWords", "with the recovery code"),
        OpenedBy.SETUP: translate("UnlockWords", "when it was made"),
    }[by]


def _in_vain_words(session: VaultSession, unlock: Unlock) -> list[str]:
    parts: list[str] = []
    if unlock.in_vain:
        pattern = QCoreApplication.translate(
            "UnlockWords", "%Ln attempt(s) since did not open it{last}.", "", unlock.in_vain
        )
        parts.append(pattern.format(last=_last(session, unlock)))
    return [*parts, *_note_gone(unlock)]


def _last(session: VaultSession, unlock: Unlock) -> str:
    if unlock.last_in_vain_at is None:
        return ""
    pattern = QCoreApplication.translate("UnlockWords", ", the last {when}")
    return pattern.format(when=when(session, unlock.last_in_vain_at))


def _note_gone(unlock: Unlock) -> list[str]:
    if not unlock.note_gone:
        return []
    translate = QCoreApplication.translate
    return [translate("UnlockWords", "The file that counts attempts was taken away or replaced meanwhile.")]
