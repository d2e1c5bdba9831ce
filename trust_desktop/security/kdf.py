"""Argon2id and HKDF into wipeable buffers, and how hard a passphrase guess is made on this machine."""

import os
import time
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from trust_desktop.security import cost as costs
from trust_desktop.security.cost import MIB, Cost
from trust_desktop.security.wipe import KEY_BYTES

SALT_BYTES: Final = 16
TARGET_SECONDS: Final = 1.0
_STEP: Final = 32 * MIB


def stretch(passphrase: bytearray, salt: bytes, cost: Cost) -> bytearray:
    derived = bytearray(KEY_BYTES)
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    argon.derive_into(passphrase, derived)  # type: ignore[arg-type]  # any buffer will do
    return derived


def expand(material: bytearray, salt: bytes | None, info: bytes, length: int = KEY_BYTES) -> bytearray:
    derived = bytearray(length)
    HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive_into(material, derived)
    return derived


def calibrate(lowest: Cost = costs.FLOOR) -> Cost:
    """Cost of about one second here, never below `lowest` nor above the ceiling; itself takes about a second."""
    most = _memory_limit()
    trial = Cost(min(costs.START.memory, most), costs.START.passes, costs.START.lanes)
    started = time.perf_counter()
    stretch(bytearray(KEY_BYTES), bytes(SALT_BYTES), trial)
    return scaled(trial, time.perf_counter() - started, lowest, most)


def scaled(trial: Cost, seconds: float, lowest: Cost, most: int) -> Cost:
    """The trial's memory brought to the target time, in whole steps between `lowest` and `most` KiB."""
    wanted = int(trial.memory * TARGET_SECONDS / max(seconds, 0.001)) // _STEP * _STEP
    memory = max(lowest.memory, min(wanted, most))
    return Cost(memory, trial.passes, trial.lanes)


def _memory_limit() -> int:
    # A quarter of the machine: opening a vault must not push other programs out.
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (AttributeError, ValueError, OSError):
        return costs.START.memory
    return max(costs.FLOOR.memory, min(costs.CEILING.memory, total // 4))
