"""An X display of its own for a real window, with a window manager so that focus behaves."""

import os
import shutil
import subprocess

from tests.support.processes import stop, wait_until


class Display:
    """`environment` makes a program show its windows here."""

    def __init__(self, size: str = "1280x900x24") -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            stop(self._server)
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"
        self._window_manager: subprocess.Popen[bytes] | None = None
        if shutil.which("openbox"):
            self._window_manager = subprocess.Popen(
                ["openbox"],
                env=os.environ | self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:  # a window that was there before its manager may never be given the keyboard
                wait_until(lambda: int(self.xdotool("get_num_desktops") or 0), "the window manager")
            except BaseException:
                self.stop()
                raise

    @property
    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *arguments: str) -> str:
        """Keys and questions to the display; what it answers, nothing if it cannot do it."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        ).stdout

    def windows(self, name: str) -> list[str]:
        """Numbers of the windows that are shown under exactly this name."""
        return self.xdotool("search", "--onlyvisible", "--name", f"^{name}$").split()

    def stop(self) -> None:
        for process in (self._window_manager, self._server):
            if process is not None:
                stop(process)
