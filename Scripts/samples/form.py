"""The synthetic complaint forms, CCM and CDMS: four pages, sections A to J."""

from dataclasses import dataclass

from samples.ink import received_stamp, signature
from samples.notary import LEFT, RIGHT, WIDE, Notary, notary_block
from samples.sheet import BLACK, BLUE, PARAGRAPH_GAP, Pen, Sheet, width_of, wrap

# Room on a blank continuation sheet: for a digit, as wide as two spaces, and for a name.
NO_DIGIT = " " * 2
NO_NAME = " " * 26

# Which box of a question is ticked.
_ANSWERS = {True: "Yes", False: "No", None: None}


@dataclass(frozen=True)
class Programme:
    """The wording in which the two forms differ."""

    body: str
    title: str
    certificant: str
    section_b: str
    section_c: str
    code: str
    number: str
    certificate: str


CCM = Programme(
    "Commission for Case Manager Certification", "Code of Professional Conduct Complaint Form",
    "case manager", "Respondent", "Rules and Standards alleged", "Code of Professional Conduct",
    "CCM-C1", "CCM certificate number")
CDMS = Programme(
    "Certified Disability Management Specialist", "CDMS Complaint Form",
    "disability management specialist", "CDMS certificant", "Rules and Standards alleged",
    "CDMS Code of Professional Conduct", "CDMS-C1", "CDMS certificate number")


@dataclass
class Complaint:
    """What is filled in. Empty strings and None stay empty on paper."""

    complainant: dict
    respondent: dict
    capacity: str
    rules: str
    summary: str
    occurred_from: tuple  # (text, iso)
    occurred_to: tuple
    learned: tuple
    place: str
    facts: str
    exhibits: list  # (number, description, pages)
    witnesses: list
    signed: tuple | None
    notary: Notary | None
    received: tuple | None = None  # (wheels, iso)
    stamped_page: int = 1
    is_self_report: bool = False
    is_ongoing: bool | None = False  # which box of that question is ticked; None is neither
    power_attached: bool | None = False  # and of this one
    is_before_others: bool | None = False  # and of this one
    revision: str = "01/2023"
    programme: Programme = CCM
    pen: Pen = Pen("sans")
    signer_ink: tuple = BLUE
    notary_note: str = ""
    signer_drop: float = 4  # how far the signature reaches below its line, in points


def blank_complaint(programme):
    """A complaint of which nothing is filled in."""
    nobody = dict.fromkeys(
        ("name", "street", "city", "phone", "email", "certificate", "employer", "address"), "")
    no_day = ("", None)
    return Complaint(
        complainant=nobody, respondent=nobody, capacity="", rules="", summary="",
        occurred_from=no_day, occurred_to=no_day, learned=no_day, place="", facts="", exhibits=[],
        witnesses=[], signed=None, notary=None, is_ongoing=None, power_attached=None,
        is_before_others=None, programme=programme)


def complaint_form(complaint, dice):
    """The four pages, and the part of the statement of facts that found no room."""
    first = _parties(complaint, dice)
    second, rest = _facts(complaint)
    third, rest = _more_facts(complaint, rest)
    fourth = _affirmation(complaint, dice)
    return [first, second, third, fourth], rest


def continuation_sheets(complaint, text):
    """As many continuation sheets as the text needs."""
    sheets = []
    while text:
        sheet, text = _continuation_sheet(complaint, text)
        sheets.append(sheet)
        if len(sheets) > 20:
            raise ValueError("the statement of facts never ends")
    for number, sheet in enumerate(sheets, 1):
        _number(sheet, complaint, number, len(sheets))
    return sheets


def blank_continuation_sheet(complaint):
    """A continuation sheet of a blank complaint."""
    sheet, _ = _continuation_sheet(complaint, "")
    _number(sheet, complaint, NO_DIGIT, NO_DIGIT)
    return sheet


def _continuation_sheet(complaint, text):
    """A sheet with as much of the text as it holds; and the rest."""
    sheet = Sheet("continuation")
    name = "CDMS continuation sheet" if complaint.programme is CDMS else "Continuation sheet"
    sheet.text(306, 52, name, "sans-bold", 14, align="center")
    sheet.text(LEFT, 72, "Statement of facts continued", "sans-bold", 10)
    sheet.text(RIGHT, 72, f"Complainant: {complaint.complainant['name'] or NO_NAME}", "sans", 9.5,
               align="right")
    box = (LEFT, 84, WIDE, 640)
    sheet.rect(*box)
    rest = _flow(sheet, "facts", (box[0] + 6, box[1] + 8, box[2] - 12, box[3] - 16), text,
                 complaint.pen)
    return sheet, rest


