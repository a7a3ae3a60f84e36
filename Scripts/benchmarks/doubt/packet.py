"""A packet: its documents page by page, what is true of it, and how it comes onto paper and into files."""

from dataclasses import dataclass, field
import random

from PIL import Image
from reportlab.lib.rl_accel import asciiBase85Encode

from samples import files
from samples.digital import born_digital
from samples.scan import Scanner, scan

from ..window.deadlines import editions
from . import layouts
from .papers.exhibits import exhibit
from .story import CHECK_OF

# The checks whose truth is known. Of each: satisfied, deficient, open (a clerk may go either way, but may not
# hold it against anybody) or neither (a person has to look, so neither may be said).
CHECKS = ("SIG-01", "NOT-01", "PAG-01", "DAT-03")
SHOWN_BY = {"signature": "SIG-01", "notary": "NOT-01", "dates": "DAT-03", "received": "DAT-03"}


@dataclass
class Packet:
    story: object
    name: str
    documents: list
    truth: dict
    dice: random.Random
    is_scanned: bool = False
    accidents: list = field(default_factory=list)
    # The checks that an accident may fairly leave for a person; "any" stands for all.
    open: set = field(default_factory=set)

    @property
    def pages(self):
        return [page for document in self.documents for page in document]

    @property
    def complaint(self):
        """The form and its continuation sheets, in order and each once."""
        found = []
        for page in self.pages:
            if page.kind in ("form", "continuation") and not any(page is other for other in found):
                found.append(page)
        return found

    def holding(self, what):
        """The page on which something stands."""
        return next((page for page in self.complaint if what in page.holds), None)

    def beside(self, page):
        """The document with a page, and the page's place in it."""
        return next(
            (document, at) for document in self.documents for at, one in enumerate(document) if one is page
        )

    def add(self, page):
        """Another paper, behind the complaint, before it is over or in a file of its own."""
        where = self.dice.random()
        if where < 0.5 or len(self.documents) == 1 and where < 0.6:
            self.documents[0].append(page)
        elif where < 0.8:
            self.documents.append([page])
        else:
            self.documents[-1].append(page)

    def shown_on(self, page):
        """The checks whose answer stands on a page."""
        return {SHOWN_BY[what] for what in page.holds & SHOWN_BY.keys()}

    @property
    def not_found(self):
        """The checks that say that something is nowhere: it may be on what nobody can see."""
        return {"NOT-01"} if self.story.defect == "no block" else set()

    def touch(self, page):
        """A person may have to look at a page."""
        self.open |= self.shown_on(page) | {"INT-05"}

    def doubt(self, *checks):
        """A clerk may no longer be sure of these."""
        for check in checks:
            if self.truth[check] != "neither":
                self.truth[check] = "open"

    def unseen(self, page):
        """What stood on a page is not there to be looked at, so nothing may be said of it."""
        for check in self.shown_on(page):
            self.truth[check] = "neither"

    def files(self):
        """The files by name, as bytes."""
        dice = self.dice
        scanner = Scanner(
            mode=dice.choice(("grey", "grey", "bitonal")),
            dpi=(dice.choice((200, 200, 300)),) * 2,
            noise=dice.uniform(1, 2.5),
            skew=dice.uniform(0.1, 0.9),
            blur=dice.choice((0.5, 0.65, 0.8)),
        )
        pictures = {}
        made = {}
        for number, pages in enumerate(self.documents, 1):
            items = []
            for page in pages:
                if not (page.needs_picture or self.is_scanned):
                    items.append(page.sheet)
                    continue
                if id(page) not in pictures:
                    pictures[id(page)] = _picture(page, scanner, dice)
                items.append(pictures[id(page)])
            data = born_digital(items, flat=True, seed=f"{self.name}/{number}")
            for page in pages:
                if page.damage:
                    data = _damaged(data, pictures[id(page)], page.damage)
            made[f"{number:02}-{self.name}.pdf"] = data
        return made


def _picture(page, scanner, dice):
    paper = page.sheet.printed(dice.random())
    if paper.size != (2550, 3300):
        # An envelope on the glass.
        glass = Image.new("RGB", (2550, 3300), "white")
        glass.paste(paper.crop((0, 0, 2550, paper.height)), (0, 0))
        paper = glass
    for effect in page.effects:
        paper = effect(paper, dice)
    return files.jpeg(scan(paper, scanner, dice), scanner.quality)


def _damaged(data, picture, damage):
    """The PDF with another picture in the place of one: as long, so that the rest stays where it is."""
    old, new = (asciiBase85Encode(one).encode() for one in (picture, damage(picture)))
    if new in data:
        # A page that is there twice has one picture.
        return data
    if old not in data:
        raise ValueError("the picture is not in the file")
    return data.replace(old, new.ljust(len(old)))


def start(told, name, dice, is_scanned, pipeline):
    """The packet of a story, before anything happens to it."""
    pages = layouts.complaint(told, dice)
    support = [exhibit(told, dice) for _ in range(dice.choice((0, 1, 1, 2)))]
    documents = [pages + support] if dice.random() < 0.5 or not support else [pages, support]
    truth = {check: "satisfied" for check in CHECKS}
    if told.defect:
        truth[CHECK_OF[told.defect]] = "deficient"
    if not told.is_notarized:
        truth["NOT-01"] = "deficient"
    period = editions(pipeline)["ccm-2023"].verdict(told.events)
    if {"in": "satisfied", "out": "deficient"}.get(period) != truth["DAT-03"]:
        raise ValueError(f"{name} is meant to be {truth['DAT-03']} and comes out as {period}")
    packet = Packet(told, name, documents, truth, dice, is_scanned)
    if told.defect == "unsigned, notarized":
        packet.open.add("SIG-01")
    return packet
