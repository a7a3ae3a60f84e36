"""Papers that came along, and what machines wrote on them."""

from datetime import timedelta

from .. import layouts, prose
from ..layouts.parts import TITLE
from ..page import LEFT, RIGHT, WIDE, new_page
from ..papers import enclosures, exhibits
from .registry import accident


@accident("cover letter", "A short letter lies on top.")
def cover_letter(packet, dice):
    packet.documents[0].insert(0, enclosures.cover_letter(packet.story, dice))


@accident(
    "heading like the form's", "An exhibit has a heading that is nearly the form's.", ("PAG-01", "INT-02")
)
def like_the_form(packet, dice):
    packet.add(exhibits.like_the_form(packet.story, dice))


@accident("numbered exhibit", "An exhibit is page 3 of 9 of something.")
def numbered(packet, dice):
    packet.add(exhibits.numbered(packet.story, dice))


@accident(
    "another body's form",
    "A complaint to the board of nursing is enclosed, signed and sworn to, or not.",
    ("PAG-01", "INT-02", "SIG-01", "NOT-01", "NOT-02"),
)
def another_form(packet, dice):
    signed = dice.random() < 0.6
    packet.add(enclosures.board_form(packet.story, dice, signed, signed and dice.random() < 0.7))


@accident("neighbour's statement", "A neighbour's statement ends as declarations do.", ("PAG-01",))
def neighbour(packet, dice):
    packet.add(enclosures.neighbour(packet.story, dice))


@accident("certificate of service", "A certificate of service says when a copy was mailed to whom.")
def service(packet, dice):
    packet.add(enclosures.service(packet.story, dice))


@accident(
    "power of attorney",
    "A power of attorney is enclosed, which is notarized itself.",
    ("NOT-01", "NOT-02", "FRM-05", "PAG-01"),
)
def power(packet, dice):
    packet.add(enclosures.power(packet.story, dice))


@accident("mail full of days", "A printed message lists days and a range of them.")
def mail(packet, dice):
    packet.add(exhibits.schedule_mail(packet.story, dice))


@accident("old exhibit", "An exhibit is dated years ago.")
def old(packet, dice):
    packet.add(exhibits.ancient(packet.story, dice))


@accident("envelope", "The envelope is in the packet, with its postmark.")
def envelope(packet, dice):
    packet.documents.append([enclosures.envelope(packet.story, dice)])


@accident("fax header", "A fax machine wrote a line at the head of every page.", ("DAT-02",))
def fax(packet, dice):
    day = packet.story.received
    pages = packet.pages
    for number, page in enumerate(pages, 1):
        page.sheet.text(
            40,
            18,
            f"{day:%m/%d/%Y}  {dice.randint(8, 17)}:{dice.randint(10, 59)}   FAX 555 0{dice.randint(100, 199)}"
            f"      P.{number:02}/{len(pages):02}",
            "mono",
            8,
        )


@accident(
    "somebody else's continuation",
    "The second sheet of a police report has a heading like that of the form's sheets.",
    ("PAG-01",),
)
def police(packet, dice):
    page = new_page("support")
    heading = layouts.LAYOUTS[packet.story.layout].CONTINUATION
    page.sheet.text(
        306, 60, f"COUNTY SHERIFF - INCIDENT REPORT - {heading.upper()}", "sans-bold", 10, align="center"
    )
    page.sheet.text(LEFT, 84, f"Case {dice.randint(10, 24)}-{dice.randint(1000, 9999)}", "mono", 10)
    page.sheet.para(
        LEFT, 110, WIDE, prose.paragraph(dice, "The caller", packet.story.respondent.firm, 8), "mono", 10, 14
    )
    packet.add(page)


@accident("returned once", "A letter says that the form was sent back to be completed.", ("PAG-01", "INT-02"))
def returned(packet, dice):
    page = new_page("support")
    told = packet.story
    day = told.signed - timedelta(days=dice.randint(4, 9))
    y = 70
    for line in (
        "Commission for Case Manager Certification",
        "Intake desk",
        "",
        f"{day:%B} {day.day}, {day.year}",
        "",
        told.filer.name,
        told.filer.street,
        told.filer.city,
        "",
        f"Re: {TITLE}",
        "",
        f"Dear {told.filer.name},",
    ):
        page.sheet.text(LEFT, y, line, "sans", 10.5)
        y += 15
    page.sheet.para(
        LEFT,
        y + 8,
        WIDE,
        "We cannot work on the form that you sent us. Please fill in all of it, sign it before a notary "
        "and mail it to us once more. What you enclosed we keep.",
        "sans",
        10.5,
        15,
    )
    page.sheet.text(LEFT, y + 110, "The intake desk", "sans", 10.5)
    packet.add(page)


@accident("note of receipt elsewhere", "An exhibit has the stamp of another office.")
def other_stamp(packet, dice):
    support = [page for page in packet.pages if page.kind == "support"]
    if not support:
        return False
    page = dice.choice(support)
    day = packet.story.first - timedelta(days=dice.randint(10, 300))
    page.sheet.rect(RIGHT - 128, 96, 128, 36, 1.2)
    for drop, text in ((14, "RECEIVED"), (29, f"{day:%b %d %Y}".upper())):
        page.sheet.text(RIGHT - 64, 96 + drop, text, "sans-bold", 11, align="center")
