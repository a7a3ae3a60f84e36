"""What is signed, stamped and written over, and where."""

from samples.ink import received_stamp, signature
from samples.sheet import BLACK, BLUE, RED, Pen

from ...window import writing
from ..page import LEFT, RIGHT
from .registry import DATES, accident

HANDS = (Pen("hand-upright", 12, BLUE), Pen("hand-slanted", 13, BLACK), Pen("hand-round", 12, BLUE))


@accident(
    "pale ink",
    "The pen was nearly dry: what it left is hardly darker than the paper.",
    ("SIG-01",),
    "signature",
)
def pale_ink(packet, dice):
    page = packet.holding("signature")
    if page is None or "signature" not in page.inks:
        return False
    page.move("signature", color=dice.choice(((188, 200, 232), (200, 206, 222), (206, 206, 206))))
    packet.doubt("SIG-01")


@accident("signed elsewhere", "The signature stands above, below or beside its line.", ("SIG-01",), "signature")
def signed_elsewhere(packet, dice):
    page = packet.holding("signature")
    if page is None or "signature" not in page.inks:
        return False
    ink, (x, _, width, _) = page.inks["signature"], page.places["signature"]
    page.move(
        "signature",
        *dice.choice(
            (
                (ink[1], ink[2] - dice.uniform(30, 48)),
                (ink[1], ink[2] + dice.uniform(34, 48)),
                (x + width + dice.uniform(-30, 10), ink[2] + dice.uniform(-30, -14)),
                (RIGHT - 150, 700),
            )
        ),
    )
    packet.doubt("SIG-01")


@accident(
    "stamp over the line",
    "The mail room stamped the place to sign, whether it is signed or not.",
    ("SIG-01", "DAT-02"),
    "stamp",
)
def stamp_over_line(packet, dice):
    page = packet.holding("signature")
    if page is None:
        return False
    x, y, width, height = page.places["signature"]
    mask = received_stamp(dice, f"{packet.story.received:%b %d %Y}".upper())
    page.sheet.ink(x + dice.uniform(4, 40), y + dice.uniform(-18, -4), mask, dice.choice((RED, BLUE, BLACK)))


@accident("words on the line", "Where the filer should sign stands why he did not.", ("SIG-01",), "signature")
def words_on_the_line(packet, dice):
    page = packet.holding("signature")
    if page is None or packet.story.is_signed:
        return False
    x, y, width, height = page.places["signature"]
    words = dice.choice(
        ("REFUSED", "see attached", "will sign at the hearing", "N/A", "declined to sign", "not yet", "on file")
    )
    page.sheet.field("signature.words", (x + 8, y + height - 20, width, 18), words, dice.choice(HANDS))


@accident("typed name", "The filer typed the name where it should be signed.", ("SIG-01",), "signature")
def typed_name(packet, dice):
    page = packet.holding("signature")
    if page is None or packet.story.is_signed:
        return False
    x, y, width, height = page.places["signature"]
    lead = dice.choice(("", "/s/ "))
    page.sheet.field(
        "signature.words", (x + 6, y + height - 18, width, 16), lead + packet.story.filer.name, packet.story.pen
    )
    packet.truth["SIG-01"] = "neither"


@accident("initials", "Two letters stand for the signature.", ("SIG-01",), "signature")
def initials(packet, dice):
    page = packet.holding("signature")
    if page is None or "signature" not in page.inks:
        return False
    old = page.inks["signature"]
    page.sheet.marks.remove(old)
    x, y, width, height = page.places["signature"]
    page.press(
        "signature",
        x + dice.uniform(10, 60),
        y + height - 20,
        signature(dice, dice.uniform(26, 38), 18),
        old[4],
    )
    packet.doubt("SIG-01")


@accident("seal and no signature", "The notary stamped the block and did not sign it.", ("NOT-01",), "notary")
def seal_alone(packet, dice):
    page = packet.holding("notary")
    if page is None or "notary" not in page.inks:
        return False
    page.sheet.marks.remove(page.inks.pop("notary"))
    packet.truth["NOT-01"] = "neither"
    packet.open.add("any")


@accident("void", "Somebody wrote VOID across the notary's block.", ("any",), "notary")
def void_block(packet, dice):
    page = packet.holding("notary")
    if page is None or not packet.story.is_notarized:
        return False
    x, y, width, height = page.places["notary"]
    page.sheet.field("void", (x + 120, y + height / 2 - 40, 260, 70), "VOID", Pen("hand-upright", 60, RED))
    packet.truth["NOT-01"] = "neither"


@accident("corrected date", "A date is whited out, and another one written over it.", DATES, "date")
def corrected_date(packet, dice):
    page, name = _date(packet, dice)
    if page is None:
        return False
    _, _, (x, y, width, height), _, pen, _ = page.value(name)
    day = getattr(packet.story, name)
    page.sheet.rect(x + 1, y + 1, min(width - 4, 120), height - 3, 0, 253)
    page.change(name, writing.named(day), dice.choice(HANDS))
    mark = page.value(name)
    page.sheet.marks.remove(mark)
    page.sheet.marks.append(mark)
    page.is_scanned = True
    packet.touch(page)


@accident("dates by hand", "The dates of the form are written with a pen.", DATES, "date")
def dates_by_hand(packet, dice):
    hand = dice.choice(HANDS)
    for page in packet.complaint:
        for name in ("first", "last", "learned", "signed"):
            page.change(name, pen=hand)


@accident("filled in by hand", "Everything on the form is written with a pen.", ("any",), "date")
def all_by_hand(packet, dice):
    hand = dice.choice(HANDS)
    for page in packet.complaint:
        for mark in [mark for mark in page.sheet.marks if mark[0] == "field" and not mark[5]]:
            page.change(mark[1], pen=hand)


@accident("slips in a date", "A worn ribbon or a copier made O of 0 and l of 1 in a date.", DATES, "date")
def slips(packet, dice):
    page, name = _date(packet, dice)
    if page is None:
        return False
    text = page.value(name)[3]
    worn = "".join(
        {"0": "O", "1": "l"}.get(letter, letter) if dice.random() < 0.6 else letter for letter in text
    )
    if worn == text:
        return False
    page.change(name, worn)


@accident("vague date", "A day is named as one says it: about, the week of, a month.", DATES, "date")
def vague_date(packet, dice):
    name = dice.choice(("first", "last", "learned"))
    page = packet.holding("dates")
    if page is None or page.value(name) is None:
        return False
    page.change(name, writing.vague(getattr(packet.story, name), dice).text)


@accident("note in the margin", "Somebody noted beside the text when a copy was made.", ("DAT-02",))
def margin_note(packet, dice):
    page = dice.choice(packet.complaint)
    day = packet.story.received
    text = dice.choice(("copy for file {}", "sent back to scan {}", "seen {} KL", "phoned {}")).format(
        f"{day.month}/{day.day}/{day.year}"
    )
    page.sheet.field(
        "note", (LEFT + dice.uniform(0, 260), dice.choice((16, 766)), 200, 18), text, dice.choice(HANDS)
    )


def _date(packet, dice):
    """A page with a date that is filled in, and the date's name."""
    found = [
        (page, name)
        for page in packet.complaint
        for name in ("first", "last", "learned", "signed")
        if page.value(name)
    ]
    return dice.choice(found) if found else (None, None)
