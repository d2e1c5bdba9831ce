"""The settings a vault keeps inside itself."""

from trust_desktop.domain.settings import VaultSettings
from trust_desktop.services.session import VaultSession


def load(s: VaultSession) -> VaultSettings:
    raise NotImplementedError


def save(s: VaultSession, settings: VaultSettings) -> VaultSettings:
    raise NotImplementedError
