"""What is kept of the private look and of help of one's own: only what was asked for, and all of it erasable."""

from tests.builders import NOW, Clock, session_at
from trust_desktop.domain.safety import Answered, Reply, Side
from trust_desktop.services import helping, touring
from trust_desktop.services.session import Change

ANSWERS = (
    Answered(Side.YOU, "Are you afraid of the answer to a simple request?", Reply.YES),
    Answered(Side.YOU, "Is money held back?", Reply.OPEN),
    Answered(Side.PARTNER, "Could your partner be afraid of you?", Reply.NO),
)


def test_answers_are_kept_with_their_day_and_their_words(session, clock, tmp_path):
    first = helping.keep_answers(session, ANSWERS)
    clock.forward(days=30)
    second = helping.keep_answers(session, ANSWERS[:1])
    session.close()
    again = session_at(tmp_path)
    assert helping.kept_answers(again) == (second, first)
    assert (first.answers, first.kept_at) == (ANSWERS, NOW)
    again.close()


def test_erased_answers_are_gone_and_come_back_as_they_were(session):
    first = helping.keep_answers(session, ANSWERS)
    second = helping.keep_answers(session, ANSWERS)
    helping.erase_answers(session, first.id)
    assert helping.kept_answers(session) == (second,)
    helping.restore_answers(session, first)
    assert helping.kept_answers(session) == (second, first)
    assert first.id != second.id


def test_half_a_character_in_a_question_can_be_kept(session):
    odd = (Answered(Side.YOU, "Half \ud83d of one", Reply.YES),)
    assert helping.keep_answers(session, odd).answers == odd
    assert helping.kept_answers(session)[0].answers == odd


def test_an_entry_is_written_changed_erased_and_put_back(session, clock):
    entry = helping.add_entry(session, " Aunt Rosa ", "Lives near the station\n")
    other = helping.add_entry(session, "The counselling centre", "")
    assert (entry.name, entry.text, entry.added_at) == ("Aunt Rosa", "Lives near the station", NOW)
    clock.forward(days=1)
    changed = helping.change_entry(session, entry, "Aunt Rosa", "Has moved")
    assert helping.entries(session) == (changed, other)
    assert changed.added_at == clock.moment
    helping.put_entry(session, entry)
    helping.erase_entry(session, other.id)
    assert helping.entries(session) == (entry,)
    helping.put_entry(session, other)
    assert helping.entries(session) == (entry, other)


def test_the_chosen_country_stays_chosen(session, tmp_path):
    assert helping.country(session) == ""
    helping.choose_country(session, "IE")
    helping.choose_country(session, "ZA")
    session.close()
    again = session_at(tmp_path)
    assert helping.country(again) == "ZA"
    again.close()


def test_how_far_the_tour_went_is_kept(session, clock: Clock, tmp_path):
    told = []
    session.on_commit = told.append
    tour = touring.load(session)
    assert (tour.seen, tour.last_day, tour.left) == (0, None, False)
    gone_on = tour.put_away(session.today)
    touring.save(session, gone_on)
    assert touring.load(session) == gone_on
    touring.save(session, gone_on.leave())
    assert told == [Change.HELP, Change.HELP]
    session.close()
    again = session_at(tmp_path)
    assert touring.load(again) == gone_on.leave()
    touring.save(again, tour)
    assert touring.load(again) == tour
    again.close()
