"""Seven cards take seven days or more, and nobody has to see them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.tour import Tour

FIRST = date(2026, 11, 2)
DAYS = st.lists(st.integers(0, 40), max_size=40).map(sorted)


@given(DAYS, st.integers(0, 7))
def test_each_card_comes_once_in_order_and_at_most_one_on_a_day(days, cards):
    tour, shown = Tour(), []
    for offset in days:
        day = FIRST + timedelta(days=offset)
        card = tour.card_on(day, cards)
        if card is not None:
            shown.append((card, day))
            tour = tour.put_away(day)
    assert [card for card, _ in shown] == list(range(len(shown)))
    assert len({day for _, day in shown}) == len(shown) <= cards


@given(st.integers(0, 9), st.integers(0, 40))
def test_once_it_is_left_no_card_comes_again(seen, offset):
    assert Tour(seen=seen).leave().card_on(FIRST + timedelta(days=offset), 7) is None


def test_a_card_stays_until_it_is_put_away():
    tour = Tour().put_away(FIRST)
    assert [tour.card_on(FIRST + timedelta(days=n), 7) for n in (0, 1, 2)] == [None, 1, 1]
