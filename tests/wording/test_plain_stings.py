"""What is said straight out stings alone, behind thanks and in the midst; denied, asked, quoted or meant for others it does not."""

import pytest

from trust_desktop import resources
from trust_desktop.wording import Kind, review_message
from trust_desktop.wording.plain_stings import PlainSting, is_in_quotation, plain_stings
from trust_desktop.wording.reading import placed_sentences
from trust_desktop.wording.remarks import PLAIN_KINDS
from trust_desktop.wording.tokens import tokens

STINGS = {
    "you never listen": Kind.SWEEPING,
    "You never listen to me.": Kind.SWEEPING,
    "you never listenn to me": Kind.SWEEPING,
    "YOU NEVER LISTEN!!": Kind.SWEEPING,
    "You’ve never cared": Kind.SWEEPING,
    "u never care abt me": Kind.SWEEPING,
    "youre always late": Kind.SWEEPING,
    "You don't care about us": Kind.SWEEPING,
    "It's all your fault": Kind.SWEEPING,
    "you disgust me": Kind.CONTEMPT,
    "ur useless": Kind.CONTEMPT,
    "You are such a coward": Kind.CONTEMPT,
    "I hate you": Kind.CONTEMPT,
}
BESIDE = [
    "{}",
    "Thank you for the tea. {}. The children are asleep.",
    "{}, and the bins are full.",
    "You rang at six, but {}",
]


@pytest.mark.parametrize("sting", STINGS)
@pytest.mark.parametrize("beside", BESIDE)
def test_it_stings_whatever_stands_beside_it(sting: str, beside: str) -> None:
    text = beside.format(sting)
    found = {remark.kind: text[remark.start : remark.end] for remark in review_message(text)}
    assert STINGS[sting] in found
    assert found[STINGS[sting]] in sting


LEFT_ALONE = [
    "I have never felt so cared for.",
    "You never listen to the radio in the car any more, I noticed.",
    "My mother used to say: you never listen. Today you did.",
    "“You always forget”, my mother said, but you remembered.",
    "'You never listen', I said. I am sorry.",
    "“Well, you never listen,” she said. I told her about Tuesday.",
    "It's not your fault.",
    "I don't think it's all your fault.",
    "You are not selfish. You never were.",
    "Nobody says you are useless.",
    "You never let me down this week.",
    "You always make me laugh.",
    "You never once complained.",
    "I felt useless.",
    "You don't deserve this.",
    "You don't deserve this pain.",
    "You don't deserve anything less.",
    "I can't look at you without crying.",
    "I can't look at you yet.",
    "I hate you being away.",
    "I hate you being sad.",
    "I can't stand you being alone.",
    "You are nothing like him.",
    "You are nothing but kind.",
    "Nobody loves you like me.",
    "Nobody will ever love you more.",
    "You make me sick with worry.",
    "No shame on you, I did the same.",
    "You should be ashamed of nothing.",
    "You're still weak, please rest.",
    "What's wrong with you today, are you ill?",
    "You're the worst at puns, and I love it.",
    "You've got no heart trouble, thank God.",
    "You always do that for me.",
    "You always say that you love me.",
    "You always start the coffee.",
    "You always lie beside me.",
    "You can't do anything about the past.",
    "You have never listened so carefully.",
    "You've never listened so well.",
    "You have never once asked for anything.",
    "You never loved me less.",
    "You haven't changed your mind.",
    "You haven't changed a bit, you still make me laugh.",
    "You never change your mind.",
    "All you ever do is help.",
    "All you ever care about is us.",
    "You never listen to gossip.",
    "You never did anything in secret.",
    "It's all about you tonight.",
    "You can't be trusted yet, and I want to.",
    "You always walk away before you shout.",
    "You never told the truth before, and on Sunday you did.",
    "You never told me the truth until Sunday.",
    "You never showed up before, today you did.",
    "You never told me anything before, now you do.",
    "It isn't because you don't care.",
    "I am sad, not because you never listen.",
    "I am not here because I hate you.",
    "It's not true: you never listen.",
    "It feels as though you never listen.",
    "You never listen, my mother used to say.",
    "You are useless, my father told me.",
    "My mother said: “You are late again. You never listen.” It stayed with me.",
    'She shouted "Go away! I hate you!" and I cried.',
    "'Well, you never listen,' she said.",
    "When I was six my mother said, you are useless.",
    "My father used to say to me: you are useless.",
    "He told me once, I hate you.",
    "You always do this for me.",
    "I'm blushing, and it's all your fault.",
    "Happy birthday! It's all about you.",
    "You're always busy, thank you for calling.",
    "You are a joke-teller and I love it.",
    "You never help with the house-work.",
    "Is it because you don't care?",
    "Maybe it's because you don't care.",
    "I thought it was because you don't love me. I was wrong.",
    "I was afraid it was because you don't love me.",
]
OTHERWISE = [
    "As I said, you never listen.",
    "Like I told you, you never listen.",
    "I have to say, you disgust me.",
    "Let me tell you, you're pathetic.",
    "I told you, you never listen.",
    "You are so fucking selfish",
    "i fucking hate you",
    "You're such a fucking idiot",
    "I really hate you.",
    "You are just so selfish.",
    "You never ever help.",
    "You're too selfish.",
    "Maybe you don't care",
    "I think you're selfish.",
    "Just go to hell.",
    "You never listen to a word I say.",
    "Why do you never listen to me?",
    "Why are you so selfish?",
    "its all your fault",
    "its ur fault",
    "it's all ur fault",
    "u r selfish",
    "u nvr listen",
    "I had to walk home so you're useless",
    "You're never there for me.",
    "You've ruined everything.",
    "You're an asshole",
    "You are a piece of shit",
    "You're so cruel.",
    "You never once said sorry.",
    "You never listen, and I am tired.",
    "the dishes are done. you are a liar",
    "It's because you never listen.",
    "I have always told you, you never listen.",
    "I just wanted to say, you never listen.",
    "Thanks for telling me about it, you never listen.",
    "Don't tell me the time, you never listen.",
    "My mother said it was late and you never listen.",
    "Your mates think you're a legend, I think you're a loser.",
    "You never listen-ever.",
    "Thank you for the tea\u2014you never listen.",
]