def _number(sheet, complaint, number, total):
    _footer(sheet, complaint, f"Continuation sheet {number} of {total}")


def _footer(sheet, complaint, right):
    sheet.line(LEFT, 748, RIGHT, 748, 0.4)
    form = f"Form {complaint.programme.number}"
    sheet.text(LEFT, 759, form, "sans", 8)
    text = f"Rev. {complaint.revision}"
    box = sheet.text(LEFT + width_of(form + "    ", "sans", 8), 759, text, "sans", 8)
    month, year = complaint.revision.split("/")
    last = {"01": 31, "09": 30}[month]
    sheet.date("form-revision", (f"{year}-{month}-01", f"{year}-{month}-{last}"), text, "print", box)
    sheet.text(RIGHT, 759, right, "sans", 8, align="right")


def _running_head(complaint, page):
    sheet = Sheet("form")
    programme = complaint.programme
    sheet.text(LEFT, 44, programme.body, "sans", 8.5)
    sheet.text(RIGHT, 44, programme.title, "sans-bold", 8.5, align="right")
    _footer(sheet, complaint, f"Page {page} of 4")
    return sheet


def _bar(sheet, y, letter, title):
    sheet.rect(LEFT, y, WIDE, 17, 0.5, fill=226)
    sheet.text(LEFT + 6, y + 12.5, f"Section {letter}    {title}", "sans-bold", 10.5)
    return y + 17


def _row(sheet, y, height, pen, *cells):
    """A row of ruled boxes, each with its label above what is filled in."""
    x = LEFT
    boxes = []
    for share, name, label, value in cells:
        width = WIDE * share
        sheet.rect(x, y, width, height)
        sheet.text(x + 4, y + 9.5, label, "sans", 8)
        box = (x + 4, y + 11, width - 8, height - 12)
        sheet.field(name, box, value, pen)
        boxes.append(box)
        x += width
    return y + height, boxes


def _choice(sheet, name, x, y, question, options, chosen, pen):
    box = sheet.text(x, y, question, "sans", 9)
    x += box[2] + 10
    for option in options:
        sheet.check(f"{name}.{option.lower()}", x, y, option == chosen, pen)
        x += 12 + sheet.text(x + 12, y, option, "sans", 9)[2] + 12


def _parties(complaint, dice):
    sheet = Sheet("form")
    programme, pen = complaint.programme, complaint.pen
    sheet.text(LEFT, 52, programme.body, "sans-bold", 11)
    sheet.text(LEFT, 76, programme.title, "sans-bold", 15)
    sheet.line(LEFT, 84, RIGHT, 84, 1.4)
    y = sheet.para(
        LEFT, 97, 350,
        "Type or print in ink. Only a signed and notarized Complaint on this form can be accepted. "
        "A Complaint may not exceed ten pages, not counting supporting documentation. Keep a copy.",
        "sans", 8.5)
    y = 152
    who, whom = complaint.complainant, complaint.respondent
    y = _bar(sheet, y, "A", "Complainant")
    y, _ = _row(sheet, y, 32, pen, (0.6, "complainant.name", "Name", who["name"]),
                (0.4, "complainant.phone", "Telephone", who["phone"]))
    y, _ = _row(sheet, y, 32, pen, (0.5, "complainant.street", "Street address", who["street"]),
                (0.5, "complainant.city", "City, state, ZIP code", who["city"]))
    y, _ = _row(sheet, y, 32, pen, (0.5, "complainant.email", "E-mail", who["email"]),
                (0.5, "complainant.certificate", f"{programme.certificate}, if any",
                 who.get("certificate", "")))
    y, _ = _row(sheet, y, 32, pen,
                (1, "complainant.capacity", "Capacity in which you file", complaint.capacity))
    y = sheet.para(
        LEFT + 4, y + 12, WIDE - 8,
        f"For example: certified {programme.certificant}, member of the public, client, holder of a "
        "power of attorney for a client, Chair of the Ethics and Professional Conduct Committee.",
        "sans-italic", 8)
    _choice(sheet, "complainant.poa", LEFT + 4, y + 6, "A power of attorney is attached",
            ("Yes", "No"), _ANSWERS[complaint.power_attached], pen)
    sheet.check("complainant.self", LEFT + 4, y + 23, complaint.is_self_report, pen)
    sheet.text(LEFT + 18, y + 22, "Self-report by the certificant", "sans", 9)
    y = _bar(sheet, y + 34, "B", programme.section_b)
    y, _ = _row(sheet, y, 32, pen,
                (0.6, "respondent.name", f"Name of the {programme.certificant}", whom["name"]),
                (0.4, "respondent.certificate", f"{programme.certificate}, if known",
                 whom["certificate"]))
    y, _ = _row(sheet, y, 32, pen, (0.6, "respondent.employer", "Employer", whom["employer"]),
                (0.4, "respondent.phone", "Work telephone", whom["phone"]))
    y, _ = _row(sheet, y, 32, pen,
                (1, "respondent.address", "Work address", whom["address"]))
    y = _bar(sheet, y + 12, "C", programme.section_c)
    y = sheet.para(
        LEFT + 4, y + 12, WIDE - 8,
        f"Name each Rule or Standard of the {programme.code} that you believe was violated. The "
        "Principles are advisory; a Complaint that names a Principle only cannot be placed before "
        "the Committee.", "sans-italic", 8)
    y, _ = _row(sheet, y - 4, 34, pen, (1, "rules", "Rules and Standards", complaint.rules))
    sheet.rect(LEFT, y, WIDE, 96)
    sheet.text(LEFT + 4, y + 9.5, "State in two or three sentences what was done or left undone",
               "sans", 8)
    sheet.field("summary", (LEFT + 4, y + 14, WIDE - 8, 80), complaint.summary, pen, True)
    _footer(sheet, complaint, "Page 1 of 4")
    if complaint.stamped_page == 1:
        _stamp(sheet, complaint, dice, 418, 90)
    return sheet


