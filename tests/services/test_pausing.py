"""A pause outlives the program, and every word of it can be taken out again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import NOW, Clock, session_at
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.pause import LEAST, Phase
from trust_desktop.services import pausing
from trust_desktop.services.pausing import PauseText
from trust_desktop.services.session import Change, local_now, on_the_clock

HALF = timedelta(minutes=30)


def broken(rule, do, *arguments):
    with pytest.raises(RuleBroken) as caught:
        do(*arguments)
    assert caught.value.rule is rule


def test_a_pause_is_there_after_the_vault_was_closed_and_opened_again(tmp_path):
    clock = Clock()
    session = session_at(tmp_path, clock)
    pause = pausing.start(session, LEAST, " I need 20 minutes. ")
    pausing.feel(session, pause.id, 8)
    pausing.write(session, pause.id, PauseText.INSTEAD, "Tea")
    session.close()

    clock.forward(minutes=10)
    again = session_at(tmp_path, clock)
    found = pausing.running(again)
    assert found is not None
    assert (found.started_at, found.returns_at) == (NOW, NOW + LEAST)
    assert (found.leaving, found.instead) == ("I need 20 minutes.", "Tea")
    assert [urge.strength for urge in found.urges] == [8]
    assert found.filled(clock()) == 0.5
    clock.forward(days=2)
    assert found.phase(clock()) is Phase.TIME_HAS_COME
    again.close()


def test_there_is_one_pause_at_a_time_of_a_length_it_may_have(session):
    assert pausing.running(session) is None
    broken(Rule.OUT_OF_SPAN, pausing.start, session, timedelta(minutes=19), "")
    broken(Rule.OUT_OF_SPAN, pausing.start, session, timedelta(hours=25), "")
    told = []
    session.on_commit = told.append
    pause = pausing.start(session, HALF, "")
    broken(Rule.ANOTHER_PAUSE, pausing.start, session, HALF, "")
    pausing.feel(session, pause.id, 3)
    felt = pausing.take_back(session, pause.id)
    assert pausing.running(session) is None
    assert pausing.journal(session).entries == ()
    pausing.start_again(session, felt)
    assert pausing.running(session) == felt
    assert felt.urges
    broken(Rule.ANOTHER_PAUSE, pausing.start_again, session, felt)
    assert set(told) == {Change.PAUSES}


def test_what_a_pause_would_say_is_said_before_it_begins(session):
    assert pausing.would_return(session, LEAST) == NOW + LEAST


def test_more_time_moves_the_return_and_keeps_both_words(session, clock):
    pause = pausing.start(session, LEAST, "First.")
    assert pausing.would_return_after(session, pause, HALF) == NOW + LEAST + HALF
    before = pausing.ask_for_more(session, pause.id, HALF, " Longer. ")
    now = pausing.running(session)
    assert before == pause
    assert now == replace(pause, returns_at=NOW + LEAST + HALF, leaving="First.\nLonger.")
    pausing.write(session, pause.id, PauseText.INSTEAD, "Walked")
    pausing.put_back_return(session, before)
    assert pausing.running(session) == replace(pause, instead="Walked")
    pausing.put_back_return(session, now)
    assert pausing.running(session) == replace(now, instead="Walked")
    pausing.put_back_return(session, before)

    clock.forward(hours=24)
    assert pausing.would_return_after(session, pause, HALF) is None
    broken(Rule.OUT_OF_SPAN, pausing.ask_for_more, session, pause.id, HALF, "")


def test_an_ended_pause_takes_no_more_time(session, clock):
    pause = pausing.start(session, LEAST, "")
    clock.forward(minutes=21)
    assert pausing.end(session, pause.id, " I’m back. ") == pause
    assert pausing.running(session) is None
    (ended,) = pausing.journal(session).entries
    assert (ended.ended_at, ended.opener) == (clock(), "I’m back.")
    broken(Rule.OUT_OF_SPAN, pausing.ask_for_more, session, pause.id, HALF, "")
    pausing.write(session, pause.id, PauseText.INSTEAD, "Walked")
    pausing.go_on(session, pause)
    assert pausing.running(session) == replace(pause, instead="Walked")


def test_a_clock_set_back_ends_no_pause_before_it_began(session, clock):
    pause = pausing.start(session, LEAST, "")
    clock.forward(minutes=5)
    pausing.feel(session, pause.id, 6)
    clock.forward(hours=-3)
    before, later = pausing.feel(session, pause.id, 5)
    assert (before, later.felt_at) == (None, NOW + timedelta(minutes=5))
    pausing.feel(session, pause.id, 4)
    assert [urge.strength for urge in pausing.running(session).urges] == [6, 5, 4]
    pausing.end(session, pause.id, "")
    (ended,) = pausing.journal(session).entries
    assert ended.ended_at == NOW + timedelta(minutes=5)


def test_the_urge_is_written_down_every_five_minutes_and_put_right_in_between(session, clock):
    pause = pausing.start(session, LEAST, "")
    broken(Rule.OUT_OF_SPAN, pausing.feel, session, pause.id, 11)
    nothing, first = pausing.feel(session, pause.id, 9)
    assert nothing is None
    clock.forward(minutes=1)
    before, put_right = pausing.feel(session, pause.id, 8)
    assert (before, put_right) == (first, replace(first, strength=8))
    clock.forward(minutes=5)
    _, second = pausing.feel(session, pause.id, 6)
    assert [urge.strength for urge in pausing.running(session).urges] == [8, 6]
    pausing.put_back_urge(session, first)
    pausing.remove_urge(session, second.id)
    assert pausing.running(session).urges == (first,)
    pausing.restore_urge(session, second)
    assert pausing.running(session).urges == (first, second)


def test_an_urge_without_a_pause_keeps_its_words_until_they_are_taken_out(session):
    broken(Rule.OUT_OF_SPAN, pausing.note_urge, session, -1, "")
    urge = pausing.note_urge(session, 7, " Ran round the block ")
    assert pausing.journal(session).entries == (urge,)
    assert urge.words == "Ran round the block"
    assert pausing.erase_urge_words(session, urge.id) == urge
    assert pausing.journal(session).entries == (replace(urge, words=""),)
    pausing.put_back_urge(session, urge)
    assert pausing.journal(session).entries == (urge,)
    pausing.remove_urge(session, urge.id)
    broken(Rule.NOTHING_WRITTEN, pausing.erase_urge_words, session, urge.id)


@pytest.mark.parametrize("which", PauseText)
def test_every_word_of_a_pause_can_be_taken_out_and_put_back(session, which):
    pause = pausing.start(session, LEAST, "Leaving")
    for text in PauseText:
        pausing.write(session, pause.id, text, text.value)
    before = pausing.erase_words(session, pause.id, which)
    now = pausing.running(session)
    assert [getattr(now, text.value) for text in PauseText].count("") == 1
    assert getattr(now, which.value) == ""
    pausing.put_back_words(session, before, which)
    assert pausing.running(session) == before

    pausing.erase_words(session, pause.id, which)
    pausing.write(session, pause.id, which, "Others")
    pausing.put_back_words(session, before, which)
    assert getattr(pausing.running(session), which.value) == "Others"


def test_of_a_pause_that_is_not_there_nothing_can_be_taken_out(session):
    broken(Rule.NOTHING_WRITTEN, pausing.erase_words, session, 99, PauseText.INSTEAD)


def test_the_journal_is_newest_first_and_finds_words_without_regard_to_case(session, clock):
    made = []
    for number in range(3):
        pause = pausing.start(session, LEAST, f"Leaving {number}")
        clock.forward(minutes=30)
        pausing.end(session, pause.id, "Softly")
        made += [pause.id, pausing.note_urge(session, 4, f"Walked {number}").id]
        clock.forward(minutes=1)
    entries = pausing.journal(session).entries
    assert [entry.id for entry in entries] == made[::-1]

    def found(words):
        return [entry.id for entry in pausing.journal(session, words).entries]

    assert found("LEAVING 1") == [made[2]]
    assert found("softly") == made[-2::-2]
    assert found("walked 2") == [made[5]]
    assert found("Zanzibar") == []
    shown = pausing.journal(session, limit=4)
    assert (len(shown.entries), shown.more) == (4, True)
    assert not pausing.journal(session, limit=6).more


def test_moments_are_shown_on_the_clock_of_the_place(session):
    there = on_the_clock(session, NOW.astimezone())
    assert there.utcoffset() == NOW.utcoffset()
    session.now = local_now
    here = on_the_clock(session, NOW)
    assert here == NOW
    assert here.utcoffset() == NOW.astimezone().utcoffset()
