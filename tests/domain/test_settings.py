"""Settings stay within their spans."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.day import LATEST_DAY_END
from trust_desktop.domain.settings import VaultSettings, within_spans

settings = st.builds(
    VaultSettings,
    day_ends=st.times(),
    idle_minutes=st.integers(-100, 100),
    first_weekday=st.none() | st.integers(-10, 10),
    clear_clipboard_seconds=st.integers(-100, 1000),
    quiet_from=st.times(),
    quiet_until=st.times(),
)


@given(settings)
def test_every_value_is_brought_to_the_nearest_allowed_one(given_settings):
    kept = within_spans(given_settings)
    assert kept.day_ends <= LATEST_DAY_END
    assert 1 <= kept.idle_minutes <= 30
    assert kept.first_weekday is None or 0 <= kept.first_weekday <= 6
    assert 5 <= kept.clear_clipboard_seconds <= 120
    assert within_spans(kept) == kept


def test_the_defaults_are_allowed():
    assert within_spans(VaultSettings()) == VaultSettings(time(3), 5, None, 30)


@given(settings, st.times())
def test_quiet_hours_begin_and_end_when_they_say(given_settings, moment):
    first, last = given_settings.quiet_from, given_settings.quiet_until
    assert given_settings.is_quiet(first)
    if first != last:
        assert not given_settings.is_quiet(last)
        turned = VaultSettings(quiet_from=last, quiet_until=first)
        assert turned.is_quiet(moment) != given_settings.is_quiet(moment)
