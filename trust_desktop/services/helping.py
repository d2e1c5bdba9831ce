"""The private look's answers, kept only when asked; help of one's own; the country whose list is shown."""

from collections.abc import Iterable
from dataclasses import replace

from trust_desktop.domain.safety import Answered, HelpEntry, KeptAnswers
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import help_entries, safety_answers


def kept_answers(s: VaultSession) -> tuple[KeptAnswers, ...]:
    """Return what was kept of the private look, the newest first."""
    with s.read() as transaction:
        return safety_answers.every(transaction)


def keep_answers(s: VaultSession, answers: Iterable[Answered]) -> KeptAnswers:
    """Keep answers as they stand now. Nothing else ever stores one."""
    now, given = s.now(), tuple(answers)
    with s.write(Change.HELP) as transaction:
        return KeptAnswers(safety_answers.add(transaction, given, now), given, now)


def erase_answers(s: VaultSession, id_: int) -> None:
    with s.write(Change.HELP) as transaction:
        safety_answers.erase(transaction, id_)


def restore_answers(s: VaultSession, kept: KeptAnswers) -> None:
    """Put erased answers back as they were."""
    with s.write(Change.HELP) as transaction:
        safety_answers.put_back(transaction, kept)


def entries(s: VaultSession) -> tuple[HelpEntry, ...]:
    with s.read() as transaction:
        return help_entries.every(transaction)


def add_entry(s: VaultSession, name: str, text: str) -> HelpEntry:
    now, name, text = s.now(), name.strip(), text.strip()
    with s.write(Change.HELP) as transaction:
        return HelpEntry(help_entries.add(transaction, name, text, now), name, text, now)


def change_entry(s: VaultSession, entry: HelpEntry, name: str, text: str) -> HelpEntry:
    """Give an entry other words; its day becomes the one on which it was last written down."""
    changed = replace(entry, name=name.strip(), text=text.strip(), added_at=s.now())
    put_entry(s, changed)
    return changed


def put_entry(s: VaultSession, entry: HelpEntry) -> None:
    """Put an entry where it was, or back after it was erased."""
    with s.write(Change.HELP) as transaction:
        help_entries.put(transaction, entry)


def erase_entry(s: VaultSession, id_: int) -> None:
    with s.write(Change.HELP) as transaction:
        help_entries.erase(transaction, id_)


def country(s: VaultSession) -> str:
    """Return the code of the country whose list is looked at; blank as long as none was chosen."""
    with s.read() as transaction:
        return help_entries.country(transaction)


def choose_country(s: VaultSession, code: str) -> None:
    with s.write(Change.HELP) as transaction:
        help_entries.set_country(transaction, code)
