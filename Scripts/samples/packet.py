"""One packet: its files, and what is true about them."""

from dataclasses import replace
import random

from PIL import Image

from samples import digital, files
from samples.scan import scan

SEED = 20240603

_TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180,
          270: Image.Transpose.ROTATE_270}


def _typed_into_fields(page):
    """On screen, what is not drawn by hand is typed into a field of the document."""
    for field in page["fields"]:
        if field["writing"] == "print":
            field["writing"] = "field"


class Packet:
    """Collects the documents of a packet. `single` is a packet that is one file, not a folder."""

    def __init__(self, name, exercises, single=False):
        self.name = name
        self.exercises = exercises
        self.single = single
        self.dice = random.Random(f"{SEED}/{name}")
        self.files = []
        self.expected = {}

    # Documents

    def pdf(self, path, sheets, scanner, turns=None, text_layer=False, duplex=False):
        """Scanned pages in a PDF. `turns` says by how many degrees a page was fed askew."""
        document = files.PDF()
        scans = self._scans(sheets, scanner, turns or {}, duplex)
        for one, sheet in zip(scans, sheets):
            document.page(one, scanner.quality,
                          files.text_layer_of(sheet) if text_layer else None)
        self._add(path, document.data(), "application/pdf", self._pages(sheets, scans, turns or {}))

    def tiff(self, path, sheets, scanner, compression):
        scans = self._scans(sheets, scanner, {}, False)
        self._add(path, files.tiff(scans, compression), "image/tiff",
                  self._pages(sheets, scans, {}))

    def image(self, path, sheet, scanner, turn=0):
        """One page as a JPEG or PNG, by the path's extension."""
        turns = {1: turn} if turn else {}
        one, = self._scans([sheet], scanner, turns, False)
        is_png = path.endswith(".png")
        data = files.png(one) if is_png else files.jpeg(one, scanner.quality)
        self._add(path, data, "image/png" if is_png else "image/jpeg",
                  self._pages([sheet], [one], turns))

    def filled_pdf(self, path, sheets, scanned_from, scanner):
        """Form pages with fields; from page `scanned_from` on, scanned paper."""
        paper = self._scans(sheets[scanned_from - 1:], scanner, {}, False)
        items = [*sheets[:scanned_from - 1], *(files.jpeg(one, scanner.quality) for one in paper)]
        pages = self._pages(sheets, [None] * (scanned_from - 1) + paper, {})
        for page in pages[:scanned_from - 1]:
            for date in page["dates"]:
                if date["role"] != "form-revision":
                    date["writing"] = "field"
            _typed_into_fields(page)
        self._add(path, digital.born_digital(items), "application/pdf", pages)

    def flat_pdf(self, path, sheets):
        """Born-digital pages without form fields."""
        self._digital(path, sheets, flat=True)

    def form_pdf(self, path, sheets):
        """Born-digital pages whose blanks are form fields."""
        self._digital(path, sheets, flat=False)

    def _digital(self, path, sheets, flat):
        data = digital.born_digital(sheets, flat, f"{self.name}/{path}")
        pages = self._pages(sheets, [None] * len(sheets), {})
        if not flat:
            for page in pages:
                _typed_into_fields(page)
        self._add(path, data, "application/pdf", pages)

    def raw(self, path, data, media_type, state, truth_pages=None):
        """A file that is not a readable document, or not all of one."""
        self._add(path, data, media_type, truth_pages or [], state)

    def expect(self, disposition, checks, kind="complaint", program="ccm", pages=None):
        """What should come out; `pages` are bounds that hold the complaint's page count."""
        self.expected = {
            "outcome": "case", "disposition": disposition, "kind": kind, "program": program,
            "complaintPages": {"min": pages[0], "max": pages[1]} if pages else None,
            "checks": checks}
        return self

    # Inside

    def _scans(self, sheets, scanner, turns, duplex):
        papers = [sheet.printed(f"{self.name}/{number}/{self.dice.random()}")
                  for number, sheet in enumerate(sheets, 1)]
        scans = []
        for number, paper in enumerate(papers, 1):
            other = None
            if duplex:
                other = papers[number] if number % 2 else papers[number - 2]
                other = other.copy()
            side = scanner
            if sheets[number - 1].role == "envelope":
                side = replace(scanner, punched="", stapled=False)
            elif duplex and number % 2 == 0:
                side = replace(scanner, punched="right" if scanner.punched == "left" else
                               scanner.punched, stapled=False)
            one = scan(paper.copy(), side, self.dice, other)
            if number in turns:
                one.image = one.image.transpose(_TURNS[turns[number]])
            scans.append(one)
        return scans

    def _pages(self, sheets, scans, turns):
        pages = []
        for number, (sheet, one) in enumerate(zip(sheets, scans), 1):
            place = one.place if one else lambda box: [round(value, 1) for value in box]
            pages.append({
                "number": number,
                "state": "blank" if sheet.role == "blank" else "read",
                "role": sheet.role,
                "width": sheet.size[0], "height": sheet.size[1],
                # Degrees clockwise by which the image has to be turned to be upright.
                "rotation": turns.get(number, 0),
                "attestations": [a | {"box": place(a["box"])} for a in sheet.attestations],
                "dates": [d | {"box": place(d["box"])} for d in sheet.dates],
                "fields": [f | {"box": place(f["box"])} for f in sheet.fields()],
                "checks": [c | {"box": place(c["box"])} for c in sheet.checks()]})
        return pages

    def _add(self, path, data, media_type, pages, state="opened"):
        self.files.append((path, data, {
            "path": path, "mediaType": media_type, "state": state, "pageCount": len(pages),
            "pages": pages}))

    def truth(self):
        return {"name": self.name, "exercises": self.exercises, "isSingleFile": self.single,
                "expected": self.expected, "documents": [entry for _, _, entry in self.files]}

    def write(self, folder):
        if self.single:
            (path, data, _), = self.files
            (folder / path).write_bytes(data)
            return
        home = folder / self.name
        home.mkdir()
        for path, data, _ in self.files:
            (home / path).write_bytes(data)
