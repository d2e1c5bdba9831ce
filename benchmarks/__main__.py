"""Measure everything against its floor in one run and print the table; `--json FILE` writes the figures too."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from benchmarks import surroundings
from benchmarks.processes import Start, start
from benchmarks.report import Row, as_markdown, median, most, write_json

STARTS: Final = 7
PASSPHRASE: Final = "five words that nobody said"  # of a vault that lives as long as this run
FRAME: Final = 16.0

Starts = dict[str, list[Start]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    absent = surroundings.missing()
    if absent:
        print(f"not installed: {', '.join(absent)}", file=sys.stderr)
        return 2
    with surroundings.own_session() as environment, tempfile.TemporaryDirectory() as folder:
        rows = [
            *start_rows(starts(environment, Path(folder))),
            *calendar_rows(environment),
            *looking_back_rows(environment),
            *wording_rows(environment),
            *finding_rows(environment),
            *backup_rows(environment),
        ]
    print(as_markdown(rows))
    if options.json:
        write_json(rows, options.json)
    return 0


def starts(environment: dict[str, str], folder: Path) -> Starts:
    """Start each program in turn, again and again, so that a busy moment of the machine meets all alike."""
    plain, locked, empty = (str(folder / name) for name in ("plain", "locked", "empty"))
    run(environment, "benchmarks.make_vault", plain, "10")
    run(environment, "benchmarks.make_vault", locked, "10", PASSPHRASE)
    programs: dict[str, tuple[str, list[str], tuple[str, ...]]] = {
        "bare": ("benchmarks.floor_window", [], ("painted",)),
        "imports": ("benchmarks.floor_window", ["--with-imports"], ("painted",)),
        "first run": ("benchmarks.app_window", [empty], ("painted",)),
        "keyring only": ("benchmarks.app_window", [plain], ("painted", "calendar")),
        "passphrase": ("benchmarks.app_window", [locked, PASSPHRASE], ("painted", "derived", "calendar")),
    }
    found: Starts = defaultdict(list)
    for number in range(STARTS + 1):
        for name, (module, arguments, words) in programs.items():
            one = start(module, arguments, environment, words)
            if number:  # the first round only warms the disk's cache
                found[name].append(one)
    return found


def start_rows(found: Starts) -> list[Row]:
    bare = middle(found, "bare", "painted")
    imports = middle(found, "imports", "painted")
    lock_screen = middle(found, "passphrase", "painted")
    calendar = middle(found, "keyring only", "calendar")
    beyond = median([one.seconds["calendar"] - one.seconds["derived"] for one in found["passphrase"]]) * 1000
    memory = median([one.memory for one in found["keyring only"]])
    floor_memory = median([one.memory for one in found["bare"]])
    return [
        Row("start → lock screen painted", lock_screen, bare, 1.25 * bare, "ms", "≤ 1.25×"),
        Row(
            "start → first run painted",
            middle(found, "first run", "painted"),
            bare,
            1.25 * bare,
            "ms",
            "≤ 1.25×",
        ),
        Row("start → calendar, keyring-only vault", calendar, imports, 1.15 * imports, "ms", "≤ 1.15×"),
        Row("passphrase → calendar, beyond the derivation", beyond, None, 150.0, "ms", "≤ 150 ms"),
        Row("memory, unlocked, 14,600 marks", memory, floor_memory, 2 * floor_memory, "MiB", "≤ 2×"),
    ]


def calendar_rows(environment: dict[str, str]) -> list[Row]:
    work = {
        years: json.loads(run(environment, "benchmarks.calendar_work", str(years))) for years in (1, 10, 100)
    }
    ten, commits = work[10], most(work[10]["commits"])
    one_year, hundred = median(work[1]["within"]), median(work[100]["within"])
    return [
        Row("change of month, 14,600 marks, 95 %", most(ten["turns"]), FRAME, FRAME, "ms", "≤ 16 ms"),
        Row(
            "change of month, 146,000 marks, beside one year",
            hundred,
            one_year,
            1.2 * one_year,
            "ms",
            "≤ 1.2×",
        ),
        Row(
            "mark a day, durable and repainted, 95 %",
            most(ten["marks"]),
            commits,
            2 * commits + FRAME,
            "ms",
            "≤ 2× + 16 ms",
        ),
    ]


def looking_back_rows(environment: dict[str, str]) -> list[Row]:
    found = json.loads(run(environment, "benchmarks.looking_back_work", "10"))
    short, months = found["short"], found["months short"]
    beyond = found["long"] - found["qt"]
    return [
        Row("Looking back shown, 14,600 marks, beyond Qt's own", beyond, None, 50.0, "ms", "≤ 50 ms"),
        Row(
            "Looking back shown, 14,600 marks, beside one year",
            found["long"],
            short,
            1.25 * short,
            "ms",
            "≤ 1.25×",
        ),
        Row(
            "its months, 14,600 marks, beside one year",
            found["months long"],
            months,
            1.25 * months,
            "ms",
            "≤ 1.25×",
        ),
    ]


def wording_rows(environment: dict[str, str]) -> list[Row]:
    found = json.loads(run(environment, "benchmarks.wording_work"))
    fresh, long = median(found["fresh"]), median(found["long"])
    in_proportion = 50 * fresh
    return [
        Row("remarks on a key, 2,000 characters, 95 %", most(found["typed"]), None, 5.0, "ms", "≤ 5 ms"),
        Row(
            "the same without a stop or comma, 95 %",
            most(found["typed without stops"]),
            None,
            5.0,
            "ms",
            "≤ 5 ms",
        ),
        Row("remarks on 2,000 characters never read, 95 %", most(found["fresh"]), None, 5.0, "ms", "≤ 5 ms"),
        Row("the same, all of it kind, 95 %", most(found["fresh kind"]), None, 5.0, "ms", "≤ 5 ms"),
        Row("the longest bit of such a look, 95 %", most(found["bits"]), None, FRAME, "ms", "≤ 16 ms"),
        Row(
            "remarks on 100,000 never read, beside 50 × 2,000",
            long,
            in_proportion,
            1.2 * in_proportion,
            "ms",
            "≤ 1.2×",
        ),
    ]


def finding_rows(environment: dict[str, str]) -> list[Row]:
    work = {
        years: json.loads(run(environment, "benchmarks.finding_work", str(years))) for years in (1, 10, 100)
    }
    ten, alone = most(work[10]["typed"]), most(work[10]["alone"])
    century, far = most(work[100]["typed"]), most(work[100]["alone"])
    without = median(work[1]["without"])
    return [
        Row("find on a key, 14,600 marks with words, 95 %", ten, None, 50.0, "ms", "≤ 50 ms"),
        Row("the same, beside the index alone", ten, alone, 2 * alone + FRAME, "ms", "≤ 2× + 16 ms"),
        Row("find over ten times that, 95 %", century, far, 2 * far + FRAME, "ms", "≤ 2× + 16 ms"),
        Row(
            "mark a day without words, beside a vault without index",
            median(work[1]["with"]),
            without,
            1.05 * without,
            "ms",
            "≤ 1.05×",
        ),
    ]


def backup_rows(environment: dict[str, str]) -> list[Row]:
    found = json.loads(run(environment, "benchmarks.backup_work", "10"))
    made, copied = median(found["backup"]), median(found["copy"])
    return [Row("verified backup, 14,600 marks, beside a copy", made, copied, 6 * copied, "ms", "≤ 6×")]


def middle(found: Starts, name: str, word: str) -> float:
    return median([one.seconds[word] for one in found[name]]) * 1000


def run(environment: dict[str, Any], module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    ended = subprocess.run(
        command, env=environment, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, check=True
    )
    return ended.stdout.decode()


if __name__ == "__main__":
    sys.exit(main())
