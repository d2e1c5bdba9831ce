"""The example keeps no preferences, and leaves the machine's null device what it is."""

import os
import stat

from trust_desktop.ui.preferences import Preferences


def test_without_a_folder_nothing_is_written() -> None:
    preferences = Preferences(None)
    preferences.text_size = 150
    preferences.write()
    assert preferences.text_size == 150
    assert Preferences(None).text_size == 100
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116 - it is no file
