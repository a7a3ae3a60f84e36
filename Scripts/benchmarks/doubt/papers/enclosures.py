"""Papers that come along with a complaint and are signed, sworn to or stamped themselves."""

from datetime import timedelta

from samples.ink import postmark
from samples.sheet import BLACK

from ...window import writing
from .. import notaries, prose
from ..page import LEFT, RIGHT, WIDE, Type, blank, new_page
from ..story import plainly
from .marks import lines_of, other_day, scrawl

SANS, SERIF = Type("sans"), Type("serif")


def neighbour(story, dice):
    """Somebody else's word, closed as a declaration is."""
    page = new_page("support")
    one = prose.person(dice)
    page.sheet.text(306, 76, f"What {one.name} saw", "serif-bold", 14, align="center")
    y = page.sheet.para(
        LEFT,
        112,
        WIDE,
        f"I live next door to {story.filer.name}. "
        + prose.paragraph(dice, "the case manager", story.respondent.firm, 5),
        "serif",
        11.5,
        16,
    )
    y = page.sheet.para(
        LEFT,
        y + 12,
        WIDE,
        "I make this statement freely. It is true and correct to the best of my knowledge and " "belief.",
        "serif",
        11.5,
        16,
    )
    page.sheet.line(LEFT, y + 50, LEFT + 220, y + 50)
    page.sheet.text(LEFT, y + 62, f"{one.name}, {one.street}", "serif", 10)
    scrawl(page, dice, LEFT + 12, y + 20)
    return page


def service(story, dice):
    page = new_page("support")
    page.sheet.text(306, 90, "CERTIFICATE OF SERVICE", "serif-bold", 13, align="center")
    day = story.signed + timedelta(days=1)
    y = page.sheet.para(
        LEFT,
        130,
        WIDE,
        f"I certify that on {writing.named(day)} I sent a copy of the foregoing papers by first class "
        f"mail, postage "
        f"paid, to {story.respondent.name}, {story.respondent.street}, {story.respondent.city}.",
        "serif",
        12,
        18,
    )
    page.sheet.line(LEFT + 240, y + 60, RIGHT, y + 60)
    page.sheet.text(LEFT + 240, y + 72, story.filer.name, "serif", 10)
    scrawl(page, dice, LEFT + 256, y + 28)
    return page


def power(story, dice):
    """A power of attorney with a notary's block of its own."""
    page = new_page("support")
    giver = prose.person(dice)
    day = other_day(story, dice, -900, -200)
    page.sheet.text(306, 70, "DURABLE POWER OF ATTORNEY", "serif-bold", 14, align="center")
    y = page.sheet.para(
        LEFT,
        100,
        WIDE,
        f"I, {giver.name}, of {giver.city}, name {story.filer.name} as my agent to act for me in "
        f"matters of my health "
        "and care, to see my records and to speak for me before agencies and insurers. This power is "
        "not affected by my later "
        "disability or incapacity.",
        "serif",
        11,
        15,
    )
    page.sheet.line(LEFT, y + 46, LEFT + 230, y + 46)
    page.sheet.text(LEFT, y + 57, f"{giver.name}, Principal", "serif", 9)
    page.sheet.text(LEFT + 300, y + 46, plainly(day, dice), "serif", 11)
    scrawl(page, dice, LEFT + 14, y + 16)
    kind = dice.choice(("texas", "new york", "pennsylvania"))
    notaries.draw(
        page, kind, y + 90, LEFT, WIDE, notaries.notary(dice, day, giver.name), story.pen, dice, SERIF
    )
    page.holds.clear()
    page.places.clear()
    page.inks.clear()
    return page


def cover_letter(story, dice):
    page = new_page("letter")
    y = lines_of(
        page,
        80,
        "serif",
        11.5,
        story.filer.name,
        story.filer.street,
        story.filer.city,
        "",
        plainly(story.signed + timedelta(days=1), dice),
        "",
        "Commission for Case Manager Certification",
        "Ethics Department",
        "",
        "Dear Sir or Madam:",
    )
    y = page.sheet.para(
        LEFT,
        y + 10,
        WIDE,
        f"Enclosed you will find my complaint against {story.respondent.name} together with the "
        "papers that I rely on. Please tell me that it has reached you.",
        "serif",
        11.5,
        16,
    )
    lines_of(page, y + 14, "serif", 11.5, "Respectfully,", "", "", story.filer.name)
    scrawl(page, dice, LEFT + 6, y + 22)
    return page


def envelope(story, dice):
    page = new_page("envelope", size=(684.0, 297.0))
    lines_of(page, 40, "sans", 10, story.filer.name, story.filer.street, story.filer.city)
    lines_of(
        page,
        150,
        "sans",
        12,
        "Commission for Case Manager Certification",
        "Ethics and Professional Conduct",
        "100 Example Way",
        "Mount Laurel, NJ 08054",
    )
    for at in range(len(page.sheet.marks) - 4, len(page.sheet.marks)):
        kind, x, *rest = page.sheet.marks[at]
        page.sheet.marks[at] = (kind, x + 210, *rest)
    day = min(story.signed + timedelta(days=1), story.received)
    page.sheet.ink(410, 16, postmark(dice, story.filer.town, f"{day:%b %d}|{day.year}|AM".upper()), BLACK)
    return page


def board_form(story, dice, signed=True, notarized=True):
    """The complaint form of another body, about the same respondent."""
    page = new_page("other form")
    page.sheet.text(306, 56, "STATE BOARD OF NURSING", "sans-bold", 13, align="center")
    page.sheet.text(306, 74, "Complaint Form", "sans-bold", 12, align="center")
    y = 100
    for label, value in (
        ("Name of licensee", story.respondent.name),
        ("Licence number", f"RN-{dice.randint(10000, 99999)}"),
        ("Your name", story.filer.name),
        ("Date of event", plainly(other_day(story, dice), dice)),
    ):
        page.sheet.text(LEFT, y, label, "sans", 9)
        blank(page, f"board.{label}", LEFT + 110, y + 2, 260, value, story.pen)
        y += 24
    y = page.sheet.para(
        LEFT, y + 6, WIDE, prose.paragraph(dice, "The licensee", story.respondent.firm, 3), "sans", 10, 14
    )
    y = page.sheet.para(LEFT, y + 12, WIDE, "I swear that the statements on this form are true.", "sans", 10)
    page.sheet.line(LEFT, y + 44, LEFT + 240, y + 44)
    page.sheet.text(LEFT, y + 55, "Signature of complainant", "sans", 8)
    if signed:
        scrawl(page, dice, LEFT + 16, y + 14)
    notary = notaries.notary(dice, other_day(story, dice), story.filer.name) if notarized else None
    notaries.draw(
        page,
        dice.choice(("texas", "florida", "pennsylvania")),
        y + 84,
        LEFT,
        WIDE,
        notary,
        story.pen,
        dice,
        SANS,
    )
    page.holds.clear()
    page.places.clear()
    page.inks.clear()
    return page
