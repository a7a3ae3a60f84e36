"""Three pages: a table with the labels in shaded cells at the left, the respondent first."""

from .. import notaries, prose
from ..page import LEFT, WIDE, fitted, flow, new_page
from .parts import BODY, OATH, TITLE, foot, received, sign

NAME = "table"
CONTINUATION = "Continuation of Narrative"
FOOTING = "Form EC-7, edition 2021"
LABELS = 168


def pages(story, text, dice, face):
    first = new_page("form", "dates", "parties")
    who, whom = story.filer, story.respondent
    first.sheet.text(306, 50, BODY, face.bold, 12, align="center")
    first.sheet.text(306, 68, TITLE, face.bold, 14, align="center")
    # A form without a block says nothing of a notary either.
    note = (
        "ten pages at most"
        if story.defect == "no block"
        else "to be sworn to before a notary; ten pages at most"
    )
    first.sheet.text(306, 82, f"({note})", face.italic, 8.5, align="center")
    received(first, 432, 92, story, dice)
    y = _heading(first, 150, "I. Certificant", face)
    for name, label, value in (
        ("respondent.name", "Name of certificant", whom.name),
        ("respondent.firm", "Works for", whom.firm),
        ("respondent.address", "Office address", f"{whom.street}, {whom.city}"),
        ("respondent.phone", "Office telephone", whom.phone),
    ):
        y = _row(first, y, name, label, value, story, face)
    y = _heading(first, y + 10, "II. Complainant", face)
    for name, label, value in (
        ("filer.name", "Your name", who.name),
        ("filer.address", "Your postal address", f"{who.street}, {who.city}"),
        ("filer.phone", "Your telephone", who.phone),
        ("filer.email", "Your e-mail", who.email),
        ("filer.role", "You complain as", prose.role(dice)),
    ):
        y = _row(first, y, name, label, value, story, face)
    y = _heading(first, y + 10, "III. Occurrence", face)
    for name, label, value in (
        ("first", "Began on", story.written["first"]),
        ("last", "Ended on", story.written["last"]),
        ("learned", "Known to you since", story.written["learned"]),
        ("place", "Place", prose.place(dice)),
        ("rules", "Provisions of the Code", prose.rules(dice)),
    ):
        y = _row(first, y, name, label, value, story, face)
    foot(first, FOOTING, "Page 1 of 3", face)
    second = _later(2, face)
    y = _heading(second, 66, "IV. Narrative", face)
    second.sheet.rect(LEFT, y, WIDE, 738 - y)
    rest = flow(second, "statement", (LEFT + 6, y + 5, WIDE - 12, 738 - y - 12), text, story.pen)
    return [first, second, _third(story, dice, face)], rest


def _later(number, face):
    page = new_page("form")
    page.sheet.text(306, 46, TITLE, face.family, 9, align="center")
    foot(page, FOOTING, f"Page {number} of 3", face)
    return page


def _heading(page, y, text, face):
    page.sheet.text(LEFT, y + 12, text, face.bold, 11)
    return y + 17


def _row(page, y, name, label, value, story, face, height=23):
    page.sheet.rect(LEFT, y, LABELS, height, 0.6, fill=238)
    page.sheet.rect(LEFT + LABELS, y, WIDE - LABELS, height, 0.6)
    page.sheet.text(LEFT + 5, y + 15, label, face.family, 9)
    page.sheet.field(
        name,
        (LEFT + LABELS + 4, y + 2, WIDE - LABELS - 8, height - 5),
        value,
        fitted(value, story.pen, WIDE - LABELS - 8),
    )
    return y + height


def _third(story, dice, face):
    page = _later(3, face)
    y = _heading(page, 66, "V. Affirmation", face)
    y = page.sheet.para(LEFT, y + 12, WIDE, OATH, face.family, 9.5, 13)
    y += 50
    sign(page, LEFT, y, 290, "Complainant's signature", story, dice, face)
    y = _row(
        page,
        y + 26,
        "signed",
        "Date of signing",
        story.written["signed"] if story.is_signed else "",
        story,
        face,
    )
    y = _row(page, y, "printed", "Name printed", story.filer.name, story, face)
    if story.defect != "no block":
        y = _heading(page, y + 20, "VI. Oath or acknowledgment", face)
        notary = (
            notaries.notary(dice, story.signed, story.filer.name, story.ink) if story.is_notarized else None
        )
        page.sheet.rect(LEFT, y + 2, WIDE, 268, 0.8)
        notaries.draw(page, story.notary, y + 10, LEFT + 10, WIDE - 20, notary, story.pen, dice, face)
    return page
