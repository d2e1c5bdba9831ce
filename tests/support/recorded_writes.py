"""Everything a program does to the files below a folder, in order, as strace saw it."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.support.source import CHECKOUT

_CALLS: Final = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,link,openat"
_LINE: Final = re.compile(rb"\d+ +(\w+)\((.*)\) += (\d+)")
_ESCAPED: Final = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Event:
    """`call` on the file at `path`; `at` is an offset or a size, `other` a second path."""

    call: str
    path: str
    at: int = 0
    data: bytes = b""
    other: str = ""


def recorded(command: Sequence[str], folder: Path, trace: Path) -> list[Event]:
    """Run the command to its end and return what it did below the folder, as paths relative to it."""
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", "1048576", "-e", f"trace={_CALLS}"]
    subprocess.run([*strace, "-o", str(trace), *command], check=True, cwd=CHECKOUT)
    with trace.open("rb") as lines:
        whole = _whole(lines, _escaped(f"{folder.resolve()}"))
        return list(_below(f"{folder.resolve()}/", _events(whole)))


def _whole(lines: Iterator[bytes], folder: bytes) -> Iterator[bytes]:
    """Put together calls that another thread's came between; two of them in the folder at once have no order."""
    begun: dict[bytes, bytes] = {}
    for line in lines:
        thread = line.partition(b" ")[0]
        mixed = folder in line and any(folder in one for other, one in begun.items() if other != thread)
        assert not mixed, "the calls of two threads are mixed"
        if b"<unfinished ..." in line:
            begun[thread] = line.partition(b"<unfinished ...")[0]
        elif thread in begun:
            yield begun.pop(thread) + line.partition(b" resumed>")[2]
        else:
            yield line


def _below(folder: str, events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if event.path.startswith(folder) or f"{event.path}/" == folder:
            yield Event(
                event.call,
                event.path.removeprefix(folder) if event.path != folder[:-1] else "",
                event.at,
                event.data,
                event.other.removeprefix(folder),
            )


def _events(lines: Iterator[bytes]) -> Iterator[Event]:
    ends: dict[str, int] = {}
    for line in lines:
        told = _LINE.match(line)
        if told is None:  # a call that failed, or a signal
            continue
        call, arguments = told[1].decode(), told[2]
        if call == "openat":
            yield from _opening(arguments, ends)
        elif call in {"rename", "link", "unlink", "unlinkat"}:
            paths = [_plain(part).decode() for part in re.findall(rb'"([^"]*)"', arguments)]
            yield Event(call.removesuffix("at"), paths[0], other=paths[-1])
        else:
            yield _on_handle(call, arguments, ends)


def _opening(arguments: bytes, ends: dict[str, int]) -> Iterator[Event]:
    path = _plain(re.findall(rb'"([^"]*)"', arguments)[0]).decode()
    ends[path] = 0
    if b"O_CREAT" in arguments:
        yield Event("create", path)
    if b"O_TRUNC" in arguments:
        yield Event("truncate", path)


def _on_handle(call: str, arguments: bytes, ends: dict[str, int]) -> Event:
    handle, _, rest = arguments.partition(b">")
    path = _plain(handle.partition(b"<")[2]).decode()
    if call in {"fsync", "fdatasync"}:
        return Event("sync", path)
    if call == "ftruncate":
        return Event("truncate", path, int(rest.strip(b", ")))
    assert b'"...' not in rest, "a write was cut short in the record"
    data = _plain(rest.split(b'"')[1])
    if call == "pwrite64":
        return Event("write", path, int(rest.rpartition(b", ")[2]), data)
    at, ends[path] = ends.get(path, 0), ends.get(path, 0) + len(data)
    return Event("write", path, at, data)


def _escaped(path: str) -> bytes:
    return "".join(f"\\x{one:02x}" for one in path.encode()).encode()


def _plain(text: bytes) -> bytes:
    whole = text.replace(b"\\x", b"")
    if len(text) == 2 * len(whole):
        return bytes.fromhex(whole.decode())
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), text)
