"""What supports a complaint: letters, accounts, notes and messages."""

from datetime import timedelta

from ...window import writing
from .. import prose
from ..page import LEFT, RIGHT, WIDE, new_page
from ..story import plainly
from .marks import lines_of, other_day, scrawl, tag


def exhibit(story, dice):
    """An ordinary one."""
    return dice.choice((firm_letter, bill, notes, message))(story, dice)


def firm_letter(story, dice):
    page = new_page("support")
    one = prose.person(dice)
    page.sheet.text(LEFT, 60, story.respondent.firm, "serif-bold", 15)
    page.sheet.text(LEFT, 76, f"{one.street}, {one.city}", "serif", 9)
    page.sheet.line(LEFT, 82, RIGHT, 82, 1)
    tag(page, dice)
    y = lines_of(
        page,
        120,
        "serif",
        11,
        plainly(other_day(story, dice), dice),
        "",
        story.filer.name,
        story.filer.street,
        story.filer.city,
        "",
        f"Dear {story.filer.name}:",
    )
    y = page.sheet.para(
        LEFT, y + 8, WIDE, prose.paragraph(dice, "our coordinator", story.respondent.firm, 4), "serif", 11, 15
    )
    lines_of(page, y + 20, "serif", 11, "Yours,", "", "", one.name, "Client relations")
    scrawl(page, dice, LEFT + 4, y + 30)
    return page


def bill(story, dice):
    page = new_page("support")
    page.sheet.text(RIGHT, 64, "STATEMENT OF ACCOUNT", "sans-bold", 16, align="right")
    tag(page, dice)
    y = lines_of(page, 70, "sans", 10, story.respondent.firm, "Accounts", "")
    y = lines_of(
        page,
        y + 20,
        "sans",
        10,
        f"Bill to: {story.filer.name}",
        story.filer.street,
        story.filer.city,
        f"Account {dice.randint(10000, 99999)}",
    )
    for row in range(6):
        y += 20
        day = other_day(story, dice)
        page.sheet.text(LEFT, y, f"{day:%m/%d/%Y}", "sans", 10)
        page.sheet.text(
            LEFT + 90,
            y,
            dice.choice(("Telephone conference", "Visit", "Review of records", "Travel", "Letter")),
            "sans",
            10,
        )
        page.sheet.text(RIGHT, y, f"{dice.randint(20, 400)}.00", "sans", 10, align="right")
        page.sheet.line(LEFT, y + 5, RIGHT, y + 5, 0.3)
    page.sheet.text(RIGHT, y + 30, f"Due: {dice.randint(400, 2400)}.00", "sans-bold", 11, align="right")
    return page


def notes(story, dice):
    page = new_page("support")
    page.sheet.text(LEFT, 60, "PROGRESS NOTES", "mono-bold", 13)
    tag(page, dice)
    page.sheet.text(LEFT, 84, f"Client: {story.filer.name}      File {dice.randint(1000, 9999)}", "mono", 10)
    y = 104
    for _ in range(4):
        page.sheet.text(LEFT, y, f"{other_day(story, dice):%d %b %Y}", "mono-bold", 10)
        y = (
            page.sheet.para(
                LEFT + 90,
                y,
                WIDE - 90,
                prose.paragraph(dice, "Worker", story.respondent.firm, 2),
                "mono",
                9,
                12,
            )
            + 12
        )
    return page


def message(story, dice, days=2):
    page = new_page("support")
    tag(page, dice)
    y = 60
    for _ in range(days):
        day = other_day(story, dice)
        y = lines_of(
            page,
            y,
            "sans",
            9.5,
            f"From: {story.respondent.name}",
            f"To: {story.filer.name}",
            f"Sent: {day:%A, %B} {day.day}, {day.year} {dice.randint(8, 11)}:{dice.randint(10, 59)} AM",
            f"Subject: RE: {dice.choice(('schedule', 'your call', 'the ramp', 'home visit'))}",
            "",
        )
        y = (
            page.sheet.para(
                LEFT, y, WIDE, prose.paragraph(dice, "The agency", story.respondent.firm, 3), "sans", 10, 14
            )
            + 24
        )
    return page


def schedule_mail(story, dice):
    """A printed message full of days, and a range of them."""
    page = message(story, dice)
    first, last = other_day(story, dice, -300, -200), other_day(story, dice, -190, -20)
    y = lines_of(
        page,
        420,
        "sans",
        10,
        f"Sessions from {first:%B} {first.day} to {last:%B} {last.day}, {last.year} as follows:",
        *(
            f"   {other_day(story, dice):%m/%d/%Y}   {dice.choice(('kept', 'cancelled', 'moved'))}"
            for _ in range(7)
        ),
    )
    page.sheet.text(
        LEFT, y + 6, f"The offer is good until {writing.named(last + timedelta(days=30))}.", "sans", 10
    )
    return page


def like_the_form(story, dice):
    """Another firm's form whose heading is nearly that of the complaint form."""
    page = new_page("support")
    page.sheet.text(306, 60, story.respondent.firm, "sans-bold", 12, align="center")
    page.sheet.text(
        306,
        80,
        dice.choice(
            (
                "Code of Conduct Complaint Form",
                "Professional Conduct Concern Form",
                "Code of Professional Conduct Acknowledgement",
            )
        ),
        "sans-bold",
        14,
        align="center",
    )
    tag(page, dice)
    y = 120
    for label, value in (
        ("Employee", story.respondent.name),
        ("Reported by", story.filer.name),
        ("Date of report", plainly(other_day(story, dice), dice)),
    ):
        page.sheet.text(LEFT, y, label, "sans-bold", 9)
        page.sheet.text(LEFT + 110, y, value, "serif", 11)
        page.sheet.line(LEFT, y + 6, RIGHT, y + 6, 0.4)
        y += 24
    page.sheet.para(
        LEFT, y + 10, WIDE, prose.paragraph(dice, "The employee", story.respondent.firm, 6), "serif", 11, 15
    )
    return page


def numbered(story, dice):
    page = dice.choice((firm_letter, notes))(story, dice)
    total = dice.randint(5, 12)
    page.sheet.text(306, 764, f"Page {dice.randint(1, total)} of {total}", "sans", 8, align="center")
    return page


def ancient(story, dice):
    page = firm_letter(story, dice)
    day = story.first - timedelta(days=dice.randint(1500, 4000))
    page.sheet.text(
        LEFT,
        740,
        f"Adopted {writing.named(day)}, revised {writing.named(day + timedelta(days=400))}",
        "serif",
        9,
    )
    return page
