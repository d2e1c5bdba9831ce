"""`lock`: the requirements of pyproject.toml, resolved for every system and Python, with hashes and no address."""

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

from trust_desktop.dev.environments import CHECKOUT, LOCK

__all__ = ["refresh"]

# The resolver must see neither the account's index nor its local wheels: their addresses and builds are nobody else's.
_PRIVATE: Final = ("PIP_", "UV_")


def refresh() -> int:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_PRIVATE)}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text(_bare(project), encoding="utf-8")
        options = ["--no-config", "--no-header", "--no-annotate", "--no-emit-project", "--all-groups"]
        command = ["uv", "export", "--quiet", *options, "--format", "requirements-txt", "-o", str(LOCK)]
        try:
            return subprocess.run(command, cwd=folder, env=environment, check=False).returncode
        except FileNotFoundError:
            print("uv is needed to resolve the lock: python3 -m pip install uv", file=sys.stderr)
            return 2


def _bare(project: dict[str, dict[str, object]]) -> str:
    """Only what the resolver needs, so that nothing has to be built to ask for it."""
    metadata = project["project"]
    return (
        f'[project]\nname = "{metadata["name"]}"\nversion = "0"\nrequires-python = "{metadata["requires-python"]}"\n'
        f"dependencies = {metadata['dependencies']!r}\n[dependency-groups]\ndev = {project['dependency-groups']['dev']!r}\n"
    )
