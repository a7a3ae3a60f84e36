"""Puts a story on paper: the form, its exhibits and an envelope, born digital or scanned."""

from dataclasses import replace
from datetime import timedelta

from samples import exhibits
from samples.form import CCM, CDMS, Complaint, complaint_form, continuation_sheets
from samples.ink import received_stamp, signature
from samples.looks import Look, printed_postmark, printed_stamp, refill, smaller
from samples.notary import Notary
from samples.packet import Packet
from samples.scan import Scanner
from samples.sheet import BLACK, BLUE, PURPLE, Pen
from samples.stories import CERTIFICANTS, PEOPLE, SCENARIOS, chronology, statement

from . import writing

PENS = (Pen("sans"), Pen("sans"), Pen("sans", 9.5), Pen("serif", 11.5), Pen("typewriter", 10), Pen("mono", 9))
HANDS = (Pen("hand-upright", 12, BLUE), Pen("hand-slanted", 12, BLACK), Pen("hand-script", 13, BLUE))
FIELDS = {"from": ["occurred.from"], "to": ["occurred.to"], "learned": ["learned"], "signed": ["signed"],
          "act": ["act.day", "act.month", "act.year"]}
# Words of other days, as people put them into a statement; {} is a day that is of no account.
ASIDES = (
    "I was born on {}.", "My date of birth is {}.", "I received a letter from the insurer on {}.",
    "The first care plan was signed on {} and revised on {}.", "Received: {}, a copy of the file.",
    "I had filed an appeal with the insurer on {}.", "A letter dated {} says the opposite.",
    "My brother swore to a statement before a notary on {}.", "We have known each other since {}.",
    "Dated {}: first letter to the office.", "The policy began on {} and was renewed on {}.")