def straight_out(text: str) -> list[PlainSting]:
    return [
        sting
        for placed in placed_sentences(text)
        for sting in plain_stings(placed.sentence.text)
        if not is_in_quotation(text, placed.start)
    ]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_denied_felt_quoted_or_meant_kindly_it_is_left_alone(text: str) -> None:
    assert straight_out(text) == []


@pytest.mark.parametrize("text", OTHERWISE)
def test_it_is_known_by_other_words(text: str) -> None:
    assert len(straight_out(text)) == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "I saw what you did and you disgust me and I still want to try.",
            "I saw what you did and I still want to try.",
        ),
        ("You never listen and thank you for the tea.", "Thank you for the tea."),
        ("Thank you for the tea and the walk and you never listen.", "Thank you for the tea and the walk."),
        ("Thank you for the tea and YOU never listen.", "Thank you for the tea."),
        ("Thank you for the tea and, honestly, YOU never listen.", "Thank you for the tea."),
        ("I love you but you never listen and I'm tired.", "I love you and I'm tired."),
        ("I'm sad because you never listen and I miss you.", "I'm sad and I miss you."),
        ("You never listen, and thank you for the tea.", "Thank you for the tea."),
        ("You never listen and sometimes I cry.", "Sometimes I cry."),
        ("You never listen and the kids are asleep.", "The kids are asleep."),
        ("You never listen and nothing changes.", "Nothing changes."),
        ("You're a liar and a cheat and I'm done.", "I'm done."),
    ],
)
def test_what_is_taken_out_is_its_own_part(text: str, left: str) -> None:
    assert left in [remark.rewrite for remark in review_message(text)]


def test_what_is_taken_out_leaves_the_rest() -> None:
    (remark,) = review_message("Thank you for the tea. You never listen to me.")
    assert remark.rewrite == "Thank you for the tea."
    assert (remark.reason, remark.suggestion) == ("sweeping.reason", "sweeping.gentler")


@pytest.mark.parametrize(
    "text",
    [
        "You are selfish and lazy.",
        "You're a liar and a cheat.",
        "You're selfish, and a bad father.",
        "You don't care about me and the kids.",
        "You never say sorry or thank you.",
        "You never help or do anything.",
        "You never help unless I ask.",
        "You never help, unless I ask.",
        "You never help while I cook.",
        "You never listen and you know it.",
        "You never listen, love.",
    ],
)
def test_what_says_nothing_without_it_goes_too(text: str) -> None:
    """Of "you never say sorry or thank you" thanks were left."""
    (remark,) = review_message(f"Thank you for dinner. {text}")
    assert remark.rewrite == "Thank you for dinner."


def one_way(entry: str) -> str:
    return " ".join(word.rstrip("~").split("/")[0] for word in entry.split())


CONTENT = resources.content("plain_stings")
AROUND = CONTENT["around"]


@pytest.mark.parametrize("entry", [entry for kind in PLAIN_KINDS for entry in CONTENT[kind.value]["phrases"]])
def test_each_entry_is_found(entry: str) -> None:
    assert len(straight_out(one_way(entry))) == 1


@pytest.mark.parametrize("entry", AROUND["before"])
def test_each_word_that_may_stand_before_may(entry: str) -> None:
    assert len(straight_out(f"{entry} you never listen")) == 1


@pytest.mark.parametrize("entry", AROUND["behind"])
def test_each_word_that_may_stand_behind_may_and_goes_too(entry: str) -> None:
    for text in (f"you never listen {entry}", f"you never listen, {entry}"):
        (sting,) = straight_out(text)
        assert sting.outer_last == len(tokens(text))


@pytest.mark.parametrize("entry", AROUND["leads"])
def test_each_part_that_leads_to_it_goes_too(entry: str) -> None:
    (sting,) = straight_out(f"{entry}, you never listen")
    assert sting.outer_first == 0


def test_it_is_said_once_in_a_sentence() -> None:
    (remark,) = review_message("You never listen, you never help, you never care.")
    assert remark.start == 0


def test_harm_is_heard_before_it() -> None:
    assert review_message("You never listen. You hit me on Friday.") == ()
