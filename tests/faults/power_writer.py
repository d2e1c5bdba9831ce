"""Called as `python -m tests.faults.power_writer FOLDER ENGINE SAVES...`, under strace: saves, and says what is kept."""

import os
import sys
from pathlib import Path

from tests.faults.power_engines import ENGINES

if __name__ == "__main__":
    folder, engine, last = Path(sys.argv[1]), ENGINES[sys.argv[2]], 0
    said = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT)

    def acknowledge(n: int) -> None:
        os.write(said, f"{n}\n".encode())

    for saves in map(int, sys.argv[3:]):
        engine.write(folder, range(last + 1, last + 1 + saves), acknowledge)
        last += saves
