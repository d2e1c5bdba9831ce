"""How a vault is protected, in plain words."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.vault import Protection, VaultInfo


def protection_words(info: VaultInfo | None) -> tuple[str, ...]:
    """Return what opens the vault, what that does not keep out, and what the recovery code needs."""
    translate = QCoreApplication.translate
    protection = info.protection if info is not None else None
    words = {
        Protection.DEVICE_AND_PASSPHRASE: (
            translate(
                "SettingsPage", "Your passphrase and a secret in this computer's keyring open it together."
            ),
            translate("SettingsPage", "Someone else at this login cannot open it without the passphrase."),
        ),
        Protection.DEVICE: (
            translate("SettingsPage", "This computer's keyring opens it, without a passphrase."),
            translate("SettingsPage", "Locking only covers the screen; whoever uses this login can open it."),
        ),
        Protection.PASSPHRASE: (
            translate("SettingsPage", "Your passphrase alone opens it; no keyring takes part."),
            translate("SettingsPage", "A copy of the file is protected by the passphrase only."),
        ),
    }
    if info is None or protection is None:
        return (translate("SettingsPage", "This is an example. Nothing in it is kept."),)
    recovery = (
        translate("SettingsPage", "The recovery code works together with the passphrase.")
        if info.recovery_needs_passphrase
        else translate(
            "SettingsPage", "The recovery code works alone. Keep the paper where nobody at home looks."
        )
    )
    return (*words[protection], recovery)
