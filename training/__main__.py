"""Make the models anew from the labelled sentences: `python3 -m trust_desktop.dev words`."""

import sys
from collections.abc import Sequence

from training import vocabulary
from training.figures import show
from training.labelled import fingerprint
from training.linear import write
from training.tasks import TASKS
from trust_desktop import resources
from trust_desktop.wording.spelling import FILE


def main(arguments: Sequence[str]) -> int:
    if "--figures" in arguments:
        show()
        return 0
    vocabulary.write(resources.path("wording", "en", FILE))
    for task in TASKS:
        path = resources.path("wording", "en", f"{task.name}.model")
        made = task.make()
        write(made.fitted, path, fingerprint(*task.made_from), made.borders, made.gates)
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
        if made.network:
            network = path.with_suffix(".network")
            network.write_bytes(made.network)
            print(f"{network.name}: {network.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
