"""What is true of a packet before anything happens to it: who, when, and what is wrong with it, if anything."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from samples.sheet import BLACK, BLUE, PURPLE, Pen

from ..window import writing
from ..window.deadlines import Events
from . import prose

# What is wrong with a packet, and how often. Of each, the check that has to say so. What is unsigned is not
# notarized either; where a notary swears to a signature that is not there, a person has to look.
DEFECTS = {
    "": 55,
    "unsigned": 9,
    "unsigned, notarized": 4,
    "block empty": 8,
    "no block": 4,
    "eleven pages": 10,
    "late": 10,
}
CHECK_OF = {
    "unsigned": "SIG-01",
    "unsigned, notarized": "SIG-01",
    "block empty": "NOT-01",
    "no block": "NOT-01",
    "eleven pages": "PAG-01",
    "late": "DAT-03",
}
NOTARIES = ("texas", "california", "florida", "new york", "pennsylvania")
SIGNING = ("under", "left", "cross")
PENS = (Pen("sans"), Pen("sans", 9.5), Pen("serif", 11), Pen("typewriter", 9.5), Pen("mono", 9))


@dataclass
class Story:
    number: int
    layout: str
    defect: str
    filer: prose.Person
    respondent: prose.Person
    first: date
    last: date
    learned: date
    signed: date
    received: date
    # In paragraphs; a long one needs continuation sheets.
    length: int
    # The number of pages of form and continuation sheets, where it matters.
    pages: int | None
    notary: str
    signing: str
    pen: Pen
    family: str
    ink: tuple
    # How the days are written on the form, by their names.
    written: dict = field(default_factory=dict)

    @property
    def is_signed(self):
        return self.defect not in ("unsigned", "unsigned, notarized")

    @property
    def is_notarized(self):
        return self.defect not in ("unsigned", "block empty", "no block")

    @property
    def events(self):
        ends = {"received": [self.received]}
        if self.is_signed:
            ends["signed"] = [self.signed]
        if self.is_notarized:
            ends["notarized"] = [self.signed]
        return Events(self.first, self.last, self.learned, ends)


def story(number, dice, layouts):
    defect = dice.choices(list(DEFECTS), list(DEFECTS.values()))[0]
    filer, respondent = prose.people(dice, 2)
    first = date(2019, 1, 1) + timedelta(days=dice.randrange(1900))
    last = first + timedelta(days=dice.choice((0, 0, dice.randint(1, 25))))
    learned = last + timedelta(days=dice.choice((0, 0, dice.randint(1, 20))))
    wait = dice.randint(500, 1100) if defect == "late" else dice.randint(12, 190)
    signed = learned + timedelta(days=wait)
    is_full = not defect and dice.random() < 0.12
    told = Story(
        number,
        dice.choice(layouts),
        defect,
        filer,
        respondent,
        first,
        last,
        learned,
        signed,
        signed + timedelta(days=dice.randint(1, 6)),
        length=dice.randint(1, 4),
        pages=dice.choice((11, 12, 13)) if defect == "eleven pages" else 10 if is_full else None,
        notary=dice.choice(NOTARIES),
        signing=dice.choice(SIGNING),
        pen=dice.choice(PENS),
        family=dice.choice(("sans", "sans", "serif")),
        ink=dice.choice((BLACK, BLUE, BLUE, PURPLE)),
    )
    told.written = {
        "first": plainly(first, dice),
        "last": plainly(last, dice) if last != first or dice.random() < 0.5 else "",
        "learned": plainly(learned, dice),
        "signed": plainly(signed, dice),
    }
    return told


def plainly(day, dice):
    """A day as it is written so that nobody can misunderstand it."""
    while True:
        said = writing.exact(day, dice)
        if said.is_plain:
            return said.text


def act(day, dice):
    """Day, month and year for the blanks of a certificate."""
    while True:
        said, is_plain = writing.act(day, dice)
        if is_plain:
            return said
