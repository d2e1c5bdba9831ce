"""Coverage thresholds by package, judged inside pytest so that its own closing line stays the last one."""

import io
from collections.abc import Iterator
from typing import Final

import pytest
from xdist import is_xdist_worker

_WHOLE: Final = ("domain", "wording", "security", "storage", "services")
_TOTAL: Final = 90.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--coverage-thresholds", action="store_true", help="fail below the coverage by package")


@pytest.hookimpl(
    wrapper=True, tryfirst=True
)  # outside pytest-cov's own wrapper: its data is complete by then
def pytest_runtestloop(session: pytest.Session) -> Iterator[None]:
    result = yield
    if session.config.getoption("--coverage-thresholds") and not is_xdist_worker(session):
        shortfalls = _shortfalls(session.config)
        session.config.stash[_FOUND] = shortfalls
        session.testsfailed += len(shortfalls)
    return result


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash.get(_FOUND, []):
        terminalreporter.write_line(f"COVERAGE {line}", red=True)


_FOUND: Final = pytest.StashKey[list[str]]()


def _shortfalls(config: pytest.Config) -> list[str]:
    plugin = config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is None:
        return ["was not measured"]
    measured = controller.cov
    found = []
    for package in _WHOLE:
        files = [
            name for name in measured.get_data().measured_files() if f"/trust_desktop/{package}/" in name
        ]
        percent = measured.report(morfs=files, file=io.StringIO()) if files else 0.0
        if percent < 100.0:
            found.append(f"of {package} is {percent:.2f} %, not 100 %")
    total = measured.report(file=io.StringIO())
    if total < _TOTAL:
        found.append(f"in all is {total:.2f} %, below {_TOTAL:.0f} %")
    return found