def _stamp(sheet, complaint, dice, x, y):
    if not complaint.received:
        return
    wheels, iso = complaint.received
    box = sheet.ink(x + dice.uniform(-4, 4), y + dice.uniform(-2, 3), received_stamp(dice, wheels),
                    BLACK)
    sheet.attest("stamp", "unknown", "present", box)
    sheet.date("received", iso, wheels, "print", box)


def _flow(sheet, name, box, text, pen):
    """Fills the box with as much of the text as it holds; gives the rest."""
    step = pen.size * pen.leading
    room = (box[3] - pen.size) / step + 1
    taken, rest = [], []
    for paragraph in text.split("\n"):
        if rest:
            rest.append(paragraph)
            continue
        lines = wrap(paragraph, pen.font, pen.size, box[2] - 4)
        if len(lines) <= room:
            taken.append(paragraph)
            room -= len(lines) + PARAGRAPH_GAP
        else:
            here = max(0, int(room))
            if here:
                taken.append(" ".join(lines[:here]))
            rest.append(" ".join(lines[here:]))
    sheet.field(name, box, "\n".join(taken), pen, True)
    return "\n".join(rest)


def _facts(complaint):
    sheet = _running_head(complaint, 2)
    pen = complaint.pen
    y = _bar(sheet, 54, "D", "Dates of occurrence")
    y, boxes = _row(sheet, y, 34, pen,
                    (1 / 3, "occurred.from", "Occurred from", complaint.occurred_from[0]),
                    (1 / 3, "occurred.to", "Occurred to", complaint.occurred_to[0]),
                    (1 / 3, "learned", "Date first learned", complaint.learned[0]))
    for role, box, (text, iso) in zip(
            ("occurrence", "occurrence", "learned"), boxes,
            (complaint.occurred_from, complaint.occurred_to, complaint.learned)):
        if text:
            sheet.date(role, iso, text, pen.writing, pen.box_of(box, text))
    y, _ = _row(sheet, y, 32, pen, (1, "place", "Where it happened", complaint.place))
    _choice(sheet, "ongoing", LEFT + 4, y + 13, "The conduct is ongoing", ("Yes", "No"),
            _ANSWERS[complaint.is_ongoing], pen)
    y = _bar(sheet, y + 22, "E", "Statement of facts")
    sheet.para(LEFT + 4, y + 11, WIDE - 8,
               "Say what happened, in order, with names. Use continuation sheets where needed.",
               "sans-italic", 8)
    box = (LEFT, y + 16, WIDE, 736 - y - 16)
    sheet.rect(*box)
    rest = _flow(sheet, "facts", (box[0] + 5, box[1] + 5, box[2] - 10, box[3] - 10),
                 complaint.facts, pen)
    return sheet, rest


