"""The packets of SampleDocs, one function each, in the order of their names."""

from samples import exhibits, files
from samples.form import CDMS, Complaint, complaint_form, continuation_sheets
from samples.notary import Notary
from samples.packet import Packet
from samples.scan import Scanner
from samples.sheet import BLACK, BLUE, PURPLE, Pen
from samples.stories import CERTIFICANTS, PEOPLE, chronology, statement

TYPED = Pen("sans")
TYPEWRITER = Pen("typewriter", 10)
SERIF = Pen("serif", 11.5)


def notary(name="Rosalind T. Pemberton", number="50123456", day="3rd", month="June", year="2024",
           iso="2024-06-03", expires="March 14, 2027", expires_iso="2027-03-14", **more):
    return Notary(name, number, expires, expires_iso, day, month, year, iso, **more)


def complaint(who="hallam", whom="corrigan", scenario="discharge",
              day=("April 18, 2024", "2024-04-18"), known=("April 29, 2024", "2024-04-29"),
              signed=("June 3, 2024", "2024-06-03"), by=None,
              received=("JUN 07 2024", "2024-06-07"), capacity="Client", items=(), **more):
    """A complaint that is in order, unless something is said to the contrary."""
    rules, summary, facts = statement(scenario, CERTIFICANTS[whom], day[0], known[0])
    fields = {
        "complainant": PEOPLE[who], "respondent": CERTIFICANTS[whom], "capacity": capacity,
        "rules": rules, "summary": summary, "occurred_from": day, "occurred_to": day,
        "learned": known, "place": "Millhaven, New Jersey", "facts": facts,
        "exhibits": list(items),
        "witnesses": [("Odile Marchetti", "(856) 555-0177", "Was present and heard it"),
                      ("Tobias Renfrew", "(609) 555-0131", "Saw the papers")],
        "signed": signed, "notary": by, "received": received, "pen": TYPED}
    return Complaint(**(fields | more))


def form(packet, paper):
    """The four pages of a complaint whose facts fit on them."""
    sheets, rest = complaint_form(paper, packet.dice)
    if rest:
        raise ValueError(f"{packet.name}: the facts do not fit: {rest[:60]}")
    return sheets


IN_ORDER = {"FRM-01": "satisfied", "PAG-01": "satisfied", "SIG-01": "satisfied",
            "NOT-01": "satisfied", "DAT-03": "satisfied", "INT-01": "satisfied"}


def all_in_order():
    packet = Packet("01-all-in-order", "a typed, signed and notarized complaint with two exhibits")
    paper = complaint(by=notary(ink=BLUE), items=[
        (1, "Care plan, progress note of April 16, 2024", 1),
        (2, "Letter of Tidewell Care Partners of May 13, 2024", 1)])
    scanner = Scanner(punched="left", stapled=True)
    packet.pdf("01-complaint.pdf", form(packet, paper), scanner)
    packet.pdf("02-exhibits.pdf", [
        exhibits.care_note(packet.dice, 1, paper.complainant["name"], "P. Corrigan, CCM",
                           ("April 16, 2024", "2024-04-16")),
        exhibits.firm_letter(packet.dice, 2, paper.respondent, paper.complainant,
                             ("May 13, 2024", "2024-05-13"), "Ms. Corrigan")], scanner)
    return packet.expect("ready", pages=(4, 4), checks=IN_ORDER)


def unsigned():
    packet = Packet("03-unsigned", "signature line, date line and notary block are all empty")
    paper = complaint("okonjo", "lindqvist", "referral", signed=None, pen=SERIF,
                      capacity="Member of the public", day=("March 11, 2024", "2024-03-11"),
                      known=("March 27, 2024", "2024-03-27"), place="Lower Penfold, New Jersey",
                      items=[(1, "E-mail of Gordon Lindqvist of April 2, 2024", 1)])
    scanner = Scanner(dpi=(300, 300), mode="bitonal")
    packet.pdf("01-complaint.pdf", form(packet, paper), scanner)
    packet.pdf("02-exhibit.pdf", [_lindqvist_mail(1, paper)], scanner)
    return packet.expect("deficiency-candidate", pages=(4, 4), checks=IN_ORDER | {
        "SIG-01": "deficient", "NOT-01": "deficient"})


