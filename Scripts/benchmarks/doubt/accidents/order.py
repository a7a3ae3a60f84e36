"""Pages that come twice, not at all, elsewhere, or with pages that are none."""

import copy
import random

from .. import layouts, notaries
from ..layouts.parts import empty_continuation
from ..page import LEFT, WIDE, Type, new_page
from ..story import story
from .registry import accident

COUNT = ("PAG-01", "INT-02", "INT-04")


@accident("page twice", "A page of the complaint comes a second time, the very same picture.", COUNT, "copy")
def page_twice(packet, dice):
    page = dice.choice(packet.complaint)
    document, at = packet.beside(page)
    document.insert(at + 1 if dice.random() < 0.7 else len(document), page)


@accident("page scanned twice", "A page of the complaint lies on the glass twice.", COUNT, "copy")
def page_scanned_twice(packet, dice):
    page = dice.choice(packet.complaint)
    page.is_scanned = True
    again = copy.copy(page)
    again.kind = "copy"
    document, at = packet.beside(page)
    document.insert(at + 1 if dice.random() < 0.7 else len(document), again)
    packet.touch(page)


@accident("page missing", "A page from the middle of the complaint is lost.", ("any",), "order")
def page_missing(packet, dice):
    pages = packet.complaint[1:]
    if not pages:
        return False
    page = dice.choice(pages)
    for document in packet.documents:
        document[:] = [one for one in document if one is not page]
    packet.unseen(page)
    packet.doubt("PAG-01", *packet.not_found)


@accident("out of order", "Two pages of the complaint have changed places.", COUNT, "order")
def out_of_order(packet, dice):
    document, _ = packet.beside(packet.complaint[0])
    places = [at for at, page in enumerate(document) if page.kind in ("form", "continuation")]
    if len(places) < 2:
        return False
    one, other = dice.sample(places, 2)
    document[one], document[other] = document[other], document[one]


@accident("one file a page", "Every page of the complaint is a file of its own.", ("PAG-01",), "order")
def one_file_a_page(packet, dice):
    packet.documents = [[page] for page in packet.documents[0]] + packet.documents[1:]


@accident("exhibits first", "The exhibits lie on top of the complaint.", ("PAG-01",), "order")
def exhibits_first(packet, dice):
    support = [page for page in packet.documents[0] if page.kind == "support"]
    if not support:
        return False
    rest = [page for page in packet.documents[0] if page.kind != "support"]
    packet.documents[0][:] = support + rest


@accident("blank backs", "Both sides were scanned, and nothing stands on the backs.")
def blank_backs(packet, dice):
    packet.documents = [
        [side for page in document for side in (page, new_page("blank"))] for document in packet.documents
    ]


@accident(
    "unused sheets",
    "Continuation sheets from the printer that nobody filled in lie behind the complaint.",
    ("PAG-01", "INT-04"),
)
def unused_sheets(packet, dice):
    layout = layouts.LAYOUTS[packet.story.layout]
    document, at = packet.beside(packet.complaint[-1])
    total = dice.choice((1, 2, 3))
    document[at + 1 : at + 1] = [
        empty_continuation(layout.CONTINUATION, layout.FOOTING, Type(packet.story.family), number, total)
        for number in range(1, total + 1)
    ]


@accident(
    "two packets in one",
    "The complaint of somebody else about somebody else lies in the same folder.",
    ("any",),
)
def two_packets(packet, dice):
    other = random.Random(dice.getrandbits(32))
    while True:
        told = story(packet.story.number, other, [packet.story.layout])
        if not told.defect and not told.pages:
            break
    pages = layouts.complaint(told, other)
    for page in pages:
        page.kind = "other complaint"
    if dice.random() < 0.5:
        packet.documents.append(pages)
    else:
        packet.documents[-1].extend(pages)


@accident(
    "jurat on a sheet of its own",
    "The block on the form is empty, and a certificate is stapled behind.",
    ("NOT-01", "NOT-02", "NOT-03", "NOT-05", "NOT-06", "PAG-01", "INT-04"),
    "notary",
)
def loose_certificate(packet, dice):
    told = packet.story
    page = packet.holding("notary")
    if page is None or not told.is_notarized:
        return False
    for mark in list(page.sheet.marks):
        if mark[0] == "field" and mark[1].startswith("notary."):
            page.change(mark[1], "")
        elif mark[0] == "check" and mark[1].startswith("notary."):
            page.sheet.marks[page.sheet.marks.index(mark)] = (*mark[:4], False, mark[5])
    for name in ("notary", "seal"):
        page.sheet.marks.remove(page.inks.pop(name))
    page.holds.discard("notary")
    sheet = new_page("certificate")
    kind = told.notary
    sheet.sheet.text(
        306,
        90,
        {"california": "CALIFORNIA JURAT", "texas": "JURAT", "florida": "FLORIDA JURAT"}.get(
            kind, "NOTARIAL CERTIFICATE"
        ),
        "serif-bold",
        14,
        align="center",
    )
    bottom = notaries.draw(
        sheet,
        kind,
        120,
        LEFT,
        WIDE,
        notaries.notary(dice, told.signed, told.filer.name, told.ink),
        told.pen,
        dice,
        Type("serif"),
    )
    sheet.sheet.text(LEFT, bottom + 40, "Description of attached document", "serif-bold", 10)
    sheet.sheet.text(
        LEFT,
        bottom + 58,
        f"Complaint of {told.filer.name}",
        told.pen.font if not told.pen.is_hand else "serif",
        10,
    )
    document, at = packet.beside(packet.complaint[-1])
    document.insert(at + 1, sheet)
