"""Notary blocks after the short forms that states publish, with what a notary fills in."""

from dataclasses import dataclass
from datetime import date, timedelta

from samples.ink import box_seal, round_seal, signature
from samples.sheet import BLACK, width_of

from . import prose
from .page import blank, box_text
from .story import act


@dataclass
class Notary:
    name: str
    number: str
    expires: date
    day: str
    month: str
    year: str
    signed: date
    signer: str
    county: str
    ink: tuple = BLACK
    seal: str = "box"

    @property
    def end(self):
        return f"{self.expires:%B} {self.expires.day}, {self.expires.year}"

    @property
    def date_line(self):
        return f"{self.month} {self.day}, {self.year}"


def notary(dice, day, signer, ink=BLACK):
    number, month, year = act(day, dice)
    return Notary(
        prose.person(dice).name,
        str(dice.randint(1200000, 139999999)),
        day + timedelta(days=dice.randint(60, 1300)),
        number,
        month,
        year,
        day,
        signer,
        dice.choice(("Marion", "Douglas", "Monroe", "Madison", "Warren")),
        ink,
        dice.choice(("round", "box", "box")),
    )


def draw(page, kind, y, x, width, filled, pen, dice, face):
    """The block of a state, empty where nobody filled it in; gives its lower edge."""
    top = y
    bottom = BLOCKS[kind](page, Lines(page, x, y, width, pen, face), filled, dice)
    page.places["notary"] = [x, top, width, bottom - top]
    page.holds.add("notary")
    return bottom


class Lines:
    """Sets print and blanks in one line after the other."""

    def __init__(self, page, x, y, width, pen, face, size=9.5):
        self.page, self.x, self.y, self.width, self.pen, self.face, self.size = (
            page,
            x,
            y,
            width,
            pen,
            face,
            size,
        )

    def line(self, *parts, lead=20):
        """Print is a string, a blank (name, width, value)."""
        self.y += lead
        x = self.x
        for part in parts:
            if isinstance(part, str):
                self.page.sheet.text(x, self.y, part, self.face.family, self.size)
                x += width_of(part, self.face.family, self.size) + 4
            else:
                name, width, value = part
                blank(self.page, f"notary.{name}", x, self.y + 2, width, value, self.pen)
                x += width + 4

    def para(self, text, lead=14):
        self.y = (
            self.page.sheet.para(self.x, self.y + lead, self.width, text, self.face.family, self.size)
            - self.size * 1.25
        )

    def sign(self, label, filled, dice, width=220, lead=44, x=0):
        """The officer's line with its label under it."""
        self.y += lead
        self.page.sheet.line(self.x + x, self.y, self.x + x + width, self.y, 0.7)
        self.page.sheet.text(self.x + x, self.y + 10, label, self.face.family, 8)
        if filled:
            mask = signature(dice, dice.uniform(110, 170), dice.uniform(26, 34))
            self.page.press(
                "notary", self.x + x + dice.uniform(8, 30), self.y - mask.height * 0.24 + 4, mask, filled.ink
            )
        self.y += 10

    def seal(self, state, filled, dice, x, y):
        """The notary's stamp at the right of the block."""
        if not filled:
            return
        make = round_seal if filled.seal == "round" else box_seal
        mask = make(dice, filled.name, state, filled.number, filled.end)
        self.page.press("seal", self.x + x + dice.uniform(-4, 4), y + dice.uniform(-4, 4), mask, filled.ink)


def _texas(page, lines, filled, dice):
    top = lines.y
    lines.line("State of Texas", lead=14)
    lines.line("County of", ("county", 140, filled and filled.county))
    lines.line(
        "Sworn to and subscribed before me on the",
        ("day", 40, filled and filled.day),
        "day of",
        ("month", 84, filled and filled.month),
        ",",
        ("year", 46, filled and filled.year),
        lead=24,
    )
    lines.line("by", ("signer", 220, filled and filled.signer), "(name of signer).", lead=22)
    lines.seal("Texas", filled, dice, 24, lines.y + 14)
    page.sheet.text(lines.x, lines.y + 128, "(Personalized Seal)", lines.face.family, 8)
    lines.sign("Notary Public's Signature", filled, dice, x=250, lead=56)
    lines.x += 250
    lines.line("My commission expires", ("expires", 120, filled and filled.end), lead=30)
    lines.x -= 250
    return top + 196


