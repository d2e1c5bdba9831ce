"""The neutral name under which the system sees this program: the one place it is written."""

from typing import Final

NAME: Final = "Daybook"
"""Window title, desktop entry and lock screen."""

ID: Final = "org.daybook.Daybook"
"""Desktop file and application id."""

EXECUTABLE: Final = "daybook"
"""Name of the installed program and of its folders."""

KEYRING_SERVICE: Final = "org.daybook.vault"
"""Prefix of a keyring service; eight hexadecimal digits of the vault's folder follow."""

KEYRING_LABEL: Final = "Daybook"
"""What a person sees in the keyring's own window."""

MAX_VAULTS: Final = 5
"""Vaults in one account."""
