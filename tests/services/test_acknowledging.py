"""Words from their draft to having been said, and what the tray makes of it."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import FIRST_DAY, NOW, TODAY, Clock, a_live_plan, a_plan_draft
from trust_desktop.domain.acknowledgement import THANKED, UNSAID_DAYS, AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services import acknowledging, following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.services.tray import EARLIER_SHOWN
from trust_desktop.storage.database import Database

HERE = MarkKey(1, TODAY)
YESTERDAY = MarkKey(2, TODAY - timedelta(days=1))
WORDS = AcknowledgementDraft(text=" Thank you for today. ", covers=frozenset({HERE, YESTERDAY}))


def broken(rule: Rule):
    return pytest.raises(RuleBroken, match=rule.name)


@pytest.fixture
def marked(session):
    a_live_plan(session)
    following_through.mark(session, *HERE, Outcome.KEPT)
    following_through.mark(session, *YESTERDAY, Outcome.PARTLY)
    return session


def keys(items) -> set[MarkKey]:
    return {item.key for item in items}


def test_the_tray_is_empty_without_a_plan(session):
    tray = acknowledging.tray(session)
    assert (tray.unsaid, tray.could_mention, tray.earlier, tray.count) == ((), (), (), 0)


def test_an_item_carries_the_words_of_its_day(marked):
    planning.change_action(marked, 1, 1, a_plan_draft().actions[3].terms())  # from tomorrow: today is marked
    (item,) = acknowledging.tray(marked).unsaid
    assert (item.key, item.slot, item.age, item.outcome) == (HERE, 1, 0, Outcome.KEPT)
    assert item.title == "Phone on the table at dinner"
    assert item.text.startswith("Phone on the table at dinner\n")
    (mention,) = acknowledging.tray(marked).could_mention
    assert (mention.key, mention.age) == (YESTERDAY, 1)


def test_items_are_grouped_by_action_newest_first(session):
    a_live_plan(session)
    for action_id, age in ((4, 2), (1, 3), (4, 0), (1, 1)):
        following_through.mark(session, action_id, TODAY - timedelta(days=age), Outcome.KEPT)
    assert [(item.slot, item.age) for item in acknowledging.tray(session).unsaid] == [
        (1, 1),
        (1, 3),
        (4, 0),
        (4, 2),
    ]


def test_a_draft_is_saved_changed_taken_away_and_put_back(session):
    assert acknowledging.open_draft(session) is None
    assert acknowledging.discard_draft(session, 1) is None
    draft = acknowledging.save_draft(session, WORDS)
    changed = acknowledging.save_draft(
        session, AcknowledgementDraft(draft.id, "Thank", frozenset(), Way.TEXT)
    )
    assert acknowledging.open_draft(session) == changed
    assert acknowledging.discard_draft(session, draft.id) == changed
    with broken(Rule.ALREADY_DELIVERED):
        acknowledging.save_draft(session, changed)
    assert acknowledging.restore_draft(session, changed) == changed
    assert acknowledging.open_draft(session) == changed


def test_said_words_leave_the_draft_and_the_tray_and_become_history(marked):
    draft = acknowledging.save_draft(marked, WORDS)
    said = acknowledging.deliver(marked, draft, Way.NOTE, TODAY)
    assert (said.text, said.way, said.day, said.delivered_at) == (
        "Thank you for today.",
        Way.NOTE,
        TODAY,
        NOW,
    )
    assert acknowledging.said(marked) == (said,)
    assert acknowledging.open_draft(marked) is None
    tray = acknowledging.tray(marked)
    assert (tray.unsaid, tray.could_mention) == ((), ())
    with broken(Rule.ALREADY_DELIVERED):
        acknowledging.deliver(marked, draft, Way.NOTE, TODAY)


def test_what_was_said_can_be_taken_back_and_said_again(marked):
    said = acknowledging.deliver(marked, WORDS, Way.TEXT, TODAY)
    draft = acknowledging.take_back(marked, said.id)
    assert acknowledging.open_draft(marked) == draft
    assert (draft.text, draft.covers, draft.way) == (said.text, said.covers, Way.TEXT)
    assert acknowledging.said(marked) == ()
    assert acknowledging.tray(marked).count == 1
    with broken(Rule.NOTHING_WRITTEN):
        acknowledging.take_back(marked, said.id)
    again = acknowledging.deliver(marked, draft, Way.TEXT, TODAY)
    assert again.id > said.id
    assert again.covers == said.covers
    same = acknowledging.deliver(
        marked, acknowledging.take_back(marked, again.id), Way.TEXT, TODAY, again=again.id
    )
    assert same == again == acknowledging.said(marked)[0]


def test_with_words_that_are_gone_no_remark_on_them_comes_back(marked):
    kept = frozenset({"late_jab: today"})
    said = acknowledging.deliver(marked, WORDS, Way.TEXT, TODAY)
    draft = acknowledging.take_back(marked, said.id, kept)
    assert acknowledging.open_draft(marked) == draft
    assert draft.kept == kept
    again = acknowledging.deliver(marked, draft, Way.TEXT, TODAY)
    acknowledging.erase_words(marked, again.id)
    assert acknowledging.take_back(marked, again.id, kept).kept == frozenset()


def test_words_without_any_mark_may_be_said(session):
    said = acknowledging.deliver(session, AcknowledgementDraft(text="Thank you"), Way.ALOUD, TODAY)
    assert acknowledging.said(session) == (said,)


def test_marks_corrected_since_are_covered_no_more(marked):
    following_through.mark(marked, *HERE, Outcome.NOT_KEPT)
    following_through.clear(marked, *YESTERDAY)
    assert acknowledging.deliver(marked, WORDS, Way.ALOUD, TODAY).covers == frozenset()


@pytest.mark.parametrize(
    ("text", "later", "rule"), [(" \n", 0, Rule.NOTHING_WRITTEN), ("Thank you", 1, Rule.SAID_IN_FUTURE)]
)
def test_nothing_is_not_said_and_not_in_the_future(marked, text, later, rule):
    draft = acknowledging.save_draft(marked, AcknowledgementDraft(text=text))
    with broken(rule):
        acknowledging.deliver(marked, draft, Way.ALOUD, TODAY + timedelta(days=later))
    assert acknowledging.open_draft(marked) == draft


def test_letting_rest_can_be_undone_and_says_what_is_new(marked):
    assert acknowledging.let_rest(marked, frozenset({HERE})) == {HERE}
    assert acknowledging.let_rest(marked, frozenset({HERE, YESTERDAY})) == {YESTERDAY}
    assert acknowledging.let_rest(marked, frozenset()) == frozenset()
    assert acknowledging.tray(marked).count == 0
    acknowledging.unrest(marked, frozenset({HERE}))
    assert keys(acknowledging.tray(marked).unsaid) == {HERE}
    assert acknowledging.tray(marked).could_mention == ()


def test_history_is_read_page_by_page_newest_first(session, clock):
    for number in range(5):
        acknowledging.deliver(session, AcknowledgementDraft(text=str(number)), Way.ALOUD, TODAY)
    first = acknowledging.said(session, limit=2)
    rest = acknowledging.said(session, limit=9, before=first[-1].id)
    assert [said.text for said in first + rest] == ["4", "3", "2", "1", "0"]
    assert acknowledging.said_in_month(session) == 5
    clock.forward(days=10)
    assert acknowledging.said_in_month(session) == 0


def test_ones_own_words_can_be_taken_out_and_put_back_and_the_rest_stays(marked):
    said = acknowledging.deliver(marked, WORDS, Way.ALOUD, TODAY)
    before = acknowledging.erase_words(marked, said.id)
    assert before == said
    (left,) = acknowledging.said(marked)
    assert (left.text, left.erased, left.covers, left.day) == ("", True, said.covers, TODAY)
    assert acknowledging.tray(marked).count == 0
    acknowledging.restore_words(marked, before)
    assert acknowledging.said(marked) == (said,)


def test_erased_words_are_gone_from_the_file(tmp_path, marked):
    said = acknowledging.deliver(marked, WORDS, Way.ALOUD, TODAY)
    acknowledging.erase_words(marked, said.id)
    with marked.read() as transaction:
        rows = transaction.connection.exec_driver_sql("SELECT text FROM acknowledgements").scalars().all()
    assert rows == [""]


def test_older_marks_stand_under_earlier_uncounted(session, clock):
    a_live_plan(session)
    outcomes = [Outcome.KEPT, Outcome.PARTLY, Outcome.NOT_KEPT, Outcome.KEPT_LATE_TOLD]
    following_through.mark_days(
        session, [(1, FIRST_DAY + timedelta(days=n), outcome) for n, outcome in enumerate(outcomes)]
    )
    acknowledging.let_rest(session, frozenset({MarkKey(1, FIRST_DAY)}))
    clock.moment = NOW.replace(month=12, day=20)
    tray = acknowledging.tray(session)
    assert tray.count == 0
    assert [item.outcome for item in tray.earlier] == [Outcome.KEPT_LATE_TOLD, Outcome.PARTLY]
    clock.moment = NOW.replace(year=2028)
    assert acknowledging.tray(session).earlier == ()


def test_earlier_shows_the_newest_only(session, clock):
    a_live_plan(session)
    clock.forward(days=100)
    days = [FIRST_DAY + timedelta(days=n) for n in range(80)]
    following_through.mark_days(session, [(1, day, Outcome.KEPT) for day in days])
    earlier = acknowledging.tray(session).earlier
    assert [item.key.day for item in earlier] == sorted(days, reverse=True)[:EARLIER_SHOWN]


some_keys = st.builds(
    MarkKey, st.integers(1, 4), st.integers(0, 20).map(lambda age: TODAY - timedelta(days=age))
)


class TrayStaysRight(RuleBasedStateMachine):
    """Mark, correct, unmark, say, take back and let rest in any order: the tray is what the days say."""

    @initialize()
    def open(self):
        self.session = VaultSession(Database.in_memory(), now=Clock())
        a_live_plan(self.session)
        self.marks: dict[MarkKey, Outcome] = {}
        self.said: list[tuple[int, frozenset[MarkKey]]] = []
        self.rested: set[MarkKey] = set()

    @rule(key=some_keys, outcome=st.sampled_from(Outcome))
    def mark(self, key, outcome):
        following_through.mark(self.session, *key, outcome)
        self.marks[key] = outcome

    @rule(key=some_keys)
    def clear(self, key):
        following_through.clear(self.session, *key)
        self.marks.pop(key, None)

    @rule(key=some_keys, outcome=st.sampled_from(Outcome))
    def mark_and_undo(self, key, outcome):
        before = following_through.mark(self.session, *key, outcome)
        following_through.put_back(self.session, *key, before)

    @rule(covers=st.frozensets(some_keys, max_size=4))
    def say(self, covers):
        draft = AcknowledgementDraft(text="Thank you", covers=covers)
        said = acknowledging.deliver(self.session, draft, Way.ALOUD, TODAY)
        worth = {key for key in covers if self.marks.get(key) in THANKED | {Outcome.PARTLY}}
        assert said.covers == worth
        self.said.append((said.id, said.covers))

    @precondition(lambda self: self.said)
    @rule()
    def take_back(self):
        acknowledging.take_back(self.session, self.said.pop()[0])

    @precondition(lambda self: self.marks)
    @rule(data=st.data())
    def let_rest(self, data):
        key = data.draw(st.sampled_from(sorted(self.marks)))
        new = acknowledging.let_rest(self.session, frozenset({key}))
        assert new == {key} - self.rested
        self.rested.add(key)

    @precondition(lambda self: self.rested)
    @rule()
    def unrest(self):
        acknowledging.unrest(self.session, frozenset({self.rested.pop()}))

    @invariant()
    def tray_says_what_the_days_say(self):
        if not hasattr(self, "session"):
            return
        covered = frozenset().union(*(keys for _, keys in self.said))
        open_marks = {key: each for key, each in self.marks.items() if key not in covered | self.rested}
        recent = {key for key in open_marks if (TODAY - key.day).days < UNSAID_DAYS}
        thanked = {key for key, outcome in open_marks.items() if outcome in THANKED}
        partly = {key for key, outcome in open_marks.items() if outcome is Outcome.PARTLY}
        tray = acknowledging.tray(self.session)
        assert keys(tray.unsaid) == thanked & recent
        assert keys(tray.could_mention) == partly & recent
        assert keys(tray.earlier) == (thanked | partly) - recent

    @override
    def teardown(self):
        if hasattr(self, "session"):
            self.session.close()


TestTrayStaysRight = TrayStaysRight.TestCase
TestTrayStaysRight.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
