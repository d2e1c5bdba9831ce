"""A second process reads a new keyring item: only then is it sure that the secret is stored, not just remembered.

No secret travels: the child gets the item's name and a challenge, and answers with a keyed digest of it.
"""

import hmac
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Final

from trust_desktop import hardening
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.keyring_call import KeyringCall

ARGUMENT: Final = "--read-back"
"""The frozen program has no `-m`; its entry point hands this argument to `run`."""

_CHILD_SECONDS: Final = 10.0
_PARENT_SECONDS: Final = 20.0


def same_in_another_process(service: str, item: int, secret: bytearray) -> bool:
    challenge = os.urandom(32)
    question = json.dumps({"service": service, "item": item, "challenge": challenge.hex()})
    command, folder = _command()
    child = subprocess.run(  # noqa: S603 - our own program
        command,
        input=question,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=_PARENT_SECONDS,
        cwd=folder,
        check=False,
    )
    expected = hmac.new(secret, challenge, "sha256").hexdigest()
    return hmac.compare_digest(child.stdout.strip(), expected)


def _command() -> tuple[list[str], Path | None]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT], None
    return [sys.executable, "-m", __name__], Path(__file__).resolve().parents[2]


def run() -> int:
    hardening.harden()
    from trust_desktop.security.keyring_store import OsKeyStore

    return answer(OsKeyStore(), sys.stdin, sys.stdout)


def answer(store: KeyStore, questions: IO[str], answers: IO[str]) -> int:
    """Answer one question; 1 if the keyring gave nothing in time."""
    question = json.loads(questions.readline())
    try:
        secret = KeyringCall(lambda: store.read(question["service"], question["item"])).wait(_CHILD_SECONDS)
    except VaultProblem:
        return 1
    if secret is None:
        return 1
    print(hmac.new(secret, bytes.fromhex(question["challenge"]), "sha256").hexdigest(), file=answers)
    return 0


if __name__ == "__main__":  # pragma: no cover - only ever runs in a child
    sys.exit(run())
