"""The backups of a vault that are known to it, in a sentence: they stay when it goes."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import TrustError
from trust_desktop.services import backing_up
from trust_desktop.services.session import VaultSession


def known_copies(session: VaultSession) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    folder = backing_up.state(session).folder
    if not folder:
        return ()
    try:
        number = len(backing_up.found(session))
    except TrustError:
        words = translate("LeaveSheet", "its backups in {folder}, which is not here now; perhaps on a drive")
    else:
        if not number:
            return ()
        words = translate("LeaveSheet", "%Ln backup(s) in {folder}", "", number)
    return (words.format(folder=folder),)
