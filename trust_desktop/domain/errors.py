"""What can go wrong, as types a page can be chosen by; never with a person's words inside."""

from enum import Enum, auto


class Rule(Enum):
    """A rule of the method that a person's own input does not meet yet."""

    FOUR_ACTIONS = auto()
    ACTION_EMPTY = auto()
    CADENCE_INCOMPLETE = auto()
    FIRST_DAY_MISSING = auto()
    REVIEW_BEFORE_FIRST_DAY = auto()
    REVIEW_MISSING = auto()
    OPENNESS_UNANSWERED = auto()
    OPENNESS_CONSENT = auto()
    OPENNESS_COVERT = auto()
    OPENNESS_PURPOSE = auto()
    OPENNESS_END = auto()
    TOO_MANY_COMMITMENTS = auto()
    ONE_LIVE_PLAN = auto()
    NOT_SAID_YET = auto()
    SAID_IN_FUTURE = auto()
    SAID_PAST_A_MARK = auto()
    ANSWERED_BEFORE_HEARD = auto()
    LOOK_AGAIN_PASSED = auto()
    DAY_IN_FUTURE = auto()
    DAY_BEFORE_START = auto()
    DAY_AFTER_END = auto()
    UNKNOWN_ACTION = auto()
    NOTHING_WRITTEN = auto()
    ALREADY_DELIVERED = auto()
    MARKED_ALREADY = auto()
    ALREADY_AT_REST = auto()
    OTHER_WORDS_THERE = auto()
    NO_PLACE_LEFT = auto()
    ANOTHER_PAUSE = auto()
    ANOTHER_OPENING = auto()
    OUT_OF_SPAN = auto()
    PASSPHRASE_WEAK = auto()
    TOO_MANY_VAULTS = auto()


class TrustError(Exception):
    """The base of every expected problem."""


class RuleBroken(TrustError):
    """The person can change it; shown beside the field.

    `slot` is the place (1 to 4) of an action, or where `mine` of a commitment; None where it is neither's.
    """

    def __init__(self, rule: Rule, slot: int | None = None, *, mine: bool = False) -> None:
        super().__init__(rule.name, slot)
        self.rule = rule
        self.slot = slot
        self.mine = mine


class KeysBeingChanged(TrustError):
    """What opens the vault is being changed at this moment, and nobody else may write its header."""


class VaultProblem(TrustError):
    """Something around a vault; `number` is the vault's, `detail` a technical id without personal text."""

    def __init__(self, number: int | None = None, detail: str = "") -> None:
        super().__init__(type(self).__name__, number, detail)
        self.number = number
        self.detail = detail


class KeyringUnavailable(VaultProblem):
    """No usable key store answers on this computer."""


class KeyringLocked(VaultProblem):
    """The key store is there, but locked, or its prompt was dismissed."""


class KeyringTimeout(VaultProblem):
    """The key store has not answered in time."""


class BackendChanged(VaultProblem):
    """Another kind of key store answers than the one this vault was made with (`detail` names the old one)."""


class SecretMissing(VaultProblem):
    """The key store answers, but this vault's device secret is not in it, or is not the right one."""


class WrongPassphrase(VaultProblem):
    """The passphrase does not open the vault."""


class WrongRecoveryCode(VaultProblem):
    """The recovery code is well formed but does not open the vault."""


class WaitFirst(VaultProblem):
    """Tried too often in a row; `seconds` until the next try, at most a minute."""

    def __init__(self, seconds: int = 0) -> None:
        super().__init__()
        self.seconds = seconds


class RecoveryCodeMistyped(VaultProblem):
    """The code contains a slip; `group` is the group (1 to 8) it is in, None when its length is wrong."""

    def __init__(self, group: int | None = None) -> None:
        super().__init__(detail=str(group or ""))
        self.group = group


class HeaderDamaged(VaultProblem):
    """Neither copy of the header can be read."""


class VaultDamaged(VaultProblem):
    """The encrypted file is damaged: cut short, empty, changed or unreadable."""


class DamagedWhileOpen(VaultProblem):
    """A page of the encrypted file turned out to be damaged while the vault was open."""


class NothingReadable(VaultProblem):
    """Not even the first page of a damaged file can be read."""


class VaultMissing(VaultProblem):
    """The header is there, but the encrypted file beside it is gone."""


class VaultGone(VaultProblem):
    """A vault was here, and its folder or all that matters in it is not."""


class VaultMoved(VaultProblem):
    """The vault's files were moved or deleted while it was open."""


class SomethingInTheWay(VaultProblem):
    """Beside the encrypted file lies what this program did not put there (`detail` is its name)."""


class VaultSwapped(VaultProblem):
    """The encrypted file belongs to another vault."""


class VaultTooNew(VaultProblem):
    """Written by a newer version of this program."""


class VaultInUse(VaultProblem):
    """Open in another window or login."""


class SetupUnfinished(VaultProblem):
    """The vault was begun, but its recovery code has not been proved yet."""


class ReadOnlyFolder(VaultProblem):
    """The folder or file cannot be written."""


class DiskFull(VaultProblem):
    """There is no room left, or a limit on file size was met."""


class BackupUnreadable(VaultProblem):
    """A backup could not be read back."""


class BackupPlaceMissing(VaultProblem):
    """The folder for backups is not there, or the drive it lies on went away."""


class Cancelled(VaultProblem):
    """The person asked to stop; nothing was changed."""
