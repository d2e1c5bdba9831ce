"""What bears the mark of a vault on its way out: more is brought under it, or it gets back the name it had."""

from contextlib import suppress
from datetime import date

from trust_desktop.storage import quarantine, safe_files
from trust_desktop.storage.ending import NOTES, EndedFolder
from trust_desktop.storage.quarantine import AsideFolder
from trust_desktop.storage.safe_files import problems_named
from trust_desktop.storage.vault_folder import ASIDE, VaultFolder


def take_in(folder: EndedFolder, aside: AsideFolder) -> None:
    """Bring what was set aside of the same vault under its mark, so that it goes with it or comes back with it."""
    with suppress(OSError):
        aside.path.chmod(0o700)  # one that was read-only could not be moved
    with problems_named():
        aside.path.rename(folder.path / aside.path.name)


def unmark(folder: EndedFolder, day: date, *, room: bool) -> None:
    """Make it a vault again, or set it aside where its place is taken or there is no `room`. Nothing in it is lost."""
    data = folder.path.parent
    with problems_named():
        for note in NOTES:
            (folder.path / note).unlink(missing_ok=True)
        inside = sorted(path for path in folder.path.iterdir() if path.name.startswith(ASIDE))
        for path in inside:
            path.rename(quarantine.free_place(data, path.name))
    target = data / folder.name
    if room and quarantine.is_free(target):
        with problems_named():
            folder.path.rename(target)
    else:
        quarantine.put_aside(VaultFolder(folder.path), day, folder.name)
    with suppress(OSError):  # it is there under its name, whatever the disk says to the last sync
        safe_files.sync_folder(data)