def _lindqvist_mail(number, paper):
    return exhibits.mail_print(
        number, "Gordon Lindqvist", paper.complainant["name"],
        ("Tuesday, April 2, 2024 4:41 PM", "2024-04-02"), "Re: power chair supplier", [
            f"Dear {paper.complainant['name']},",
            "You ask about the firm that delivered the chair. One of the two partners is my wife. Her "
            "share is small and I have nothing to do with the business. I did not think that it was "
            "something that anybody needed to be told.",
            "The prices are in line with the market and you have had no complaint about the equipment. "
            "As I said at the time, nobody else could deliver that model in the week in which it was "
            "needed. I looked at the alternatives and there were none.",
            "If it is a problem for your office I can use somebody else in future. Please let me know.",
            "Gordon"])


def notary_block_empty():
    packet = Packet("04-notary-block-empty", "signed, but the notary block is as it was printed",
                    single=True)
    paper = complaint("trask", "corrigan", "silence", capacity="Member of the public",
                      day=("February 28, 2024", "2024-02-28"), known=("March 6, 2024", "2024-03-06"),
                      pen=TYPEWRITER, signed=("June 3, 2024", "2024-06-03"),
                      items=[(1, "Letter of Tidewell Care Partners of May 20, 2024", 1)])
    packet.pdf("04-notary-block-empty.pdf", [
        *form(packet, paper),
        exhibits.firm_letter(packet.dice, 1, paper.respondent, paper.complainant,
                             ("May 20, 2024", "2024-05-20"), "Ms. Corrigan")],
        Scanner(paper=238, noise=2.4, punched="top", quality=42))
    return packet.expect("deficiency-candidate", pages=(4, 4), checks=IN_ORDER | {
        "NOT-01": "deficient"})


def filled_in_on_screen():
    packet = Packet("02-form-fields-and-scan",
                    "pages 1 to 3 are form fields, page 4 was printed, signed and scanned")
    paper = complaint("birdsong", "lindqvist", "silence", by=notary(seal="box", county="Camden"),
                      capacity="Member of the public",
                      day=("March 15, 2024", "2024-03-15"), known=("March 22, 2024", "2024-03-22"),
                      stamped_page=4, items=[(1, "Invoice of Morrow Home Aides of April 4, 2024", 1)])
    sheets = form(packet, paper)
    packet.filled_pdf("01-complaint.pdf", sheets, 4, Scanner(noise=1.4))
    packet.image("02-invoice.png", exhibits.invoice(
        1, "Morrow Home Aides", paper.complainant, ("April 4, 2024", "2024-04-04"),
        [("Home aide, morning, per visit", 14, 588.0), ("Home aide, evening, per visit", 14, 588.0),
         ("Night watch, per night", 2, 310.0), ("Mileage", 28, 42.0)]),
        Scanner(mode="bitonal"))
    return packet.expect("ready", pages=(4, 4), checks=IN_ORDER)


def eleven_pages():
    packet = Packet("05-eleven-pages", "the form and seven continuation sheets, one page too many")
    starts = [("February", day) for day in range(5, 30)] + [("March", day) for day in range(1, 32)]
    days = [f"{month} {day}, 2024" for month, day in starts]
    firm = CERTIFICANTS["abernathy"]["employer"]
    paper = complaint(
        "mireles", "abernathy", "silence", by=notary(county="Mercer", seal="round"),
        day=(days[0], "2024-02-05"), occurred_to=("March 31, 2024", "2024-03-31"),
        known=(days[0], "2024-02-05"), capacity="Member of the public",
        facts=chronology(days, "Ms. Abernathy", firm),
        items=[(1, "Letter of Stillwater Benefit Services of April 12, 2024", 1)])
    sheets, rest = complaint_form(paper, packet.dice)
    more = continuation_sheets(paper, rest)
    if len(more) != 7:
        raise ValueError(f"{packet.name}: {len(more)} continuation sheets")
    packet.tiff("01-complaint.tif", sheets + more, Scanner(mode="bitonal"), "group4")
    packet.pdf("02-exhibit.pdf", [exhibits.firm_letter(
        packet.dice, 1, paper.respondent, paper.complainant, ("April 12, 2024", "2024-04-12"),
        "Ms. Abernathy")], Scanner(mode="bitonal"))
    return packet.expect("deficiency-candidate", pages=(11, 11), checks=IN_ORDER | {
        "PAG-01": "deficient"})


