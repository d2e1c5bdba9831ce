"""Which day a moment belongs to, when a day may end after midnight."""

from datetime import date, datetime, time, timedelta

DAY_ENDS = time(3)
"""Default: until three in the morning it is still yesterday."""

LATEST_DAY_END = time(8)


def day_of(moment: datetime, day_ends: time = DAY_ENDS) -> date:
    """Return the local day of a local wall-clock `moment`; before `day_ends` it is still the day before.

    Only the wall clock is read, so a change to or from summer time neither skips nor doubles a day.
    """
    early = moment.time() < day_ends
    return moment.date() - timedelta(days=1) if early else moment.date()