def _more_facts(complaint, text):
    sheet = _running_head(complaint, 3)
    pen = complaint.pen
    y = _bar(sheet, 54, "E", "Statement of facts, concluded")
    box = (LEFT, y, WIDE, 300)
    sheet.rect(*box)
    rest = _flow(sheet, "facts.2", (box[0] + 5, box[1] + 5, box[2] - 10, box[3] - 10), text, pen)
    y = _bar(sheet, y + 310, "F", "Witnesses")
    for number in range(2):
        name, contact, knows = (complaint.witnesses + [("", "", "")] * 2)[number]
        y, _ = _row(sheet, y, 30, pen, (0.3, f"witness.{number}.name", "Name", name),
                    (0.3, f"witness.{number}.contact", "Telephone or e-mail", contact),
                    (0.4, f"witness.{number}.knows", "What this person knows", knows))
    y = _bar(sheet, y + 10, "G", "Supporting documents")
    sheet.rect(LEFT, y, WIDE, 15)
    columns = (LEFT, LEFT + 66, RIGHT - 66)
    for x, head in zip(columns, ("Exhibit", "What it is", "Pages")):
        sheet.text(x + 4, y + 11, head, "sans-bold", 8.5)
    y += 15
    for row in range(4):
        number, what, pages = (complaint.exhibits + [("", "", "")] * 4)[row]
        sheet.rect(LEFT, y, WIDE, 21)
        for part, (x, value) in enumerate(zip(columns, (number, what, pages))):
            wide = (*columns[1:], RIGHT)[part] - x
            sheet.field(f"exhibit.{row}.{part}", (x + 2, y + 1, wide - 4, 18), str(value), pen)
        y += 21
    y = _bar(sheet, y + 10, "H", "Other proceedings")
    _choice(sheet, "other", LEFT + 4, y + 15, "The same facts are before another body",
            ("Yes", "No"), _ANSWERS[complaint.is_before_others], pen)
    sheet.text(LEFT + 4, y + 33, "If yes, name it", "sans", 9)
    sheet.line(LEFT + 70, y + 35, RIGHT - 4, y + 35)
    return sheet, rest


def _affirmation(complaint, dice):
    sheet = _running_head(complaint, 4)
    pen = complaint.pen
    y = _bar(sheet, 54, "I", "Affirmation and signature")
    y = sheet.para(
        LEFT + 4, y + 18, WIDE - 8,
        "I affirm that I have read this Complaint and know its contents, and that the facts stated "
        "in it are true and correct to the best of my knowledge and belief. I understand that the "
        f"person named in Section B may be told of it, and that the {complaint.programme.body} may "
        "ask me for further information. I ask that it be considered by the Ethics and Professional "
        "Conduct Committee. I will sign only in the presence of the officer named in Section J.",
        "sans", 10, 14)
    y += 56
    sheet.line(LEFT + 4, y, LEFT + 300, y)
    sheet.text(LEFT + 4, y + 11, "Signature of complainant", "sans", 8.5)
    sheet.line(LEFT + 330, y, RIGHT - 4, y)
    sheet.text(LEFT + 330, y + 11, "Date signed", "sans", 8.5)
    place = [LEFT + 4, y - 34, 296, 34]
    if complaint.signed:
        text, iso = complaint.signed
        mask = signature(dice, dice.uniform(165, 230), dice.uniform(34, 44))
        box = sheet.ink(LEFT + 16 + dice.uniform(0, 30), y - mask.height * 72 / 300 + complaint.signer_drop, mask,
                        complaint.signer_ink)
        sheet.attest("signature", "complainant", "present", box)
        box = (LEFT + 332, y - 17, 170, 17)
        sheet.field("signed", box, text, pen)
        sheet.date("signed", iso, text, pen.writing, pen.box_of(box, text))
    else:
        sheet.attest("signature", "complainant", "blank", place)
    y += 42
    sheet.field("printed", (LEFT + 4, y - 17, 290, 17), complaint.complainant["name"], pen)
    sheet.line(LEFT + 4, y, LEFT + 300, y)
    sheet.text(LEFT + 4, y + 11, "Printed name", "sans", 8.5)
    notary_block(sheet, _bar(sheet, y + 34, "J", "Notary"), complaint.complainant["name"],
                 complaint.notary, pen, dice, complaint.notary_note)
    sheet.rect(LEFT, 688, WIDE, 44)
    sheet.para(LEFT + 6, 702, WIDE - 12,
               "Mail the signed and notarized original, with the supporting documents listed in Section "
               f"G, to the {complaint.programme.body}, Ethics and Professional Conduct, 100 Example Way, "
               "Mount Laurel, NJ 08054. Do not send originals of supporting documents.", "sans", 8.5)
    if complaint.stamped_page == 4:
        _stamp(sheet, complaint, dice, 410, 620)
    return sheet
