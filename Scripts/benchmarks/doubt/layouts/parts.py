"""What all layouts of the form have: a place to sign, the stamp of the mail room, continuation sheets."""

from samples.ink import signature
from samples.sheet import BLACK, RED, width_of

from ..page import LEFT, RIGHT, WIDE, blank, flow, new_page

TITLE = "Code of Professional Conduct Complaint Form"
BODY = "Commission for Case Manager Certification"
OATH = (
    "I have read this complaint. What it says is true and correct to the best of my knowledge and "
    "belief. I understand "
    "that a copy may be given to the person complained of and that I may be asked to answer questions about it."
)


def foot(page, left, right, face):
    page.sheet.line(LEFT, 752, RIGHT, 752, 0.4)
    page.sheet.text(LEFT, 763, left, face.family, 7.5)
    page.sheet.text(RIGHT, 763, right, face.family, 7.5, align="right")


def bar(page, y, text, face, shade=222):
    """A shaded bar with a heading; gives its lower edge."""
    page.sheet.rect(LEFT, y, WIDE, 16, 0.5, fill=shade)
    page.sheet.text(LEFT + 6, y + 11.5, text, face.bold, 9.5)
    return y + 16


def sign(page, x, y, width, label, story, dice, face):
    """A place to sign whose rule is at y, with the ink of the filer if the story has one."""
    start = x
    if story.signing == "left":
        page.sheet.text(x, y - 1, f"{label}:", face.family, 9.5)
        start = x + width_of(f"{label}:", face.family, 9.5) + 6
    elif story.signing == "cross":
        page.sheet.text(x, y - 1, "X", face.bold, 12)
        start = x + 12
    end = max(x + width, start + 170)
    page.sheet.line(start, y, end, y, 0.8)
    if story.signing != "left":
        page.sheet.text(start, y + 10, label, face.family, 8)
    page.holds.add("signature")
    page.places["signature"] = [start, y - 34, end - start, 34]
    if story.is_signed:
        mask = signature(dice, dice.uniform(120, min(190, end - start - 10)), dice.uniform(28, 38))
        page.press(
            "signature",
            start + dice.uniform(6, 20),
            y - mask.height * 0.24 + dice.uniform(1, 6),
            mask,
            story.ink,
        )


def received(page, x, y, story, dice):
    """The mail room's stamp."""
    day = f"{story.received:%b %d %Y}".upper()
    sheet = page.sheet
    page.holds.add("received")
    page.places["received"] = [x, y, 128, 48]
    if dice.random() < 0.5:
        sheet.rect(x, y, 128, 48, 1.6)
        rows = (
            ("RECEIVED", "sans-bold", 13, 16),
            (day, "mono-bold", 12, 31),
            ("CCMC MAIL ROOM", "sans-bold", 8, 43),
        )
    else:
        sheet.line(x, y + 2, x + 128, y + 2, 1.4)
        sheet.line(x, y + 46, x + 128, y + 46, 1.4)
        rows = (
            ("Ethics Department", "serif-bold", 9, 14),
            ("RECEIVED", "serif-bold", 12, 28),
            (day, "serif-bold", 12, 42),
        )
    for text, font, size, drop in rows:
        sheet.text(x + 64, y + drop, text, font, size, RED if dice.random() < 0.7 else BLACK, "center")


def continuations(story, text, heading, footing, face):
    """Sheets for the rest of the statement, each with the filer's name at its head."""
    pages = []
    while text:
        page = new_page("continuation")
        page.sheet.text(306, 58, heading, face.bold, 13, align="center")
        page.sheet.text(LEFT, 82, "Name of complainant:", face.family, 9)
        blank(page, "continuation.name", LEFT + 100, 85, 200, story.filer.name, story.pen)
        box = [LEFT, 96, WIDE, 640]
        page.sheet.rect(*box)
        text = flow(page, "statement", (box[0] + 6, box[1] + 6, box[2] - 12, box[3] - 14), text, story.pen)
        pages.append(page)
        if len(pages) > 24:
            raise ValueError("the statement never ends")
    for number, page in enumerate(pages, 1):
        foot(page, footing, f"Sheet {number} of {len(pages)}", face)
    return pages


def empty_continuation(heading, footing, face, number, total):
    """A sheet as it comes from the printer."""
    page = new_page("continuation")
    page.sheet.text(306, 58, heading, face.bold, 13, align="center")
    page.sheet.text(LEFT, 82, "Name of complainant:", face.family, 9)
    page.sheet.line(LEFT + 100, 85, LEFT + 300, 85, 0.6)
    page.sheet.rect(LEFT, 96, WIDE, 640)
    foot(page, footing, f"Sheet {number} of {total}", face)
    return page
