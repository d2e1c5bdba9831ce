"""The commands of a checkout, on machines that lack one thing or another."""

import ast
import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.source import CHECKOUT, PACKAGE
from trust_desktop.dev import checks, commands, environments, system

ABSENT = "libnot-there.so.7"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH but for the shell's own commands."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cat", "touch", "chmod"):
        (folder / name).symlink_to(f"/bin/{name}")
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write_program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def set_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, release: str, user: int) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    monkeypatch.setattr(system, "OS_RELEASE", file)
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_debian_without_a_library_gets_one_line_and_exit_code_two(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_system(monkeypatch, tmp_path, "ID=debian\n", user=1000)
    write_program(programs / "apt-get", "exit 99")
    monkeypatch.setattr(system, "WINDOW", system.needs((ABSENT, "libnot-there7", "not-there")))
    assert commands.main(["run"]) == 2
    assert capsys.readouterr().err == "sudo apt-get install -y --no-install-recommends libnot-there7\n"


def test_fedora_gets_the_line_of_its_own_installer(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_system(monkeypatch, tmp_path, 'ID="fedora"\n', user=1000)
    write_program(programs / "dnf", "exit 99")
    needs = system.needs((ABSENT, "libnot-there7", "not-there"), ("not-a-program", "some", "not-there"))
    assert system.ensure(needs) == "sudo dnf install -y not-there"


def test_another_system_is_told_what_is_missing(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_system(monkeypatch, tmp_path, "ID=somethingelse\n", user=0)
    assert system.ensure(system.needs((ABSENT, "x", "y"))) == f"Please install what provides: {ABSENT}"
    assert system.ensure(()) is None


def test_root_on_ubuntu_installs_by_the_name_that_this_release_offers(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_system(monkeypatch, tmp_path, "ID=ubuntu\nID_LIKE=debian\n", user=0)
    write_program(programs / "apt-cache", 'for name; do :; done; [ "$name" != new-name ]')
    installs = f"touch {programs}/wanted; chmod 755 {programs}/wanted"
    write_program(
        programs / "apt-get", f'echo "$@" >> {tmp_path}/log; case "$1" in install) {installs};; esac'
    )
    assert system.ensure(system.needs(("wanted", "new-name|old-name", "x"))) is None
    log = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert log == ["update -qq", "install -y -qq --no-install-recommends old-name"]


def test_root_whose_install_does_not_work_gets_the_line(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_system(monkeypatch, tmp_path, "ID=debian\n", user=0)
    write_program(programs / "apt-get", "exit 100")
    line = system.ensure(system.needs((ABSENT, "new-name|old-name", "x")))
    assert line == "apt-get install -y --no-install-recommends old-name"


def test_a_screen_asks_for_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = system.window_needs()
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    added = {need.what for need in system.window_needs()} - {need.what for need in plain}
    assert {"libxcb-cursor.so.0", "libwayland-cursor.so.0"} <= added


def test_environment_is_made_once_and_again_for_another_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("# nothing\n", encoding="utf-8")
    monkeypatch.setattr(environments, "LOCK", lock)
    base = environments.primary()
    environment = environments.Environment(base.interpreter, base.minor, tmp_path / "venv")
    assert not environment.is_current()
    environment.ensure()
    assert environment.is_current()
    made = environment.python.lstat().st_ctime_ns
    environment.ensure()
    assert environment.python.lstat().st_ctime_ns == made
    lock.write_text("# something else\n", encoding="utf-8")
    assert not environment.is_current()


def test_a_newer_release_of_a_locked_package_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for with an extra, as pytest-cov asks for coverage[toml], the newest was once looked at for its hash."""
    extra = "Provides-Extra: toml\n"
    locked = [
        write_wheel(tmp_path, "asked_for", "1.0", extra),
        write_wheel(tmp_path, "asking", "1.0", "Requires-Dist: asked_for[toml]>=1.0\n"),
    ]
    write_wheel(tmp_path, "asked_for", "1.1", extra)
    lock = tmp_path / "requirements.lock"
    lock.write_text("\n".join(locked), encoding="utf-8")
    monkeypatch.setattr(environments, "LOCK", lock)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    base = environments.primary()
    environment = environments.Environment(base.interpreter, base.minor, tmp_path / "venv")
    environment.ensure()
    assert len(list(environment.folder.glob("lib/*/site-packages/asked_for-1.0.dist-info"))) == 1


def test_a_lock_that_lacks_something_makes_no_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(write_wheel(tmp_path, "asking", "1.0", "Requires-Dist: missing\n"), encoding="utf-8")
    monkeypatch.setattr(environments, "LOCK", lock)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    base = environments.primary()
    environment = environments.Environment(base.interpreter, base.minor, tmp_path / "venv")
    with pytest.raises(subprocess.CalledProcessError):
        environment.ensure()
    assert not environment.is_current()


def write_wheel(folder: Path, name: str, version: str, more: str) -> str:
    """Write an empty package; the answer is its line in a lock."""
    stem = f"{name}-{version}"
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        info = f"{stem}.dist-info"
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{more}")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def test_only_pythons_that_really_start_are_tested(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version manager's shim exists for versions that do not."""
    elsewhere = [minor for minor in (11, 12, 13) if minor != sys.version_info.minor]
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    for minor in elsewhere:
        write_program(programs / f"python3.{minor}", "exit 127")
    assert environments.others() == []
    real = tmp_path / "pyenv" / "versions" / f"3.{elsewhere[0]}.4" / "bin" / f"python3.{elsewhere[0]}"
    write_program(real, f"echo cpython {elsewhere[0]}")
    found = environments.others()
    assert [(environment.interpreter, environment.minor) for environment in found] == [(real, elsewhere[0])]
    assert found[0].folder.name == f".venv-3.{elsewhere[0]}"


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> environments.Environment:
    """An environment whose programs only write down that they were called."""
    monkeypatch.setattr(system, "TEST", ())
    monkeypatch.setattr(checks, "others", list)
    environment = environments.Environment(Path(sys.executable), sys.version_info.minor, tmp_path / "venv")
    for name in ("ruff", "mypy", "lint-imports", "vulture", "python"):
        write_program(environment.program(name), f'echo {name} "$@" >> {tmp_path}/log')
    return environment


def test_every_check_runs_and_the_tests_come_last(stage: environments.Environment, tmp_path: Path) -> None:
    assert checks.run(stage, ()) == 0
    log = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in log] == ["ruff", "ruff", "mypy", "lint-imports", "vulture", "python"]
    assert log[-1].startswith("python -m pytest")
    assert "--coverage-thresholds" in log[-1]


def test_a_failing_check_stops_before_the_tests(
    stage: environments.Environment, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_program(stage.program("mypy"), "exit 3")
    assert checks.run(stage, ()) == 1
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert "vulture" in log
    assert "pytest" not in log
    assert capfd.readouterr().err == "Stopped before the tests: types.\n"


def test_arguments_go_to_pytest_alone(stage: environments.Environment, tmp_path: Path) -> None:
    write_program(stage.program("python"), f'echo "$@" >> {tmp_path}/log; exit 5')
    assert checks.run(stage, ("-k", "calendar")) == 5
    assert (tmp_path / "log").read_text(encoding="utf-8").split() == [
        "-m",
        "pytest",
        *_quiet(),
        "-k",
        "calendar",
    ]


def test_another_pythons_failing_tests_fail_the_run(
    stage: environments.Environment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    other = environments.Environment(Path(sys.executable), 14, tmp_path / "venv-other")
    write_program(other.program("python"), "echo one; echo '1 failed in 0.1s'; exit 1")
    monkeypatch.setattr(environments.Environment, "ensure", lambda self: None)
    monkeypatch.setattr(checks, "others", lambda: [other])
    assert checks.run(stage, ()) == 1
    assert capfd.readouterr().out.endswith("== tests on Python 3.14\none\n1 failed in 0.1s\n")
    assert "--coverage-thresholds" in (tmp_path / "log").read_text(encoding="utf-8"), (
        "this one's ran all the same"
    )


def _quiet() -> list[str]:
    return ["-q"] if os.environ.get("CI") else []


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        commands.main(["sing"])
    assert "invalid choice" in capsys.readouterr().err


def test_the_tools_need_nothing_but_the_standard_library() -> None:
    allowed = {*sys.stdlib_module_names, "trust_desktop"}
    for path in (PACKAGE / "dev").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert {name.split(".")[0] for name in names} <= allowed, path


@pytest.mark.parametrize("name", ["__init__.py", "dev/__init__.py", "dev/__main__.py"])
def test_an_older_python_can_read_why_it_is_refused(name: str) -> None:
    ast.parse((PACKAGE / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_command_answers_from_the_checkout() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "trust_desktop.dev", "--help"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(name in ended.stdout for name in ("run", "test", "bench", "screenshots", "build"))


def test_the_commands_start_where_nothing_is_installed() -> None:
    """Without site-packages, as on a machine that has nothing yet: an import from there would stop the set-up itself."""
    code = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); import trust_desktop.dev.commands"
    ended = subprocess.run(
        [sys.executable, "-S", "-I", "-c", code], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
