"""The packets of SampleDocs, one function each, in the order of their names."""

from samples import exhibits
from samples.form import Complaint, Notary, complaint_form, continuation_sheets
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
        Scanner(paper=238, noise=2.6, punched="top"))
    return packet.expect("deficiency-candidate", pages=(4, 4), checks=IN_ORDER | {
        "NOT-01": "deficient"})


PACKETS = [all_in_order, unsigned, notary_block_empty]
