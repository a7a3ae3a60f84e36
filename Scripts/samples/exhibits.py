"""Supporting documents, and what else lies in an envelope."""

from samples.ink import postmark, signature
from samples.notary import LEFT, RIGHT, WIDE, notary_block
from samples.sheet import BLACK, BLUE, Pen, Sheet


def _label(sheet, number):
    sheet.rect(RIGHT - 78, 22, 78, 20, 1.0)
    sheet.text(RIGHT - 39, 36, f"EXHIBIT {number}", "sans-bold", 11, align="center")


def letter(dice, number, head, lines, day, to, salutation, paragraphs, name, title, font="serif"):
    """A business letter on headed paper, signed in ink."""
    sheet = Sheet("supporting")
    if number:
        _label(sheet, number)
    sheet.text(LEFT, 70, head, "serif-bold", 17)
    for row, line in enumerate(lines):
        sheet.text(LEFT, 86 + row * 12, line, "sans", 8.5)
    sheet.line(LEFT, 86 + len(lines) * 12, RIGHT, 86 + len(lines) * 12, 1.2)
    y = 130 + len(lines) * 12
    box = sheet.text(LEFT + 20, y, day[0], font, 11)
    sheet.date("other", day[1], day[0], "print", box)
    y += 30
    for line in to:
        sheet.text(LEFT + 20, y, line, font, 11)
        y += 14
    sheet.text(LEFT + 20, y + 16, salutation, font, 11)
    y += 40
    for paragraph in paragraphs:
        y = sheet.para(LEFT + 20, y, WIDE - 40, paragraph, font, 11, 14.5) + 8
    sheet.text(LEFT + 20, y + 8, "Yours sincerely,", font, 11)
    mask = signature(dice, 150, 40)
    box = sheet.ink(LEFT + 22, y + 14, mask, BLUE)
    sheet.attest("signature", "unknown", "present", box)
    sheet.text(LEFT + 20, y + 70, name, font, 11)
    sheet.text(LEFT + 20, y + 84, title, font, 11)
    return sheet


def firm_letter(dice, number, firm, to, day, who):
    return letter(
        dice, number, firm["employer"], [firm["address"], f"Telephone {firm['phone']}"], day,
        [to["name"], to["street"], to["city"]], f"Dear {to['name']},",
        ["Thank you for your letter. We have looked into the matters that you raise and have spoken "
         "with the staff who were concerned with your case.",
         "The document to which you refer was prepared by our office from a form of words that we "
         "use for many clients on the unit. It was not changed for you before it was signed and sent. "
         f"The signature of {who} was added in the office in the usual way. We accept that you ought to "
         "have been spoken to first, and that the list of agencies ought to have been handed to you.",
         "We have reminded our staff of the procedure and have asked for a review of the form. We are "
         "not able to comment on what the insurer decided after it had received the document, and we "
         "would ask you to take that up with the insurer directly.",
         "We are sorry for the inconvenience that this has caused you and wish you a good recovery."],
        "Barnaby Skelton", "Office Manager")


def care_note(dice, number, client, who, day):
    """A page of a care plan: a table filled in by typewriter."""
    sheet = Sheet("supporting")
    _label(sheet, number)
    sheet.text(306, 62, "CARE PLAN - PROGRESS NOTE", "sans-bold", 14, align="center")
    pen = Pen("typewriter", 10)
    y = 84
    for label, value in (("Client", client), ("Case manager", who), ("Date of note", day[0]),
                         ("Setting", "Rehabilitation unit, room 214")):
        sheet.rect(LEFT, y, WIDE, 24)
        sheet.text(LEFT + 5, y + 16, label, "sans-bold", 9)
        sheet.field(label, (LEFT + 100, y + 4, 380, 17), value, pen)
        if label == "Date of note":
            sheet.date("other", day[1], day[0], "print", pen.box_of((LEFT + 100, y + 4, 380, 17),
                                                                    day[0]))
        y += 24
    for label, value in (
            ("Assessment", "Walks 20 yards with frame and one person. Stairs not attempted. Needs help "
             "with bath and with shoes. Lives alone, second floor, no lift. Says that she is anxious "
             "about going home and asks what help there will be."),
            ("Goals", "Transfers without help. Ten stairs with rail. Bathroom equipment in place before "
             "discharge. Home nursing as ordered by surgeon."),
            ("Interventions", "Physiotherapy daily. Occupational therapist to see the flat. Order for "
             "rail and raised seat passed to the office. Home nursing three times a week for four weeks "
             "ordered; agency to be chosen by the client."),
            ("Plan", "Case manager to discuss discharge with client and to leave list of agencies. Not "
             "yet done on the date of this note. Review in one week.")):
        sheet.rect(LEFT, y, WIDE, 118)
        sheet.text(LEFT + 5, y + 16, label, "sans-bold", 9)
        sheet.field(label, (LEFT + 100, y + 4, WIDE - 108, 110), value, pen, True)
        y += 118
    sheet.text(LEFT + 5, y + 40, "Entered by", "sans-bold", 9)
    sheet.line(LEFT + 60, y + 42, LEFT + 260, y + 42)
    mask = signature(dice, 120, 30)
    sheet.attest("signature", "unknown", "present", sheet.ink(LEFT + 80, y + 16, mask, BLACK))
    return sheet