def _california(page, lines, filled, dice):
    lines.y = box_text(
        page,
        lines.x,
        lines.y,
        lines.width,
        "A notary public or other officer completing this certificate verifies only the identity of "
        "the individual who "
        "signed the document to which this certificate is attached, and not the truthfulness, "
        "accuracy, or validity of "
        "that document.",
        lines.face.family,
        8,
    )
    lines.line("State of California", lead=16)
    lines.line("County of", ("county", 150, filled and filled.county))
    lines.line(
        "Subscribed and sworn to (or affirmed) before me on this",
        ("day", 40, filled and filled.day),
        "day of",
        ("month", 84, filled and filled.month),
        ",",
        ("year", 44, filled and filled.year),
        lead=22,
    )
    lines.line(
        "by", ("signer", 230, filled and filled.signer), ", proved to me on the basis of satisfactory", lead=20
    )
    lines.line("evidence to be the person(s) who appeared before me.", lead=14)
    lines.sign("Signature of Notary Public", filled, dice, x=0, width=230, lead=44)
    page.sheet.text(lines.x + 250, lines.y - 10, "(Seal)", lines.face.family, 8)
    lines.seal("California", filled, dice, 290, lines.y - 58)
    return lines.y + 14


def _florida(page, lines, filled, dice):
    lines.line("STATE OF FLORIDA", lead=14)
    lines.line("COUNTY OF", ("county", 140, filled and filled.county))
    lines.line("Sworn to (or affirmed) and subscribed before me by means of", lead=22)
    y, x = (
        lines.y,
        lines.x
        + width_of("Sworn to (or affirmed) and subscribed before me by means of", lines.face.family, 9.5)
        + 6,
    )
    page.sheet.check("notary.present", x, y, bool(filled), lines.pen)
    page.sheet.text(x + 12, y, "physical presence or", lines.face.family, 9.5)
    lines.line(lead=15)
    page.sheet.check("notary.online", lines.x, lines.y, False, lines.pen)
    lines.x += 12
    lines.line(
        "online notarization, this",
        ("day", 40, filled and filled.day),
        "day of",
        ("month", 84, filled and filled.month),
        ",",
        ("year", 46, filled and filled.year),
        ", by",
        lead=2,
    )
    lines.x -= 12
    lines.line(("signer", 230, filled and filled.signer), ".", lead=20)
    lines.sign("(Signature of Notary Public - State of Florida)", filled, dice, width=230, lead=42)
    lines.seal("Florida", filled, dice, 290, lines.y - 62)
    lines.line(("name", 230, filled and filled.name), lead=26)
    page.sheet.text(
        lines.x,
        lines.y + 11,
        "(Print, Type, or Stamp Commissioned Name of Notary Public)",
        lines.face.family,
        7.5,
    )
    lines.line(
        "Personally Known",
        ("known", 30, "X" if filled else ""),
        "OR Produced Identification",
        ("produced", 30, ""),
        lead=28,
    )
    return lines.y + 8


def _new_york(page, lines, filled, dice):
    lines.line("State of New York", "          )", lead=14)
    page.sheet.text(lines.x + 150, lines.y + 9, ") ss.:", lines.face.family, 9.5)
    lines.line("County of", ("county", 92, filled and filled.county), ")", lead=19)
    lines.line(
        "On the",
        ("day", 40, filled and filled.day),
        "day of",
        ("month", 84, filled and filled.month),
        "in the year",
        ("year", 46, filled and filled.year),
        "before me, the undersigned, personally",
        lead=22,
    )
    lines.line(
        "appeared", ("signer", 220, filled and filled.signer), ", personally known to me or proved", lead=20
    )
    lines.para(
        "to me on the basis of satisfactory evidence to be the individual whose name is subscribed "
        "to the within "
        "instrument and acknowledged to me that he/she/they executed the same in his/her/their "
        "capacity, and that by "
        "his/her/their signature on the instrument, the individual executed the instrument.",
        15,
    )
    lines.sign("Signature and Office of individual taking acknowledgment", filled, dice, width=240, lead=46)
    lines.seal("New York", filled, dice, 300, lines.y - 58)
    lines.line("Commission expires", ("expires", 130, filled and filled.end), lead=22)
    return lines.y + 8


def _pennsylvania(page, lines, filled, dice):
    lines.line("Commonwealth of Pennsylvania", lead=14)
    lines.line("County of", ("county", 140, filled and filled.county))
    day = filled and f"{filled.signed:%B} {filled.signed.day}, {filled.signed.year}"
    lines.line("This record was acknowledged before me on", ("day", 130, day), "by", lead=24)
    lines.line(("signer", 240, filled and filled.signer), "(name of individual).", lead=20)
    lines.sign("Signature of notarial officer", filled, dice, width=230, lead=46)
    lines.seal("Pennsylvania", filled, dice, 290, lines.y - 46)
    lines.line("Title of office", ("title", 150, "Notary Public" if filled else ""), lead=20)
    lines.line("My commission expires:", ("expires", 130, filled and filled.end), lead=20)
    page.sheet.text(lines.x + 300, lines.y + 22, "(Stamp)", lines.face.family, 8)
    return lines.y + 24


BLOCKS = {
    "texas": _texas,
    "california": _california,
    "florida": _florida,
    "new york": _new_york,
    "pennsylvania": _pennsylvania,
}
STATES = {"texas": "TX", "california": "CA", "florida": "FL", "new york": "NY", "pennsylvania": "PA"}
