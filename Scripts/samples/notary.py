"""A notary, and the jurat that he or she fills in."""

from dataclasses import dataclass

from samples.ink import box_seal, round_seal, signature
from samples.sheet import BLACK, BLUE, Pen, width_of

# The printed area of a page, in points.
LEFT, RIGHT = 50, 562
WIDE = RIGHT - LEFT


@dataclass
class Notary:
    """A notarial act: who, when, where."""

    name: str
    number: str
    expires: str
    expires_iso: str
    day: str  # "3rd"
    month: str
    year: str
    iso: str
    county: str = "Burlington"
    state: str = "New Jersey"
    seal: str = "round"
    ink: tuple = BLACK

    @property
    def date_text(self):
        return f"{self.day} day of {self.month}, {self.year}"


def notary_block(sheet, y, signer, notary, pen, dice, note=""):
    """A printed jurat with its blanks, filled in if there is a notary. Section J, and exhibits."""
    top = y
    hand = Pen("hand-slanted", 12, BLUE) if pen.is_hand else pen
    sheet.text(LEFT + 4, y + 22, "State of", "sans", 10)
    sheet.text(LEFT + 4, y + 44, "County of", "sans", 10)
    for row, value in enumerate((notary.state, notary.county) if notary else ("", "")):
        sheet.line(LEFT + 56, y + 24 + row * 22, LEFT + 220, y + 24 + row * 22)
        sheet.field(f"venue.{row}", (LEFT + 58, y + 7 + row * 22, 160, 17), value, hand)
        sheet.text(LEFT + 224, y + 23 + row * 22, ")  ss.:" if row == 0 else ")", "sans", 10)
    y += 76
    x = LEFT + 4
    box = sheet.text(x, y, "Subscribed and sworn to before me this", "sans", 10)
    x += box[2] + 4
    start = box[0]
    for blank, (name, value, after) in enumerate((
            ("day", notary.day if notary else "", "day of"),
            ("month", notary.month if notary else "", ","),
            ("year", notary.year if notary else "", ", by"))):
        wide = (44, 92, 48)[blank]
        sheet.line(x, y + 2, x + wide, y + 2)
        sheet.field(f"act.{name}", (x + 2, y - 14, wide, 17), value, hand)
        after_box = sheet.text(x + wide + 3, y, after, "sans", 10)
        x = after_box[0] + after_box[2] + 4
    if notary:
        sheet.date("notarized", notary.iso, notary.date_text, hand.writing,
                   [start, y - 11, x - start, 13])
    y += 24
    sheet.line(LEFT + 4, y + 2, LEFT + 250, y + 2)
    sheet.field("act.signer", (LEFT + 4, y - 14, 244, 17), signer if notary else "", hand)
    sheet.text(LEFT + 256, y, ", who is known to me or has proved who he or she is.", "sans", 9.5)
    y += 56
    sheet.line(LEFT + 4, y, LEFT + 256, y)
    sheet.text(LEFT + 4, y + 11, "Signature of notary public", "sans", 8.5)
    if notary:
        mask = signature(dice, dice.uniform(140, 200), dice.uniform(30, 38))
        box = sheet.ink(LEFT + 14 + dice.uniform(0, 24), y - mask.height * 72 / 300 + 4, mask,
                        notary.ink)
        sheet.attest("signature", "notary", "present", box)
    else:
        sheet.attest("signature", "notary", "blank", [LEFT + 4, y - 32, 252, 32])
    for label, name, value in (
            ("Printed name of officer", "notary.name", notary.name if notary else ""),
            ("Commission number", "notary.number", notary.number if notary else ""),
            ("My commission expires", "notary.expires", notary.expires if notary else "")):
        y += 34
        at = LEFT + 6 + width_of(label, "sans", 9.5) + 6
        sheet.text(LEFT + 4, y, label, "sans", 9.5)
        sheet.line(at, y + 2, LEFT + 256, y + 2)
        box = (at + 2, y - 14, LEFT + 254 - at, 17)
        sheet.field(name, box, value, hand)
        if value and name == "notary.expires":
            sheet.date("commission-expires", notary.expires_iso, value, hand.writing,
                       hand.box_of(box, value))
    whole = [LEFT, top, WIDE, y + 8 - top]
    if note:
        scrawl = Pen("hand-slanted", 14, BLUE)
        sheet.field("note", (LEFT + 280, y - 70, 220, 20), note, scrawl)
    if notary and notary.seal:
        make = round_seal if notary.seal == "round" else box_seal
        mask = make(dice, notary.name, notary.state, notary.number, notary.expires)
        if notary.seal == "round":
            at = (LEFT + 318 + dice.uniform(-14, 14), y - 112 + dice.uniform(-6, 6))
        else:
            at = (LEFT + 290 + dice.uniform(-8, 8), y - 84 + dice.uniform(-8, 8))
        box = sheet.ink(*at, mask, notary.ink)
        sheet.attest("seal", "notary", "present", box)
    sheet.attest("notary", "notary", "present" if notary else "blank", whole)
    return y