def mail_print(number, sender, to, day, subject, paragraphs):
    """An e-mail as printed."""
    sheet = Sheet("supporting")
    _label(sheet, number)
    sheet.text(LEFT, 60, to, "sans-bold", 12)
    sheet.line(LEFT, 66, RIGHT, 66, 1.6)
    y = 86
    for head, value in (("From:", sender), ("Sent:", day[0]), ("To:", to), ("Subject:", subject)):
        sheet.text(LEFT, y, head, "sans-bold", 10)
        box = sheet.text(LEFT + 80, y, value, "sans", 10)
        if head == "Sent:":
            sheet.date("other", day[1], day[0], "print", box)
        y += 15
    y += 16
    for paragraph in paragraphs:
        y = sheet.para(LEFT, y, WIDE - 20, paragraph, "sans", 10.5, 14) + 8
    sheet.text(306, 770, "1", "sans", 9, align="center")
    return sheet


def invoice(number, firm, to, day, rows):
    """A bill with a table."""
    sheet = Sheet("supporting")
    _label(sheet, number)
    sheet.text(LEFT, 72, firm, "sans-bold", 16)
    sheet.text(RIGHT, 100, "INVOICE", "sans-bold", 20, align="right")
    box = sheet.text(LEFT, 130, f"Invoice date: {day[0]}", "sans", 10)
    sheet.date("other", day[1], day[0], "print", box)
    sheet.text(LEFT, 146, "Invoice no. 24-1187", "sans", 10)
    for row, line in enumerate((to["name"], to["street"], to["city"])):
        sheet.text(LEFT, 178 + row * 14, line, "sans", 10)
    y = 240
    sheet.rect(LEFT, y, WIDE, 20, 0.7, fill=228)
    for x, head in ((LEFT + 6, "Description"), (LEFT + 330, "Quantity"), (LEFT + 420, "Amount")):
        sheet.text(x, y + 14, head, "sans-bold", 10)
    total = 0
    for what, quantity, amount in rows:
        y += 20
        sheet.rect(LEFT, y, WIDE, 20)
        sheet.text(LEFT + 6, y + 14, what, "sans", 10)
        sheet.text(LEFT + 372, y + 14, str(quantity), "sans", 10, align="right")
        sheet.text(RIGHT - 10, y + 14, f"{amount:,.2f}", "sans", 10, align="right")
        total += amount
    sheet.text(LEFT + 330, y + 44, "Total due", "sans-bold", 11)
    sheet.text(RIGHT - 10, y + 44, f"{total:,.2f}", "sans-bold", 11, align="right")
    sheet.para(LEFT, y + 90, WIDE, "Payment is due within thirty days. Please quote the invoice number. "
               "Thank you for your custom.", "sans", 9)
    return sheet


def mileage_log(number, rows):
    """A wide table, printed across the paper: 11 by 8.5 inches when it is upright."""
    sheet = Sheet("supporting", (792.0, 612.0))
    sheet.rect(664, 22, 78, 20, 1.0)
    sheet.text(703, 36, f"EXHIBIT {number}", "sans-bold", 11, align="center")
    sheet.text(LEFT, 62, "Record of telephone calls and visits", "sans-bold", 15)
    y = 84
    edges = (LEFT, 170, 250, 400, 742)
    heads = ("Day", "Hour", "Number called", "What came of it")
    for values in (heads, *rows):
        for at, value in enumerate(values):
            sheet.rect(edges[at], y, edges[at + 1] - edges[at], 26)
            sheet.text(edges[at] + 6, y + 17, value, "sans-bold" if values is heads else "sans", 10.5)
        y += 26
    sheet.text(LEFT, y + 24, "Copied from my calendar and from the bills of the telephone company.",
               "serif-italic", 11)
    return sheet


