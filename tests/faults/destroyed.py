"""Destroys vault after vault in children that are killed at one step after the other; one thread only, so a process.

Called as `python -m tests.faults.destroyed FOLDER ROUNDS`; prints one JSON line with what was seen.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.support.file_store import FileStore
from tests.support.vaults import finished_vault, places_in
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.services import destroying, vault_listing, vaults
from trust_desktop.services.vaults import Asking, Places

STEPS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.rmtree")
"""What Python tells of before it asks the system for it."""

LONGEST = 0.01


class Round:
    """One vault on a disk and in a keyring of its own."""

    def __init__(self, folder: Path, template: Path) -> None:
        shutil.copytree(template, folder)
        self.places = Places(folder / "data", folder / "run")
        self.store = FileStore(folder / "keyring")
        (listing,) = vaults.list_vaults(self.places)
        self.info: VaultInfo = listing.info

    def set_aside_too(self) -> None:
        """Something of the same vault lies beside it, as after damage and a restored backup."""
        here = self.places.data / self.info.folder
        shutil.copytree(here, here.with_name(f"aside-{here.name}-2026-11-24"))

    def destroy(self) -> None:
        destroying.mark(self.places, self.info)
        destroying.finish(self.places, self.store, Asking())

    def destroy_everything(self) -> None:
        (self.places.data / "window.ini").touch()
        destroying.mark_everything(self.places, self.info)
        destroying.finish(self.places, self.store, Asking())

    def take_off(self) -> None:
        if (self.places.data / self.info.folder).exists():
            shutil.rmtree(self.places.data / self.info.folder)
        if destroying.can_be_taken_off(self.places, 1):
            destroying.take_off(self.places, self.store, 1, Asking())

    def check(self, work: Callable[["Round"], None]) -> bool:
        """Old or gone, never neither; whether it was the old one still. Afterwards all of it is gone."""
        listed = vaults.list_vaults(self.places)
        old = [one.state for one in listed] == [VaultState.READY]
        if old:
            vaults.unlock(self.places, self.store, 1, None).close()
        if vault_listing.unfinished(self.places):
            remains = destroying.finish(self.places, self.store, Asking())
            if remains.kept:  # killed before its keys were gone: it is the vault as before
                vaults.unlock(self.places, self.store, 1, None).close()
                old = True
            else:
                assert remains in _DONE, remains
        destroying.finish_quietly(self.places, self.store)
        if vaults.list_vaults(self.places) or vaults.missing(self.places, ()):
            assert old or work is Round.take_off, listed
            work(self)
        assert vaults.list_vaults(self.places) == ()
        assert vaults.missing(self.places, ()) == ()
        assert self.store.items() == []
        assert {path.name for path in self.places.data.iterdir()} <= {"window.ini"}
        return old


_DONE = (destroying.Remains(), destroying.Remains(everything=True))
WORKS = (Round.destroy, Round.destroy_everything, Round.take_off)


def killed(work: Callable[[], object], at: int | None) -> int:
    """Run it in a child that is killed at one of its steps, or at any moment; how many steps there were if it ended."""
    child = os.fork()
    if not child:
        code = 1
        try:
            seen = _kill_at(at)
            work()
            code = min(250, 2 + len(seen))
        except Exception:  # noqa: BLE001 - the parent's stack must not be unwound in the child
            traceback.print_exc()
        finally:
            os._exit(code)
    if at is None:
        time.sleep(random.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return 0
    assert os.WEXITSTATUS(status) != 1
    return os.WEXITSTATUS(status) - 2


def _kill_at(at: int | None) -> list[str]:
    seen: list[str] = []

    def hear(event: str, _arguments: object) -> None:
        if event in STEPS:
            seen.append(event)
            if len(seen) == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    return seen


def main(folder: str, rounds: str) -> None:
    root = Path(folder)
    template = root / "template"
    places = places_in(template)
    template.mkdir()
    finished_vault(places, FileStore(template / "keyring"))
    plan: list[tuple[Callable[[Round], None], int | None]] = []
    seen = {"rounds": 0, "killed": 0, "old": 0, "steps": 0}
    for work in WORKS:
        one = Round(root / work.__name__, template)
        if work is not Round.take_off:
            one.set_aside_too()
        steps = killed(lambda one=one, work=work: work(one), 0)  # type: ignore[misc]  # bound at once
        seen["steps"] += steps
        plan += [(work, at) for at in range(1, steps + 1)] + [(work, None)]
    random.shuffle(plan)
    for number in range(int(rounds)):
        work, at = plan[number % len(plan)]
        one = Round(root / f"round-{number}", template)
        if work is not Round.take_off:
            one.set_aside_too()
        seen["killed"] += killed(lambda one=one, work=work: work(one), at) == 0  # type: ignore[misc]  # as above
        seen["old"] += _checked(one, work)
        seen["rounds"] += 1
        shutil.rmtree(root / f"round-{number}")
    print(json.dumps(seen))


def _checked(one: Round, work: Callable[[Round], None]) -> bool:
    child = os.fork()
    if not child:
        code = 2
        try:
            code = int(one.check(work))
        except Exception:  # noqa: BLE001 - as above
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WEXITSTATUS(status) == 2:
        raise SystemExit("a check did not hold")
    return bool(os.WEXITSTATUS(status))


if __name__ == "__main__":
    main(*sys.argv[1:])
