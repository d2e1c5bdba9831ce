"""Rules of the code that no linter knows; the import contracts run beside them."""

import ast
import re
import tomllib

import pytest

from tests.support.source import CHECKOUT, PACKAGE, calls, own_files, place, product_files, tree

pytestmark = pytest.mark.once

MOST_LINES = 400
NEVER_IN_A_NAME = re.compile(r"(fail(?!_level)|streak|score|victim|offender|cheater)", re.IGNORECASE)


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in own_files()
        if path.suffix == ".py"
    }
    assert lengths
    assert {str(path): lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path for path in product_files() if tree(path).body and not ast.get_docstring(tree(path))
    ]  # an empty __init__ says nothing and needs to say nothing
    assert silent == []


def test_the_window_reads_and_writes_through_services_only() -> None:
    found = [
        place(path, call)
        for path in product_files("ui")
        for call, name in calls(path)
        if name in {"read", "write"}
        and isinstance(call.func, ast.Attribute)
        and "session" in ast.unparse(call.func.value)
    ]
    assert found == []


def test_names_never_judge() -> None:
    found = []
    for path in product_files():
        for node in ast.walk(tree(path)):
            for name in _defined_names(node):
                if NEVER_IN_A_NAME.search(name):
                    found.append(f"{place(path, node)}: {name}")
    assert found == []


def _defined_names(node: ast.AST) -> list[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return [node.name]
        case ast.Name(ctx=ast.Store()):
            return [node.id]
        case ast.Attribute(ctx=ast.Store()):
            return [node.attr]
        case ast.arg():
            return [node.arg]
        case _:
            return []


def test_the_installed_name_is_written_in_one_place() -> None:
    """Strings only: a docstring may call the program by its name."""
    found = []
    for path in product_files():
        if path == PACKAGE / "identity.py":
            continue
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found += [
            place(path, node)
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant)
            and "Daybook" in str(node.value)
            and id(node) not in documentation
        ]
    assert found == []


def test_nothing_reaches_for_a_network() -> None:
    """The instance lock's socket is a local one, and jeepney's to the session bus is not ours."""
    allowed = {"ui/instance.py"}
    network = {
        "socket",
        "ssl",
        "http",
        "urllib",
        "ftplib",
        "smtplib",
        "asyncio",
        "socketserver",
        "xmlrpc",
        "requests",
    }
    found = []
    for path in product_files():
        if str(path.relative_to(PACKAGE)) in allowed:
            continue
        for node in ast.walk(tree(path)):
            names = _imported(node)
            found += [f"{place(path, node)}: {name}" for name in names if name.split(".")[0] in network]
            found += [
                f"{place(path, node)}: {name}" for name in names if name.startswith("PySide6.QtNetwork")
            ]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def test_every_feature_of_the_window_is_under_the_contract() -> None:
    """A new folder in ui is either a feature, listed as independent, or shared by all."""
    shared = {
        "common",
        "action_form",
        "backups",
        "leaving",
        "missed_day",
        "private_look",
        "remarks",
        "unlocks",
        "rescue",
        "untried",
        "vault_forms",
    }
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "independence")
    folders = {path.name for path in (PACKAGE / "ui").iterdir() if (path / "__init__.py").is_file()}
    assert {f"trust_desktop.ui.{name}" for name in folders - shared} == set(contract["modules"])
