"""Start a program, wait for its own word that something was painted, and read how much memory it holds."""

import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0
"""Seconds after which a start counts as broken, not slow."""

SETTLE = 0.5
"""Seconds left alone after the last paint before memory is read."""


@dataclass(frozen=True)
class Start:
    """Seconds from exec to each word the program said, and its resident memory in MiB afterwards."""

    seconds: dict[str, float]
    memory: float


def start(module: str, arguments: list[str], environment: dict[str, str], words: tuple[str, ...]) -> Start:
    """Run `python -m module`, which writes each of `words` to the descriptor in BENCHMARK_FD when it happens."""
    reading, writing = os.pipe()
    command = [sys.executable, "-m", module, *arguments]
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        env={**environment, "BENCHMARK_FD": str(writing)},
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent,
    )
    os.close(writing)
    try:
        seconds = _listen(reading, words, begun)
        time.sleep(SETTLE)
        memory = _memory(process.pid)
    finally:
        os.close(reading)
        process.kill()
        process.wait()
    return Start(seconds, memory)


def _listen(reading: int, words: tuple[str, ...], begun: float) -> dict[str, float]:
    heard: dict[str, float] = {}
    text = b""
    while not set(words) <= heard.keys():
        ready, _, _ = select.select([reading], [], [], PATIENCE)
        if not ready:
            raise TimeoutError(f"heard only {sorted(heard)} of {words}")
        chunk = os.read(reading, 4096)
        if not chunk:
            raise ChildProcessError(f"ended after {sorted(heard)} of {words}")
        text += chunk
        lines = text.split(b"\n")
        text = lines.pop()
        for line in lines:
            word, moment = line.decode().split()
            heard.setdefault(word, float(moment) - begun)
    return heard


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