def out_of_window():
    packet = Packet("06-out-of-window",
                    "three years old under every policy; form of 2015; the PDF has a text layer")
    paper = complaint("achterberg", "corrigan", "records", by=notary(seal="box"),
                      day=("March 9, 2021", "2021-03-09"), known=("March 22, 2021", "2021-03-22"),
                      revision="01/2015", items=[(1, "Letter of Tidewell Care Partners", 1)])
    scanner = Scanner(paper=240, stapled=True, quality=42)
    packet.pdf("complaint-and-exhibit.pdf", [
        *form(packet, paper),
        exhibits.firm_letter(packet.dice, 1, paper.respondent, paper.complainant,
                             ("April 20, 2021", "2021-04-20"), "Ms. Corrigan")],
        scanner, text_layer=True)
    return packet.expect("deficiency-candidate", pages=(4, 4), checks=IN_ORDER | {
        "DAT-03": "deficient"})


def ambiguous_date():
    packet = Packet("07-ambiguous-date",
                    "12/05/2023: in December it is within the filing period, in May it is not")
    paper = complaint("szabo", "corrigan", "records", by=notary(
                          day="28th", month="May", iso="2024-05-28", ink=BLUE),
                      day=("12/05/2023", ["2023-12-05", "2023-05-12"]),
                      known=("December 12, 2023", "2023-12-12"),
                      signed=("May 28, 2024", "2024-05-28"), received=("MAY 31 2024", "2024-05-31"))
    scanner = Scanner(noise=1.2, paper=250)
    for number, sheet in enumerate(form(packet, paper), 1):
        packet.image(f"page-{number}.jpg", sheet, scanner)
    checks = {key: value for key, value in IN_ORDER.items() if key != "DAT-03"}
    return packet.expect("review", pages=(4, 4), checks=checks | {"DAT-03": "review"})


def notarized_exhibit():
    packet = Packet("08-notarized-exhibit",
                    "the affidavit of a neighbour is notarized, the complaint itself is not")
    paper = complaint(items=[(1, "Affidavit of Odile Marchetti of May 24, 2024", 1)],
                      day=("April 4, 2024", "2024-04-04"), known=("April 15, 2024", "2024-04-15"))
    packet.pdf("01-complaint.pdf", form(packet, paper), Scanner(dpi=(300, 300), mode="bitonal"))
    witnessed = notary("Winifred Oduya", "2418830", "24th", "May", "2024", "2024-05-24",
                       "August 2, 2026", "2026-08-02", ink=PURPLE)
    packet.image("02-affidavit.jpg", exhibits.affidavit(
        packet.dice, 1, "Odile Marchetti", witnessed),
        Scanner(mode="color", noise=1.2))
    return packet.expect("deficiency-candidate", pages=(4, 4), checks=IN_ORDER | {
        "NOT-01": "deficient"})


