"""How often a fault is tried: a quick size for every run, a long one for `dev faults --long`."""

import os


def size(quick: int, long: int) -> int:
    return long if os.environ.get("FAULTS_LONG") else quick
