"""Two pages in one column, set close: the labels stand small under the rules."""

from .. import notaries, prose
from ..page import LEFT, RIGHT, WIDE, blank, flow, new_page
from .parts import BODY, OATH, TITLE, foot, received, sign

NAME = "dense"
CONTINUATION = "Extra Sheet to Complaint"
FOOTING = "E&PC 2 - 01/22"


def pages(story, text, dice, face):
    page = new_page("form", "dates", "parties")
    who, whom = story.filer, story.respondent
    page.sheet.text(LEFT, 48, TITLE, face.bold, 13)
    page.sheet.text(LEFT, 62, f"{BODY}, Ethics and Professional Conduct", face.family, 8.5)
    received(page, 430, 34, story, dice)
    y = _row(
        page,
        108,
        story,
        face,
        ("filer.name", "Complainant (name)", who.name, 0.62),
        ("filer.phone", "Tel.", who.phone, 0.38),
    )
    y = _row(
        page,
        y,
        story,
        face,
        ("filer.street", "Residence or mail address", who.street, 0.5),
        ("filer.city", "Town, state, code", who.city, 0.5),
    )
    y = _row(
        page,
        y,
        story,
        face,
        ("filer.role", "In what quality you complain", prose.role(dice), 0.5),
        ("filer.email", "Electronic mail", who.email, 0.5),
    )
    y = _row(
        page,
        y,
        story,
        face,
        ("respondent.name", "Against (name of case manager)", whom.name, 0.5),
        ("respondent.firm", "Agency", whom.firm, 0.5),
    )
    y = _row(
        page, y, story, face, ("respondent.address", "Address of agency", f"{whom.street}, {whom.city}", 1)
    )
    y = _row(
        page,
        y,
        story,
        face,
        ("first", "First day of the conduct", story.written["first"], 1 / 3),
        ("last", "Last day of the conduct", story.written["last"], 1 / 3),
        ("learned", "Day on which you found out", story.written["learned"], 1 / 3),
    )
    y = _row(
        page,
        y,
        story,
        face,
        ("rules", "Rules and Standards not kept", prose.rules(dice), 0.5),
        ("place", "Where", prose.place(dice), 0.5),
    )
    page.sheet.text(
        LEFT,
        y + 4,
        "What the case manager did or failed to do (go on overleaf and on extra sheets):",
        face.bold,
        9,
    )
    rest = _box(page, y + 10, 738 - y - 10, text, story)
    foot(page, FOOTING, "Page 1 of 2", face)
    second, rest = _second(story, rest, dice, face)
    return [page, second], rest


def _row(page, y, story, face, *cells):
    x = LEFT
    for name, label, value, share in cells:
        width = WIDE * share - (8 if share < 1 else 0)
        blank(page, name, x, y, width, value, story.pen)
        page.sheet.text(x, y + 8, label, face.family, 7)
        x += WIDE * share + (8 if len(cells) == 2 and share == 0.5 else 0)
    return y + 30


def _box(page, y, height, text, story):
    page.sheet.rect(LEFT, y, WIDE, height, 0.5)
    return flow(page, "statement", (LEFT + 5, y + 4, WIDE - 10, height - 10), text, story.pen)


def _second(story, text, dice, face):
    page = new_page("form")
    page.sheet.text(LEFT, 46, TITLE, face.bold, 9)
    rest = _box(page, 54, 250, text, story)
    y = page.sheet.para(LEFT, 324, WIDE, OATH, face.family, 9, 12)
    y += 44
    sign(page, LEFT, y, 250, "Signature of complainant", story, dice, face)
    x = LEFT + 370
    blank(page, "signed", x, y, RIGHT - x, story.written["signed"] if story.is_signed else "", story.pen)
    page.sheet.text(x, y + 8, "Signed on (date)", face.family, 7)
    if story.defect != "no block":
        page.sheet.line(LEFT, y + 24, RIGHT, y + 24, 1.6)
        notary = (
            notaries.notary(dice, story.signed, story.filer.name, story.ink) if story.is_notarized else None
        )
        notaries.draw(page, story.notary, y + 30, LEFT, WIDE, notary, story.pen, dice, face)
    foot(page, FOOTING, "Page 2 of 2", face)
    return page, rest
