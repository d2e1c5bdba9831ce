"""Called as `python -m tests.faults.kills FOLDER ROUNDS WORK`: kills that work so often and prints one JSON line."""

import json
import sys
from pathlib import Path

from tests.faults.backup_works import Backup, Restore
from tests.faults.kill_works import Create, Header, Marks
from tests.faults.migration_work import Migration
from tests.faults.nursery import seen_in
from tests.faults.plain_work import Plain

WORKS = {
    "marks": Marks,
    "header": Header,
    "create": Create,
    "migrate": Migration,
    "plain": Plain,
    "backup": Backup,
    "restore": Restore,
}

if __name__ == "__main__":
    folder, rounds, work = sys.argv[1:]
    print(json.dumps(seen_in(WORKS[work](Path(folder)), int(rounds))))