class Paper:
    """One packet. `medium` is flat, fields, scan or mixed (the last page of the form scanned)."""

    def __init__(self, story, name, medium):
        self.story, self.medium = story, medium
        self.packet = Packet(name, story.kind)
        self.dice = self.packet.dice
        self.look = Look.random(self.dice)
        self.pen = self.dice.choice(PENS)
        self.hand = self.dice.choice(HANDS)
        self.who = self._filer()
        self.whom = CERTIFICANTS[self.dice.choice(sorted(CERTIFICANTS))]
        self.notary_ink = self.dice.choice((BLACK, BLUE, PURPLE))

    def make(self):
        documents = [self._letter()] if self.story.kind == "letter only" else self._complaint()
        support = self._support(self.story.kind == "power of attorney")
        for sheet in [sheet for document in documents for sheet in document] + support:
            self.look.apply(sheet)
        envelope = self._envelope()
        if self.dice.random() < 0.3 and len(documents) == 1 and self.medium != "mixed":
            documents = [documents[0] + support + envelope]
        else:
            documents += [part for part in (support, envelope) if part]
        scanner = self._scanner()
        for number, sheets in enumerate(documents, 1):
            self._write(f"{number:02}-{self.packet.name}.pdf", sheets, scanner)
        return self.packet

    # The complaint

    def _complaint(self):
        story = self.story
        forms = []
        if story.kind == "two forms":
            forms.append(self._form(is_earlier=True))
        forms.append(self._form())
        if story.kind == "loose certificate":
            day = story.blanks["signed"]
            forms[-1].append(exhibits.loose_certificate(
                self.dice, self.who["name"], self._notary(), day.text if day else "", len(forms[-1])))
        return forms

    def _form(self, is_earlier=False):
        story, blanks = self.story, self.story.blanks
        is_away = story.kind in ("signed elsewhere", "initials")
        signed = story.is_signed and not is_away
        notary = None
        if story.is_notarized and not is_earlier and story.kind != "loose certificate":
            notary = self._notary()
        texts = {key: blank.text if blank else "" for key, blank in blanks.items()}
        if is_earlier:
            texts["signed"] = writing.named(story.events.ends["signed"][0])
        paper = Complaint(
            complainant=self.who, respondent=self.whom, capacity=self._capacity(),
            occurred_from=(texts["from"], ""), occurred_to=(texts["to"], ""), learned=(texts["learned"], ""),
            place="Millhaven, New Jersey", exhibits=[], signed=(texts["signed"], "") if signed else None,
            witnesses=[("Odile Marchetti", "(856) 555-0177", "Was present and heard it")],
            notary=notary, pen=self.pen, programme=CDMS if story.program == "cdms" else CCM,
            is_self_report=story.kind == "self-report", is_ongoing=story.kind == "ongoing box",
            power_attached=story.kind == "power of attorney",
            revision=self.dice.choice(("01/2015", "09/2015", "01/2023", "01/2024")),
            notary_note="See attached jurat" if story.kind == "loose certificate" else "",
            signer_drop=self.dice.uniform(2, 9), **self._facts())
        pages = {"eleven pages": self.dice.choice((11, 11, 12)), "ten pages": 10}.get(story.kind)
        sheets = self._sheets(paper, pages)
        self._fill(sheets, texts, is_earlier)
        if is_away:
            self._sign_elsewhere(sheets[3], texts["signed"])
        if story.kind == "seal without signature":
            sealed = complaint_form(replace(paper, notary=replace(self._notary(), seal="box")), self.dice)[0][3]
            sheets[3].marks += [mark for mark in sealed.marks if mark[0] == "ink"][-1:]
        self._stamp(sheets, is_earlier)
        return sheets

    def _facts(self):
        scenario = "own-conduct" if self.story.kind == "self-report" else self.dice.choice(
            sorted(SCENARIOS.keys() - {"own-conduct"}))
        blanks = self.story.blanks
        day, known = (blanks[key].text if blanks[key] else "that day" for key in ("from", "learned"))
        rules, summary, facts = statement(scenario, self.whom, day, known)
        asides = [aside.format(*(writing.exact(self._other_day(), self.dice).text for _ in range(2)))
                  for aside in self.dice.sample(ASIDES, self.dice.randint(0, 4))]
        parts = facts.split("\n")
        for aside in asides:
            parts.insert(self.dice.randint(0, len(parts)), aside)
        return {"rules": rules, "summary": summary, "facts": "\n".join(parts)}

    def _sheets(self, paper, pages):
        """The form, with continuation sheets so that it has `pages`, or as many as the facts need."""
        days = [f"Entry {number}" for number in range(1, 200)]
        entries = 36
        while True:
            if pages:
                paper = replace(paper, facts=chronology(days[:entries], "the case manager", "the firm"))
            form, rest = complaint_form(paper, self.dice)
            sheets = form + continuation_sheets(paper, rest)
            if not pages or len(sheets) >= pages:
                return sheets
            entries += 2

    def _fill(self, sheets, texts, is_earlier):
        """Writes by hand what is so filled in, and smaller what finds no room."""
        changes = {}
        for key, names in FIELDS.items():
            for name in names:
                if key in self.story.by_hand and not is_earlier:
                    changes[name] = (None, self.hand)
                elif key != "act":
                    changes[name] = (None, smaller(self.pen, texts.get(key, ""), 158))
        for sheet in sheets:
            refill(sheet, changes)

    def _sign_elsewhere(self, sheet, text):
        """A signature that is not on its line, or no more than initials on it."""
        _, box = next((one["state"], one["box"]) for one in sheet.attestations if one["role"] == "complainant")
        x, y = box[0], box[1] + box[3]
        if self.story.kind == "initials":
            mask = signature(self.dice, self.dice.uniform(26, 44), self.dice.uniform(14, 22))
            sheet.ink(x + self.dice.uniform(8, 80), y - 20, mask, BLUE)
        else:
            mask = signature(self.dice, self.dice.uniform(120, 170), self.dice.uniform(28, 36))
            dx, dy = self.dice.choice(((60, 12), (150, 14), (20, 34), (270, -66), (60, -70)))
            sheet.ink(x + dx, y + dy, mask, BLUE)
        sheet.field("signed", (x + 328, y - 17, 170, 17), text, self.pen)

    def _stamp(self, sheets, is_earlier):
        blank = self.story.blanks["received"]
        day = writing.wheels(self.story.events.ends["received"][0]) if is_earlier else blank and blank.text
        if not day:
            return
        sheet, x, y = self.dice.choice(((sheets[0], 418, 90), (sheets[3], 410, 620)))
        if self.medium == "scan" or self.medium == "mixed" and sheet is sheets[3]:
            sheet.ink(x, y, received_stamp(self.dice, day), BLACK)
        else:
            printed_stamp(sheet, x, y, day)

    # Who, and before whom

    def _filer(self):
        if self.story.kind == "self-report":
            return {"name": "Simone Abernathy", "street": "12 Gable End", "city": "Eastbrook, PA 19099",
                    "phone": "(215) 555-0150", "email": "s.abernathy@example.net", "certificate": "0098156"}
        return PEOPLE[self.dice.choice(sorted(PEOPLE))]

    def _capacity(self):
        said = {"self-report": "Self-report",
                "chair": "Chair of the Ethics and Professional Conduct Committee",
                "power of attorney": "Holder of a power of attorney for a client"}
        return said.get(self.story.kind) or self.dice.choice(
            ("Client", "Member of the public", "Former client", "Certified case manager"))

    def _notary(self, day=None):
        """Of the story's act, or of one on another paper."""
        if day is None:
            blank = self.story.blanks.get("act")
            number, month, year = blank.text if blank else ("", "", "")
            day = self.story.events.ends.get("notarized", self.story.events.ends["postmarked"])[-1]
        else:
            (number, month, year), _ = writing.act(day, self.dice)
        expires = day + timedelta(days=self.dice.randint(-60, 1400))
        return Notary(
            self.dice.choice(("Rosalind T. Pemberton", "Winifred Oduya", "Casper Lund")),
            str(self.dice.randint(1000000, 59999999)), writing.named(expires), "", number, month, year, "",
            county=self.dice.choice(("Burlington", "Camden", "Mercer")),
            seal=self.dice.choice(("round", "box", "")), ink=self.notary_ink)

    def _other_day(self):
        """A day that is of no account."""
        return self.story.events.first + timedelta(days=self.dice.randint(-1500, 400))

    # What else is in the envelope

    def _support(self, with_power):
        dice, sheets = self.dice, []
        if with_power:
            day = self._other_day()
            sheets.append(exhibits.power_of_attorney(
                dice, 1, "Edwin Hallam", self.who["name"], self._notary(day), (writing.named(day), "")))
        for _ in range(dice.choice((0, 1, 1, 2)) - len(sheets)):
            sheets.append(self._exhibit(len(sheets) + 1))
        for sheet in sheets:
            if dice.random() < 0.15:
                office = dice.choice(("CLAIMS DEPT", "STATE BOARD OF NURSING", "COUNTY CLERK"))
                printed_stamp(sheet, 380, 40, writing.wheels(self._other_day()), office=office)
            if dice.random() < 0.15:
                day = writing.wheels(self._other_day())
                exhibits.fax_header(sheet, f"{day} 09:12  FROM: 609 555 0117  P.01/01")
        return sheets

    def _exhibit(self, number):
        dice = self.dice
        day = self._other_day()
        said = (writing.exact(day, dice).text, "")
        return dice.choice((
            lambda: exhibits.firm_letter(dice, number, self.whom, self.who, said, "the case manager"),
            lambda: exhibits.care_note(dice, number, self.who["name"], "P. Corrigan, CCM", said),
            lambda: exhibits.invoice(number, "Garrick Bed Rental", self.who, said, [("Delivery", 1, 85.0)]),
            lambda: exhibits.mail_print(number, "G. Lindqvist", self.who["name"], said, "Re: supplier",
                                        ["I looked at the alternatives and there were none.", "Gordon"]),
            lambda: exhibits.affidavit(dice, number, "Odile Marchetti", self._notary(day)),
            lambda: exhibits.board_form(dice, number, self.who, "Rhoda Finch", self._notary(day), said)))()

    def _letter(self):
        events, dice = self.story.events, self.dice
        return [exhibits.letter(
            dice, None, self.who["name"], [f"{self.who['street']}, {self.who['city']}", self.who["phone"]],
            (writing.exact(events.ends["signed"][0], dice).text, ""),
            ["Commission for Case Manager Certification", "100 Example Way", "Mount Laurel, NJ 08054"],
            "To whom it may concern:",
            ["I want to complain about Mr. Gordon Lindqvist of Beacon Row Rehabilitation, who was put in "
             f"charge of my husband's affairs. On {writing.exact(events.first, dice).text} he had the bed "
             "that we had rented taken away and another one put in its place. Nobody had asked us.",
             f"I learned of it on {writing.exact(events.learned, dice).text}. I do not know whether there is a "
             "form for this. If there is one please send it and I will have it sworn."],
            self.who["name"], "")]

    def _envelope(self):
        blank = self.story.blanks["postmarked"]
        if blank is None:
            return []
        if self.medium == "scan" and self.dice.random() < 0.5:
            wheels = "|".join(blank.text.split(" "))
            return [exhibits.envelope(self.dice, self.who, "Carrow DE", wheels, "")]
        sheet = exhibits.envelope_face(self.who)
        printed_postmark(sheet, "Carrow DE 197", blank.text)
        return [sheet]

    # On the glass

    def _scanner(self):
        dice = self.dice
        return Scanner(
            mode=dice.choice(("grey", "bitonal", "bitonal")), dpi=(dice.choice((200, 300)),) * 2,
            noise=dice.uniform(1, 3), skew=dice.uniform(0.2, 1.2), blur=dice.choice((0.5, 0.65, 0.9)),
            punched=dice.choice(("", "left", "top")), stapled=dice.random() < 0.4)

    def _write(self, path, sheets, scanner):
        if self.medium == "scan":
            self.packet.pdf(path, sheets, scanner)
        elif self.medium == "mixed" and [sheet.role for sheet in sheets] == ["form"] * 4:
            self.packet.filled_pdf(path, sheets, 4, scanner)
        elif self.medium == "flat" or sheets[0].role != "form":
            self.packet.flat_pdf(path, sheets)
        else:
            self.packet.form_pdf(path, sheets)