def affidavit(dice, number, name, notary):
    """Somebody else's sworn statement, with its own signature and notary."""
    sheet = Sheet("supporting")
    _label(sheet, number)
    sheet.text(306, 70, f"AFFIDAVIT OF {name.upper()}", "serif-bold", 15, align="center")
    y = 100
    for paragraph in (
            f"I, {name}, being duly sworn, say as follows:",
            "1. I live next door to the person who makes the complaint and have known her for eleven "
            "years. I am retired and at home on most days of the week.",
            "2. On the day on which she came home from the rehabilitation unit I heard the ambulance car "
            "and went out to help. The driver and I carried her up two flights of stairs in a chair. There "
            "was no rail on the stairs or in the bathroom and no raised seat.",
            "3. No nurse came on that day or on the two days that followed. I would have seen a visitor, "
            "because the bell rings in my hall as well. I brought her meals and helped her to wash.",
            "4. I have no interest in the outcome of this matter and make this statement because I was "
            "asked to say what I saw."):
        y = sheet.para(LEFT, y, WIDE, paragraph, "serif", 11.5, 15) + 7
    return _sworn(sheet, dice, y + 44, f"{name}, Affiant", name, notary)


def board_form(dice, number, complainant, who, notary, day):
    """A complaint form of another body, with a signature and a notary of its own."""
    sheet = Sheet("supporting")
    _label(sheet, number)
    sheet.text(306, 60, "STATE BOARD OF NURSING", "serif-bold", 15, align="center")
    sheet.text(306, 78, "Consumer Complaint Against a Licensee", "serif-bold", 12, align="center")
    pen = Pen("typewriter", 10)
    y = 96
    for label, value in (("Your name", complainant["name"]), ("Your address", complainant["street"]),
                         ("Licensee complained of", who), ("License type", "Registered nurse"),
                         ("Place of work", "Alder Court Nursing Home")):
        sheet.rect(LEFT, y, WIDE, 24)
        sheet.text(LEFT + 5, y + 16, label, "serif-bold", 10)
        sheet.field(label, (LEFT + 140, y + 4, 340, 17), value, pen)
        y += 24
    sheet.rect(LEFT, y, WIDE, 130)
    sheet.text(LEFT + 5, y + 14, "Nature of your complaint", "serif-bold", 10)
    sheet.field("nature", (LEFT + 6, y + 20, WIDE - 12, 106),
                "The licensee was the nurse on duty on the ward to which my brother was moved. He lay on one "
                "side for two nights and was not turned, and the sore on his back became worse. I ask the "
                "Board to look into the records of the ward for the last week of April.", pen, True)
    y += 150
    sheet.para(LEFT, y, WIDE, "I swear or affirm that the information given above is true.", "serif", 11)
    y += 50
    box = sheet.ink(LEFT + 12, y - 32, signature(dice, 170, 38), BLACK)
    sheet.attest("signature", "unknown", "present", box)
    sheet.line(LEFT + 4, y, LEFT + 260, y)
    sheet.text(LEFT + 4, y + 12, "Your signature", "serif", 10)
    sheet.line(LEFT + 330, y, RIGHT - 4, y)
    sheet.text(LEFT + 330, y + 12, "Date", "serif", 10)
    sheet.field("date", (LEFT + 334, y - 17, 160, 17), day[0], pen)
    sheet.date("other", day[1], day[0], "print", pen.box_of((LEFT + 334, y - 17, 160, 17), day[0]))
    notary_block(sheet, y + 26, complainant["name"], notary, pen, dice)
    return sheet