def self_report():
    packet = Packet("09-self-report", "a case manager reports her own conduct", single=True)
    me = {"name": "Simone Abernathy", "street": "12 Gable End", "city": "Eastbrook, PA 19099",
          "phone": "(215) 555-0150", "email": "s.abernathy@example.net", "certificate": "0098156"}
    paper = complaint(whom="abernathy", scenario="own-conduct", by=notary(county="Burlington"),
                      complainant=me, capacity="Self-report", is_self_report=True,
                      day=("April 2, 2024", "2024-04-02"), known=("April 21, 2024", "2024-04-21"),
                      place="Eastbrook, Pennsylvania", pen=SERIF)
    packet.pdf("09-self-report.pdf", form(packet, paper),
               Scanner(dpi=(300, 300), mode="bitonal", punched="left"))
    return packet.expect("review", kind="self-report", pages=(4, 4), checks=IN_ORDER | {
        "FRM-09": "review"})


def turned_pages():
    packet = Packet("10-turned-pages",
                    "one batch scan: separator, form with page 3 upside down, a wide exhibit fed "
                    "sideways, another body's notarized form, envelope", single=True)
    paper = complaint("delacruz", "lindqvist", "silence", by=notary(seal="box", ink=BLUE),
                      capacity="Member of the public", pen=TYPEWRITER,
                      day=("March 20, 2024", "2024-03-20"), known=("April 1, 2024", "2024-04-01"),
                      items=[(1, "Record of telephone calls and visits", 1),
                             (2, "Complaint to the State Board of Nursing", 1)])
    calls = [("March 1", "9:10", "(609) 555-0214", "A machine answered; I left a message"),
             ("March 4", "9:05", "(609) 555-0214", "A machine answered; I left a message"),
             ("March 5", "16:40", "(609) 555-0214", "No answer"),
             ("March 8", "11:20", "(609) 555-0214", "A machine answered; I gave the last day"),
             ("March 12", "9:00", "(609) 555-0214", "Engaged three times, then no answer"),
             ("March 14", "14:15", "(609) 555-0200", "The front desk took a message"),
             ("March 18", "9:30", "(609) 555-0214", "A machine answered; I left a message"),
             ("March 19", "15:55", "(609) 555-0200", "Was told that nobody could say anything"),
             ("April 1", "10:00", "visit", "Saw the supervisor, who knew nothing of the papers")]
    board = notary("Winifred Oduya", "2418830", "9th", "May", "2024", "2024-05-09",
                   "August 2, 2026", "2026-08-02")
    packet.pdf("10-turned-pages.pdf", [
        exhibits.separator("BATCH 0612 PACKET 10"), *form(packet, paper),
        exhibits.mileage_log(1, calls),
        exhibits.board_form(packet.dice, 2, paper.complainant, "Rhoda Finch", board,
                            ("May 9, 2024", "2024-05-09")),
        exhibits.envelope(packet.dice, paper.complainant, "Port Ansel NJ", "JUN|4|2024",
                          "2024-06-04")],
        Scanner(dpi=(300, 300), mode="bitonal"), turns={4: 180, 6: 90})
    return packet.expect("ready", pages=(4, 4), checks=IN_ORDER)


def encrypted_only():
    packet = Packet("11-encrypted", "one PDF behind a password and nothing else", single=True)
    paper = complaint("whitlow", by=notary())
    packet.pdf("11-encrypted.pdf", form(packet, paper), Scanner(mode="bitonal"))
    (_, data, _), = packet.files
    packet.files.clear()
    packet.raw("11-encrypted.pdf", files.encrypted(data, "larch-1187"), "application/pdf",
               "encrypted")
    return packet.expect("review", kind="unknown", program=None, checks={"INT-01": "review"})


