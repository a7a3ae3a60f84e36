"""What happened and what the packet shows of it, diced around the end of a filing period."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from . import writing
from .deadlines import ENDS, Events, is_special, rolled
from .writing import Written

# What the packet is, and how often. All but "plain" are traps, or lack something.
KINDS = {
    "plain": 56, "unsigned": 6, "unnotarized": 7, "eleven pages": 5, "ten pages": 2, "self-report": 3,
    "chair": 2, "power of attorney": 3, "letter only": 2, "two forms": 4, "loose certificate": 2,
    "signed elsewhere": 2, "initials": 2, "seal without signature": 2, "ongoing box": 2,
}


@dataclass
class Story:
    number: int
    kind: str
    edition: str
    program: str
    events: Events
    # What stands in the blanks: from, to, learned, signed, act (three blanks), received, postmarked.
    blanks: dict = field(default_factory=dict)
    # The blanks that are filled in with a pen.
    by_hand: tuple = ()
    # How the days lie to the end of the period that was diced for, in days.
    offset: int = 0
    is_signed: bool = True
    is_notarized: bool = True

    @property
    def is_plain(self):
        """Every day that matters stands there in print, and can only mean itself."""
        needed = {"from", "learned", "signed", "received"} | ({"act"} if self.is_notarized else set())
        if self.events.first != self.events.last:
            needed.add("to")
        shown = {key for key, blank in self.blanks.items() if blank}
        return (self.kind not in ("two forms", "letter only", "loose certificate", "ongoing box",
                                  "signed elsewhere", "initials")
                and not self.by_hand and needed <= shown
                and all(blank.is_plain for blank in self.blanks.values() if blank))


def story(number, dice, editions):
    edition = dice.choices(
        [editions[name] for name in ("ccm-2023", "ccm-2015", "cdms-2015")], (5, 3, 2))[0]
    kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
    events, offset = _events(dice, edition, kind)
    told = Story(number, kind, edition.name, edition.program, events, offset=offset,
                 is_signed=kind != "unsigned", is_notarized=kind not in (
                     "unsigned", "unnotarized", "seal without signature", "letter only"))
    _without(told)
    _write(told, dice)
    return told


def _events(dice, edition, kind):
    """Days so that one way of counting, diced too, ends `offset` days before one of the ends."""
    start = _remarkable(dice)
    pivot, end = dice.choice(edition.starts), dice.choice(edition.ends)
    _, span = dice.choice(edition.spans)
    offset = dice.choice((-1, 0, 1)) if dice.random() < 0.5 else dice.randint(-40, 60)
    if dice.random() < 0.12:
        offset += dice.choice((-60, 300))
    filed = rolled(span(start), dice.choice(edition.rollovers)) + timedelta(days=offset)
    is_tight = dice.random() < 0.5

    def gap(longest):
        return timedelta(days=0 if is_tight else dice.randint(0, longest))

    run = gap(30) if dice.random() < 0.3 else timedelta(0)
    first, last, learned = {
        "first-act": lambda: (start, start + run, start + gap(20)),
        "last-act": lambda: (start - run, start, start - run + gap(20)),
        "learned": lambda: (start - run, start, start),
    }[pivot]()
    days = [date.min] * 4
    at = ENDS.index(end)
    days[at] = filed
    for index in range(at + 1, 4):
        days[index] = days[index - 1] + gap((0, 1, 3, 5)[index])
    for index in range(at - 1, -1, -1):
        days[index] = days[index + 1] - gap((1, 3, 5)[index])
    is_ongoing = kind == "ongoing box" or dice.random() < 0.04
    return Events(first, last, learned, {name: [day] for name, day in zip(ENDS, days)}, is_ongoing), offset


def _remarkable(dice):
    """A day of 2018 to 2025, every second one a day at which counting goes wrong."""
    while True:
        day = date(2018, 1, 1) + timedelta(days=dice.randrange(2700))
        if dice.random() < 0.06:
            return date(dice.choice((2020, 2024)), 2, 29)
        if dice.random() < 0.5 or is_special(day):
            return day


def _without(told):
    """Takes out what did not happen, and adds what happened twice."""
    ends = told.events.ends
    if not told.is_signed:
        del ends["signed"]
    if not told.is_notarized:
        del ends["notarized"]
    if told.kind == "two forms":
        # The first was sent back, and not notarized.
        for name, earlier in (("signed", 45), ("postmarked", 44), ("received", 40)):
            ends[name].insert(0, ends[name][0] - timedelta(days=earlier))


def _write(told, dice):
    """Fills in the blanks: in every second packet clearly, in the others as people do."""
    events, ends = told.events, told.events.ends
    is_clear = dice.random() < 0.5

    def single(day):
        said = writing.exact(day, dice)
        while is_clear and not said.is_plain:
            said = writing.exact(day, dice)
        return said

    def one(day):
        return writing.vague(day, dice) if not is_clear and dice.random() < 0.2 else single(day)

    def left_out(share):
        return not is_clear and dice.random() < share

    begun = one(events.first)
    until = begun if events.first == events.last else one(events.last)
    if events.first == events.last and dice.random() < 0.2:
        until = None
    elif events.first != events.last and left_out(0.4):
        begun, until = writing.stretch(events.first, events.last, dice), None
    if told.kind == "ongoing box":
        # Only the box says so.
        until = None if dice.random() < 0.6 else one(events.last)
    elif events.is_ongoing:
        until = writing.going_on(dice)
    if left_out(0.03):
        begun = until = None
    learned = None if left_out(0.15) else one(events.learned)
    if left_out(0.05):
        learned = Written(dice.choice(("same day", "see statement", "the same")), False)
    told.blanks = {
        "from": begun, "to": until, "learned": learned,
        "signed": single(ends["signed"][-1]) if told.is_signed and not left_out(0.1) else None,
        "received": None if left_out(0.25) else Written(writing.wheels(ends["received"][-1])),
        "postmarked": Written(writing.wheels(ends["postmarked"][-1])) if dice.random() < 0.4 else None}
    if told.is_notarized:
        said = writing.act(ends["notarized"][-1], dice)
        while is_clear and not said[1]:
            said = writing.act(ends["notarized"][-1], dice)
        told.blanks["act"] = Written(*said)
    if not is_clear:
        told.by_hand = dice.choices(
            ((), ("signed",), ("signed", "act"), ("from", "to", "learned"),
             ("from", "to", "learned", "signed", "act")), (50, 15, 13, 10, 12))[0]
