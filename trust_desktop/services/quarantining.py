"""Setting a vault aside that cannot be opened, because the person chose to, and putting it back. Nothing is deleted."""

from dataclasses import dataclass
from datetime import date

from trust_desktop import identity
from trust_desktop.domain.errors import Rule, RuleBroken, VaultInUse, VaultMissing, VaultProblem
from trust_desktop.services import vault_listing, whole_keys
from trust_desktop.services.session import local_now
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import quarantine, vault_numbers
from trust_desktop.storage.quarantine import AsideFolder
from trust_desktop.storage.vault_folder import VaultFolder


@dataclass(frozen=True, slots=True)
class AsideVault:
    """As it is listed: by its number, or its label; number 0 where neither is known any more."""

    place: str
    """The name of its folder now."""
    number: int
    label: str
    day: date


def set_aside(places: Places, number: int) -> None:
    """Rename its folder within the data folder. Its key in the keyring and its number stay its own.

    Raises VaultInUse, ReadOnlyFolder, SomethingInTheWay, VaultMissing; then it stays where it is.
    """
    _, folder = vault_listing.find(places, number)
    if folder.in_use():
        raise VaultInUse(number)
    try:
        quarantine.put_aside(folder, local_now().date())
    except VaultProblem as problem:
        problem.number = number
        raise


def listed(places: Places) -> tuple[AsideVault, ...]:
    """Every vault that is set aside, the oldest first."""
    numbers = vault_numbers.known(places.data)
    return tuple(_described(one, numbers) for one in quarantine.aside(places.data))


def of_vault(places: Places, name: str) -> tuple[AsideFolder, ...]:
    """What was set aside of the vault whose folder has this name: it bears it, and holds no whole key of any other."""
    own = {whole_keys.vault_of(places.data / name)}
    found = (one for one in quarantine.aside(places.data) if one.name == name)
    return tuple(one for one in found if set(whole_keys.in_folder(one.path).values()) <= own)


def full(places: Places) -> bool:
    """Whether none can be put back, because as many vaults are here as there can be."""
    return len(vault_listing.folders(places)) >= identity.MAX_VAULTS


def put_back(places: Places, place: str) -> None:
    """Make it a vault among the others again, as it was.

    Raises RuleBroken(TOO_MANY_VAULTS), SomethingInTheWay, ReadOnlyFolder, VaultMissing.
    """
    if full(places):
        raise RuleBroken(Rule.TOO_MANY_VAULTS)
    found = next((one for one in quarantine.aside(places.data) if one.path.name == place), None)
    if found is None:
        raise VaultMissing
    quarantine.put_back(found)


def _described(folder: AsideFolder, numbers: dict[str, int]) -> AsideVault:
    number, label = numbers.get(folder.name, 0), ""
    try:
        header = vault_listing.read_headers(VaultFolder(folder.path))[0]
    except VaultProblem:
        pass
    else:
        number, label = number or header.number, header.label
    return AsideVault(folder.path.name, number, label, folder.day)
