"""Compares the attestations of an inspection with labels: by page, and by box.

Labels of a page: `signature_present`, `signature_boxes`, `notary_blocks` (a count),
`notary_blocks_signed`, `stamp_present`, `stamps` with boxes, `logo_boxes`, the size of the image in
pixels, and `detail`, which says how closely somebody looked: pages that are `not_inspected` do not
count, and stamps only count on pages that are `boxed`. A file whose pages have no labels can have
`signature_present` and `notary_block_present` for the whole of it.
"""

import collections
import pathlib
import re

# Two boxes are the same place from this share of their common area on.
LEAST_OVERLAP = 0.3
# A place that jurat calls blank lies on a signature from this share on.
LEAST_OVERLAP_OF_BLANK = 0.2


class Rate:
    """Right and wrong answers to a question with the answers yes and no."""

    def __init__(self):
        self.counts = collections.Counter()

    def add(self, truth, said):
        self.counts[bool(truth), bool(said)] += 1

    def figures(self, name):
        hits, false, missed = self.counts[True, True], self.counts[False, True], self.counts[True, False]
        counts = f"{hits} found, {missed} missed, {false} wrongly; {self.counts[False, False]} rightly not"
        if not hits + missed:
            yield f"{name}, F1", None, counts
            return
        precision, recall = hits / max(1, hits + false), hits / (hits + missed)
        yield (f"{name}, F1", 2 * hits / (2 * hits + false + missed),
               f"precision {precision:.3f}, recall {recall:.3f}: {counts}")


class Scores:
    """The figures of a set, or of several that were taken together."""

    def __init__(self):
        self.rates = collections.defaultdict(Rate)
        self.counts = collections.Counter()

    def include(self, other):
        """Adds what was counted over another set."""
        self.counts.update(other.counts)
        for question, rate in other.rates.items():
            self.rates[question].counts.update(rate.counts)

    def add(self, label, inspection):
        """Scores one file; returns what did not agree, boxes as shares of the page."""
        misses = []
        if "page_labels" not in label and "px" not in label:
            misses += self.file(label, inspection)
        if is_blank_form(label):
            misses += self.blanks(label, inspection)
        for page in pages(label, inspection):
            if page.is_scored:
                found = []
                if label.get("signature_present_known", True) and page.marks.get("signature_present") is not None:
                    found += self.signatures(page)
                if "notary_blocks" in page.marks:
                    found += self.notary(page)
                if page.marks.get("detail") == "boxed" and page.marks.get("stamps") is not None \
                        and "stamp_present" in page.marks:
                    found += self.stamps(page)
                misses += [{"page": page.number, **one} for one in found]
        return [{"file": label["file"], **one} for one in misses]

    def file(self, label, inspection):
        for kind, key in (("signature", "signature_present"), ("notary", "notary_block_present")):
            found = [one for one in inspection["attestations"]
                     if one["kind"] == kind and (kind == "notary" or one["state"] == "present")]
            if isinstance(label.get(key), bool):
                self.rates[f"{kind} in file"].add(label[key], found)
                if bool(found) != label[key]:
                    yield {"page": found[0]["page"] if found else 1, "kind": f"{kind} in file", "expected": label[key]}

    def blanks(self, label, inspection):
        """Every place for a signature on a form that nobody signed."""
        self.counts["blank forms"] += 1
        for page in pages(label, inspection):
            for one in page.found("signature"):
                self.counts["blank places"] += 1
                self.counts["blank places called " + one["state"]] += 1
                if one["state"] == "present":
                    yield {"page": page.number, "kind": "blank place called present", "box": page.fraction(one["box"])}

    def signatures(self, page):
        present = page.found("signature", "present")
        truth = page.marks["signature_present"]
        self.rates["signature on page"].add(truth, present)
        if bool(present) != truth:
            yield {"kind": "signature", "expected": truth}
        boxes = page.signatures
        found, _ = matched(boxes, [page.fraction(one["box"]) for one in present])
        self.counts["signature boxes"] += len(boxes)
        self.counts["signature boxes found"] += len(found)
        blank = [page.fraction(one["box"]) for one in page.found("signature", "blank")]
        for index, box in enumerate(boxes):
            # score.py counts once more a signature with two such places on it; here it is one signature.
            if any(overlap(box, other) > LEAST_OVERLAP_OF_BLANK for other in blank):
                self.counts["signatures called blank"] += 1
                yield {"kind": "signed, called blank", "box": box}
            elif index not in found:
                yield {"kind": "signature box not found", "box": box}

    def notary(self, page):
        blocks = page.found("notary")
        truth = page.marks["notary_blocks"] > 0
        self.rates["notary block on page"].add(truth, blocks)
        if bool(blocks) != truth:
            yield {"kind": "notary block", "expected": truth}
        if truth and blocks:
            signed = page.marks["notary_blocks_signed"] > 0
            right = signed == any(one["state"] == "present" for one in blocks)
            self.counts["notary blocks judged"] += 1
            self.counts["notary blocks judged rightly"] += right
            if not right:
                yield {"kind": "notary block signed", "expected": signed}

    def stamps(self, page):
        said = [one for one in page.found("seal", "stamp") if one["state"] != "blank"]
        self.rates["seal or stamp on page"].add(page.marks["stamp_present"], said)
        if bool(said) != bool(page.marks["stamp_present"]):
            yield {"kind": "seal or stamp", "expected": bool(page.marks["stamp_present"])}
        labels, boxes = page.stamps, [page.fraction(one["box"]) for one in said]
        found, right = matched(labels, boxes)
        self.counts["stamps"] += len(labels)
        self.counts["stamps found"] += len(found)
        self.counts["stamps said"] += len(boxes)
        self.counts["stamps said rightly"] += len(right)
        yield from ({"kind": "stamp not found", "box": box} for index, box in enumerate(labels) if index not in found)
        for index, box in enumerate(boxes):
            if index not in right:
                # A logo is no stamp, so what is found there is as wrong as what is found on nothing.
                logo = any(overlap(box, other) >= LEAST_OVERLAP for other in page.logos)
                self.counts["stamps said of logos"] += logo
                yield {"kind": "a logo called a stamp" if logo else "no such stamp", "box": box}

    def figures(self):
        """Name, value and what it was worked out from; None for a value that there is no ground for."""
        for question in ("signature on page", "notary block on page"):
            if question in self.rates:
                yield from self.rates[question].figures(question)
        if self.counts["notary blocks judged"]:
            yield self.share("notary block signed or not, right", "notary blocks judged rightly", "notary blocks judged")
        if self.counts["signature boxes"]:
            yield self.share("signature boxes found", "signature boxes found", "signature boxes")
            yield ("labelled signatures called blank", self.counts["signatures called blank"],
                   f"of {self.counts['signature boxes']}")
        if self.counts["blank forms"]:
            yield "blank forms", self.counts["blank forms"], "nobody signed in the file"
            for state in ("present", "uncertain"):
                yield self.share(f"places on blank forms called {state}", f"blank places called {state}", "blank places")
        if self.counts["stamps"] or self.counts["stamps said"]:
            yield self.share("stamps, precision", "stamps said rightly", "stamps said")
            yield self.share("stamps, recall", "stamps found", "stamps")
            yield self.share("logos called stamps", "stamps said of logos", "stamps said")
        for question in ("seal or stamp on page", "signature in file", "notary in file"):
            if question in self.rates:
                yield from self.rates[question].figures(question)

    def share(self, name, part, whole):
        part, whole = self.counts[part], self.counts[whole]
        return name, part / whole if whole else None, f"{part} of {whole}"


