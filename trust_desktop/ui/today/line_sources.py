"""Where the quiet lines of the first page come from: a new kind of line is a function in a module beside this one."""

from typing import Final

from trust_desktop.ui.today.backup_lines import drill, not_made
from trust_desktop.ui.today.check_in_line import check_in
from trust_desktop.ui.today.opening_lines import small_step
from trust_desktop.ui.today.pause_lines import running_pause
from trust_desktop.ui.today.plan_lines import often_missed, openness_ended, review
from trust_desktop.ui.today.quiet_line import Asking, QuietLine, Source
from trust_desktop.ui.today.talk_lines import look_again

SOURCES: Final[tuple[Source, ...]] = (
    running_pause,
    often_missed,
    openness_ended,
    look_again,
    review,
    not_made,
    check_in,
    small_step,
    drill,
)
"""In which order the lines are shown is for `Matter` to say."""


def quiet_lines(asking: Asking) -> list[QuietLine]:
    return [line for source in SOURCES for line in source(asking)]