def loose_certificate(dice, signer, notary, document_day, pages):
    """A notary's own certificate on a sheet of its own, to be attached to the form."""
    sheet = Sheet("certificate")
    sheet.text(306, 62, "JURAT", "serif-bold", 20, align="center")
    sheet.text(306, 80, "Notarial certificate to be attached to the document described below",
               "serif-italic", 11, align="center")
    y = notary_block(sheet, 96, signer, notary, Pen("serif", 11), dice)
    y += 50
    sheet.rect(LEFT, y, WIDE, 120)
    sheet.text(LEFT + 8, y + 18, "Description of attached document", "serif-bold", 11)
    pen = Pen("serif", 11)
    for row, (label, value) in enumerate((
            ("Title or type of document", "Code of Professional Conduct Complaint Form"),
            ("Document date", document_day), ("Number of pages", str(pages)),
            ("Signer", signer))):
        at = y + 42 + row * 20
        sheet.text(LEFT + 8, at, label, "serif", 10.5)
        sheet.line(LEFT + 150, at + 3, RIGHT - 10, at + 3)
        sheet.field(label, (LEFT + 152, at - 14, 340, 17), value, pen)
    return sheet


def power_of_attorney(dice, number, grantor, agent, notary, day):
    """A notarized power of attorney."""
    sheet = Sheet("power-of-attorney")
    _label(sheet, number)
    sheet.text(306, 70, "DURABLE POWER OF ATTORNEY", "serif-bold", 15, align="center")
    y = 100
    for paragraph in (
            f"I, {grantor}, appoint {agent} as my attorney-in-fact, to act for me in all matters of my "
            "health care, insurance and benefits, and to make complaints and appeals in my name.",
            "This power is not affected by my disability and remains in force until I revoke it in "
            "writing. Whoever relies on a copy of it may treat the copy as the original.",
            f"Made and signed on {day[0]}."):
        y = sheet.para(LEFT, y, WIDE, paragraph, "serif", 11.5, 15) + 7
    return _sworn(sheet, dice, y + 44, f"{grantor}, Principal", grantor, notary)


def _sworn(sheet, dice, y, line, name, notary):
    """A signature on its line, and the notary block below it."""
    mask = signature(dice, 160, 38)
    box = sheet.ink(LEFT + 16, y - 32, mask, BLUE)
    sheet.attest("signature", "unknown", "present", box)
    sheet.line(LEFT + 4, y, LEFT + 260, y)
    sheet.text(LEFT + 4, y + 12, line, "serif", 10.5)
    notary_block(sheet, y + 18, name, notary, Pen("serif", 11), dice)
    return sheet


def envelope(dice, sender, city, wheels, iso):
    """The face of a number 10 envelope, as it was laid on the glass."""
    sheet = envelope_face(sender)
    mask = postmark(dice, city, wheels)
    box = sheet.ink(410, 22, mask, BLACK)
    sheet.attest("stamp", "unknown", "present", box)
    sheet.date("postmark", iso, wheels.replace("|", " "), "print", box)
    return sheet


def envelope_face(sender):
    """The same without its postmark."""
    sheet = Sheet("envelope", (684.0, 297.0))
    sheet.rect(2, 2, 680, 293, 0.5, fill=250)
    for row, line in enumerate((sender["name"], sender["street"], sender["city"])):
        sheet.text(26, 36 + row * 14, line, "sans", 10.5)
    for row, line in enumerate((
            "Commission for Case Manager Certification", "Ethics and Professional Conduct",
            "100 Example Way", "Mount Laurel, NJ 08054")):
        sheet.text(270, 170 + row * 17, line, "sans", 13)
    sheet.rect(612, 20, 50, 60, 1.4, fill=222)
    sheet.rect(617, 25, 40, 50, 0.6)
    sheet.text(637, 55, "USA", "serif-bold", 12, align="center")
    return sheet


def separator(batch):
    """The sheet that a mail room lays between packets: bars of a patch code, and a name."""
    sheet = Sheet("separator")
    for top in (60, 660):
        x = 120
        for wide in (18, 7, 7, 18):
            sheet.rect(x, top, wide, 72, 0, fill=0)
            x += wide + (16 if wide == 7 else 22)
    sheet.text(306, 340, "SEPARATOR SHEET", "sans-bold", 34, align="center")
    sheet.text(306, 380, "DOCUMENT SEPARATOR - DO NOT REMOVE BEFORE SCANNING", "sans-bold", 11,
               align="center")
    sheet.text(306, 410, batch, "mono", 14, align="center")
    return sheet


def blank():
    """The empty back of a sheet."""
    return Sheet("blank")


def fax_header(sheet, text):
    """The line that a sender's machine prints along the top."""
    sheet.text(30, 14, text, "mono", 9)
