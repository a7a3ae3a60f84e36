"""Four pages: shaded bars, and two columns of rules with their labels above them."""

from .. import notaries, prose
from ..page import LEFT, RIGHT, WIDE, blank, flow, new_page
from .parts import BODY, OATH, TITLE, bar, foot, received, sign

NAME = "columns"
CONTINUATION = "Statement Continuation Page"
FOOTING = "CCMC-100 (rev. 3/2023)"
HALF = (WIDE - 16) / 2


def pages(story, text, dice, face):
    """The pages of the form, and the part of the statement that found no room."""
    first = _first(story, dice, face)
    second, third = (_later(number, face) for number in (2, 3))
    y = bar(second, 70, "PART 5    STATEMENT OF THE COMPLAINT", face)
    second.sheet.text(
        LEFT,
        y + 12,
        "Tell what happened in the order in which it happened. Add continuation pages if you need "
        "more room.",
        face.italic,
        8,
    )
    rest = _box(second, y + 18, 736 - y - 18, text, story)
    y = bar(third, 70, "PART 5    STATEMENT OF THE COMPLAINT (end)", face)
    rest = _box(third, y + 4, 360, rest, story)
    _witnesses(third, bar(third, y + 380, "PART 6    PERSONS WHO CAN CONFIRM IT", face), story, dice, face)
    return [first, second, third, _fourth(story, dice, face)], rest


def _pair(page, y, story, face, *cells):
    for column, (name, label, value) in enumerate(cells):
        x = LEFT + column * (HALF + 16)
        width = HALF if len(cells) == 2 else WIDE
        page.sheet.text(x, y + 8, label, face.family, 8)
        blank(page, name, x, y + 27, width, value, story.pen)
    return y + 32


def _box(page, y, height, text, story):
    page.sheet.rect(LEFT, y, WIDE, height)
    return flow(page, "statement", (LEFT + 6, y + 5, WIDE - 12, height - 12), text, story.pen)


def _later(number, face):
    page = new_page("form")
    page.sheet.text(LEFT, 50, TITLE, face.bold, 9)
    page.sheet.text(RIGHT, 50, BODY, face.family, 8, align="right")
    foot(page, FOOTING, f"Page {number} of 4", face)
    return page


def _first(story, dice, face):
    page = new_page("form", "dates", "parties")
    who, whom = story.filer, story.respondent
    page.sheet.text(LEFT, 52, BODY.upper(), face.family, 9)
    page.sheet.text(LEFT, 76, TITLE, face.bold, 16)
    # A form without a block says nothing of a notary either.
    signed = "signed" if story.defect == "no block" else "signed, and sworn to before a notary"
    page.sheet.para(
        LEFT,
        92,
        340,
        f"Print clearly or type. A complaint must be on this form and {signed}. It may be no longer than ten "
        "pages; documents that support it are not counted.",
        face.family,
        8.5,
    )
    received(page, 430, 86, story, dice)
    y = bar(page, 144, "PART 1    WHO IS FILING", face)
    y = _pair(
        page, y, story, face, ("filer.name", "Full name", who.name), ("filer.phone", "Daytime phone", who.phone)
    )
    y = _pair(
        page,
        y,
        story,
        face,
        ("filer.street", "Mailing address", who.street),
        ("filer.city", "City, state and ZIP", who.city),
    )
    y = _pair(
        page,
        y,
        story,
        face,
        ("filer.email", "E-mail address", who.email),
        ("filer.role", "I am filing as", prose.role(dice)),
    )
    y = bar(page, y + 8, "PART 2    CASE MANAGER COMPLAINED OF", face)
    y = _pair(
        page,
        y,
        story,
        face,
        ("respondent.name", "Case manager's name", whom.name),
        ("respondent.number", "Certification no. (if known)", str(dice.randint(10000, 99999))),
    )
    y = _pair(
        page,
        y,
        story,
        face,
        ("respondent.firm", "Employer or agency", whom.firm),
        ("respondent.phone", "Business phone", whom.phone),
    )
    y = _pair(page, y, story, face, ("respondent.address", "Business address", f"{whom.street}, {whom.city}"))
    y = bar(page, y + 8, "PART 3    WHEN AND WHERE IT HAPPENED", face)
    y = _pair(
        page,
        y,
        story,
        face,
        ("first", "Date of first incident", story.written["first"]),
        ("last", "Date of last incident", story.written["last"]),
    )
    y = _pair(
        page,
        y,
        story,
        face,
        ("learned", "Date you became aware", story.written["learned"]),
        ("place", "Place of incident", prose.place(dice)),
    )
    y = bar(page, y + 8, "PART 4    RULES AND STANDARDS", face)
    y = _pair(page, y, story, face, ("rules", "Rules or Standards involved", prose.rules(dice)))
    y = _pair(page, y, story, face, ("brief", "Nature of the complaint in brief", prose.brief(dice)))
    foot(page, FOOTING, "Page 1 of 4", face)
    return page


def _witnesses(page, y, story, dice, face):
    for number, one in enumerate(prose.people(dice, 2)):
        filled = number == 0
        y = _pair(
            page,
            y,
            story,
            face,
            (f"witness.{number}.name", "Person's name", one.name if filled else ""),
            (f"witness.{number}.phone", "Phone number", one.phone if filled else ""),
        )
    y = bar(page, y + 8, "PART 7    ENCLOSURES", face)
    page.sheet.text(LEFT, y + 16, "Supporting documents enclosed:", face.family, 9)
    for x, label, on in ((LEFT + 150, "Yes", story.number % 2 == 0), (LEFT + 200, "No", story.number % 2 == 1)):
        page.sheet.check(f"enclosed.{label}", x, y + 16, on, story.pen)
        page.sheet.text(x + 12, y + 16, label, face.family, 9)


def _fourth(story, dice, face):
    page = _later(4, face)
    y = bar(page, 70, "PART 8    DECLARATION OF THE PERSON FILING", face)
    y = page.sheet.para(LEFT, y + 16, WIDE, OATH, face.family, 9.5, 13) + 46
    sign(page, LEFT, y, 270, "Signature of person filing", story, dice, face)
    x = LEFT + 340
    page.sheet.text(x, y + 10, "Date signed", face.family, 8)
    blank(page, "signed", x, y, RIGHT - x, story.written["signed"] if story.is_signed else "", story.pen)
    y += 44
    blank(page, "printed", LEFT, y, 270, story.filer.name, story.pen)
    page.sheet.text(LEFT, y + 10, "Name in print", face.family, 8)
    if story.defect != "no block":
        y = bar(page, y + 30, "PART 9    FOR THE NOTARY", face)
        notary = (
            notaries.notary(dice, story.signed, story.filer.name, story.ink) if story.is_notarized else None
        )
        notaries.draw(page, story.notary, y + 6, LEFT, WIDE, notary, story.pen, dice, face)
    return page
