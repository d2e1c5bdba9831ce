"""What one passphrase guess costs: the Argon2id parameters and the bounds they must keep."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id parameters; memory in KiB."""

    memory: int
    passes: int
    lanes: int

    def within(self, low: "Cost", high: "Cost") -> bool:
        return (
            low.memory <= self.memory <= high.memory
            and low.passes <= self.passes <= high.passes
            and low.lanes <= self.lanes <= high.lanes
        )


NONE: Final = Cost(0, 0, 0)
FLOOR: Final = Cost(64 * MIB, 3, 4)  # RFC 9106, second recommended choice
START: Final = Cost(256 * MIB, 3, 4)  # also the floor where nothing but the passphrase protects the vault
PORTABLE: Final = Cost(256 * MIB, 6, 4)  # a backup may be tried for years: each guess costs double
CEILING: Final = Cost(1024 * MIB, 10, 8)  # above this a header is a trap, not a protection
