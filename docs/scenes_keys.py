"""What opens a vault and how it is changed, for pictures."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.services import vaults
from trust_desktop.ui.keys.ask_step import AskStep
from trust_desktop.ui.keys.keys_page import KeysPage
from trust_desktop.ui.keys.steps import CodeStep, DoneStep, ProofStep
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vault_forms.means import Means

USUAL: Final = (1180, 760)

Scene = tuple[str, QWidget, tuple[int, int]]


class Given(Protocol):
    """A folder and a keyring that are gone afterwards."""

    def __call__(self) -> AbstractContextManager[Means]: ...


def every_page(means: Given, passphrase: str, code: str) -> Iterator[Scene]:
    with means() as given:
        new = vaults.create(
            given.places,
            given.store,
            protection=Protection.DEVICE_AND_PASSPHRASE,
            passphrase=passphrase,
            recovery_with_passphrase=True,
            cost=given.cost,
        )
        vault = OpenVault(vaults.prove_recovery(given.places, new, new.recovery_code))
        shell, page = Shell(), KeysPage(vault, given)
        shell.show_page(page)
        yield "keys", shell, USUAL
        for change in (KeyChange.PASSPHRASE, KeyChange.RECOVERY_CODE, KeyChange.DATABASE_KEY):
            page.ask(change)
            assert isinstance(page.current, AskStep)
            yield f"keys-{change.name.lower().replace('_', '-')}", shell, USUAL
        page.ask(KeyChange.DROP_PASSPHRASE)
        yield "keys-drop-passphrase", shell, USUAL
        shell.show_page(CodeStep(code, together=True))
        yield "keys-new-code", shell, USUAL
        shell.show_page(ProofStep(code))
        yield "keys-new-code-proof", shell, USUAL
        shell.show_page(DoneStep(KeyChange.PASSPHRASE))
        yield "keys-done", shell, USUAL
        vault.close()
        shell.close()
        shell.deleteLater()