def unreadable_exhibits():
    packet = Packet("12-unreadable-exhibits",
                    "a complaint in order; one exhibit is behind a password, one is cut off")
    paper = complaint("whitlow", "lindqvist", "referral", by=notary(ink=BLUE), capacity="Client",
                      day=("March 18, 2024", "2024-03-18"), known=("April 8, 2024", "2024-04-08"),
                      items=[(1, "E-mail of Gordon Lindqvist of April 2, 2024", 1),
                             (2, "Letter of Beacon Row Rehabilitation", 1)])
    scanner = Scanner(mode="bitonal")
    packet.pdf("01-complaint.pdf", form(packet, paper), scanner)
    packet.pdf("02-exhibit.pdf", [_lindqvist_mail(1, paper)], scanner)
    packet.pdf("03-exhibit.pdf", [exhibits.firm_letter(
        packet.dice, 2, paper.respondent, paper.complainant, ("May 2, 2024", "2024-05-02"),
        "Mr. Lindqvist")], scanner)
    (_, locked, _), (_, cut, _) = packet.files[1:]
    del packet.files[1:]
    packet.raw("02-exhibit.pdf", files.encrypted(locked, "larch-1187"), "application/pdf",
               "encrypted")
    packet.raw("03-exhibit.pdf", cut[:len(cut) * 6 // 10], "application/pdf", "damaged")
    return packet.expect("review", pages=(4, 4), checks=IN_ORDER | {
        "INT-01": "review", "PAG-01": "not-examined"})


def handwritten():
    packet = Packet("13-handwritten", "filled in by hand, dates too; the signature crosses its label")
    pen = Pen("hand-upright", 13, BLUE)
    by = notary("Rosalind T. Pemberton", ink=BLACK, seal="round")
    paper = complaint("prewitt", "corrigan", "records", by=by, pen=pen, signer_drop=12,
                      capacity="Client", day=("April 9, 2024", "2024-04-09"),
                      known=("April 16, 2024", "2024-04-16"), signed=("6/3/24", "2024-06-03"))
    paper.facts = "\n".join(paper.facts.split("\n")[1:5])
    packet.pdf("01-complaint.pdf", [
        *form(packet, paper),
        exhibits.envelope(packet.dice, paper.complainant, "Carrow DE", "JUN|5|2024", "2024-06-05")],
        Scanner(paper=240, punched="top"))
    return packet.expect("review", pages=(4, 4), checks={
        "FRM-01": "satisfied", "PAG-01": "satisfied", "SIG-01": "satisfied", "NOT-01": "satisfied"})


def disability_management():
    packet = Packet("14-cdms-form", "the form of the CDMS programme, in order")
    paper = complaint("nakagawa", "abernathy", "silence", by=notary(seal="box", ink=PURPLE),
                      programme=CDMS, capacity="Member of the public", pen=SERIF,
                      day=("April 11, 2024", "2024-04-11"), known=("April 19, 2024", "2024-04-19"),
                      place="Eastbrook, Pennsylvania")
    packet.pdf("complaint.pdf", form(packet, paper), Scanner(dpi=(300, 300), mode="bitonal"))
    return packet.expect("ready", program="cdms", pages=(4, 4), checks=IN_ORDER)


def letter_only():
    packet = Packet("15-letter-only", "a letter of complaint with an invoice, and no form")
    who = PEOPLE["vantongeren"]
    sheets = [
        exhibits.letter(
            packet.dice, None, who["name"], [f"{who['street']}, {who['city']}", who["phone"]],
            ("May 29, 2024", "2024-05-29"),
            ["Commission for Case Manager Certification", "100 Example Way", "Mount Laurel, NJ 08054"],
            "To whom it may concern:",
            ["I want to complain about Mr. Gordon Lindqvist of Beacon Row Rehabilitation, who was put in "
             "charge of my husband's affairs after his stroke and who is, as I am told, certified by you.",
             "In the first week of April he had the bed that we had rented taken away and another one put "
             "in its place. Nobody had asked us. The new bed costs twice as much, and the bill, which I "
             "enclose, came to us and not to the insurer. When I telephoned him he said that it had been "
             "agreed with my husband, who cannot speak.",
             "I do not know whether there is a form for this. I have looked on your pages and could not "
             "find one that I could print. If there is one please send it to the address above and I will "
             "fill it in and have it sworn. Until then I ask you to keep this letter and to tell me what "
             "I must do and by when.",
             "I have worked in an office all my life and know that things go wrong. What I cannot accept "
             "is that something was written down which cannot have happened."],
            who["name"], ""),
        exhibits.invoice(1, "Garrick Bed Rental", who, ("April 30, 2024", "2024-04-30"),
                         [("Hospital bed, electric, per week", 4, 520.0), ("Delivery", 1, 85.0)])]
    packet.tiff("letter.tif", sheets, Scanner(mode="bitonal"), "tiff_lzw")
    return packet.expect("review", kind="unknown", program=None, pages=(0, 2),
                         checks={"FRM-01": "review", "INT-01": "satisfied"})


def duplicate():
    first = all_in_order()
    packet = Packet("16-duplicate", "the files of 01-all-in-order once more, byte for byte")
    packet.files = first.files
    packet.expected = {"outcome": f"duplicate of {first.name}"}
    return packet


def unknown_file():
    packet = Packet("17-unknown-file", "a word processor's file, of no kind that jurat reads",
                    single=True)
    packet.raw("17-unknown-file.docx",
               files.word_processor_file("I would like to complain about my case manager."),
               "application/octet-stream", "unsupported")
    packet.expected = {"outcome": "quarantine"}
    return packet


def blank_backs():
    packet = Packet("18-blank-backs",
                    "twelve images of six sheets: both sides were scanned, the backs are empty and "
                    "the fronts shine through")
    paper = complaint("vantongeren", "lindqvist", "referral", by=notary(seal="round", ink=PURPLE),
                      capacity="Member of the public",
                      day=("March 25, 2024", "2024-03-25"), known=("April 3, 2024", "2024-04-03"),
                      items=[(1, "E-mail of Gordon Lindqvist of April 2, 2024", 1),
                             (2, "Letter of Beacon Row Rehabilitation", 1)])
    fronts = [*form(packet, paper), _lindqvist_mail(1, paper),
              exhibits.firm_letter(packet.dice, 2, paper.respondent, paper.complainant,
                                   ("May 7, 2024", "2024-05-07"), "Mr. Lindqvist")]
    sides = [side for front in fronts for side in (front, exhibits.blank())]
    packet.pdf("complaint.pdf", sides, Scanner(bleed=0.07, punched="left", quality=42), duplex=True)
    return packet.expect("ready", pages=(4, 4), checks=IN_ORDER)


def loose_certificate():
    packet = Packet("19-loose-certificate",
                    "the block on the form says that a jurat is attached, and one is, on its own sheet")
    paper = complaint("trask", "corrigan", "discharge", notary_note="See attached jurat",
                      day=("April 24, 2024", "2024-04-24"), known=("May 2, 2024", "2024-05-02"))
    packet.pdf("complaint.pdf", [
        *form(packet, paper),
        exhibits.loose_certificate(packet.dice, paper.complainant["name"],
                                   notary(seal="box", county="Camden"), "June 3, 2024", 4)],
        Scanner(dpi=(300, 300), mode="bitonal"))
    return packet.expect("review", pages=(4, 5), checks=IN_ORDER | {"NOT-02": "review"})


def faxed():
    packet = Packet("20-fax", "a complaint in order, sent by fax at 204 by 98 dots per inch",
                    single=True)
    paper = complaint("okonjo", "lindqvist", "records", by=notary(), received=None,
                      capacity="Client", pen=Pen("sans", 11.5))
    sheets = form(packet, paper)
    for number, sheet in enumerate(sheets, 1):
        exhibits.fax_header(
            sheet, f"JUN-05-2024 09:1{number}  FROM: D OKONJO  609 555 0117     P.0{number}/04")
    packet.tiff("20-fax.tif", sheets, Scanner(dpi=(204, 98), mode="bitonal", skew=0.4), "group3")
    return packet.expect("review", pages=(4, 4), checks={"INT-01": "satisfied", "INT-05": "review"})


PACKETS = [
    all_in_order, filled_in_on_screen, unsigned, notary_block_empty, eleven_pages, out_of_window,
    ambiguous_date, notarized_exhibit, self_report, turned_pages, encrypted_only,
    unreadable_exhibits, handwritten, disability_management, letter_only, duplicate, unknown_file,
    blank_backs, loose_certificate, faxed,
]