class Page:
    """What jurat says of a page, and what its labels say."""

    def __init__(self, page, marks, pixels, attestations):
        self.number = page["number"]
        self.size = (page["width"], page["height"])
        self.marks, self.attestations = marks, attestations
        self.signatures = self._labelled(pixels, marks.get("signature_boxes") or [])
        self.stamps = self._labelled(pixels, [one["box"] for one in marks.get("stamps") or [] if one.get("box")])
        self.logos = self._labelled(pixels, marks.get("logo_boxes") or [])

    @property
    def is_scored(self):
        if not self.marks or self.marks.get("detail") == "not_inspected":
            return False
        # A remark that a date is not to be scored (see dates.py) says nothing of the signatures beside it.
        return not any("do not score" in clause and not re.search("date|expir", clause)
                       for clause in (self.marks.get("note") or "").split(";"))

    def found(self, *kinds_and_states):
        """The attestations of these kinds, and of these states if any is named."""
        states = {"present", "blank", "uncertain"}
        wanted = states.intersection(kinds_and_states) or states
        return [one for one in self.attestations if one["kind"] in kinds_and_states and one["state"] in wanted]

    def fraction(self, box):
        """The edges of a box of jurat (x, y, width, height in points) as shares of the page."""
        x, y, width, height = box
        return scaled((x, y, x + width, y + height), self.size)

    def _labelled(self, pixels, boxes):
        """The same of labelled boxes, which have their edges in pixels."""
        return [scaled(box, pixels) for box in boxes]


def pages(label, inspection):
    """Every page that was inspected, those that nobody labelled without marks."""
    labelled = {number: (marks, pixels) for number, marks, pixels in labelled_pages(label)}
    for page in inspection["documents"][0]["pages"]:
        marks, pixels = labelled.get(page["number"], ({}, (1, 1)))
        yield Page(page, marks, pixels, [one for one in inspection["attestations"] if one["page"] == page["number"]])


def labelled_pages(label):
    """Number, labels and size in pixels of every page that somebody labelled."""
    if "page_labels" in label:
        for index, page in enumerate(label["page_labels"], 1):
            yield page.get("page", index), page, page.get("px_at_200dpi", (1, 1))
    elif "px" in label:
        # An image was labelled at its full size.
        yield 1, {**label, "detail": "boxed"}, label["px"]


def is_blank_form(label):
    """Whether nobody signed anything in the file: forms with labels for the file alone, and filled-in ones whose
    signature was taken out. Pages of other sets are left to the figures by page: what lies on them beside the
    signatures was not always looked at closely."""
    if label.get("signature_present") is not False or not label.get("signature_present_known", True):
        return False
    return "scan_unsigned" in pathlib.PurePath(label["file"]).parts or ("page_labels" not in label and "px" not in label)


def scaled(edges, size):
    width, height = size
    return [edges[0] / width, edges[1] / height, edges[2] / width, edges[3] / height]


def overlap(one, other):
    """Intersection over union of two boxes, each given by its edges."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    common = max(0, width) * max(0, height)
    both = area(one) + area(other) - common
    return common / both if both > 0 else 0


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def matched(labels, found):
    """Which labelled boxes have a found box of their own, and which found boxes a labelled one: best overlaps first."""
    pairs = sorted(
        ((overlap(label, box), i, j) for i, label in enumerate(labels) for j, box in enumerate(found)),
        reverse=True)
    taken_labels, taken_found = set(), set()
    for value, i, j in pairs:
        if value >= LEAST_OVERLAP and i not in taken_labels and j not in taken_found:
            taken_labels.add(i)
            taken_found.add(j)
    return taken_labels, taken_found
