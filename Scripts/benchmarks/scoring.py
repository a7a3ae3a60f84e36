"""Compares an inspection with labels, page by page, or by file where the pages have no labels.

Labels of a page: `signature_present`, `signature_boxes`, `notary_blocks` (a count),
`notary_blocks_signed`, `stamp_present`, `stamps` with boxes, `dates` with `iso` and `handwritten`,
the size of the image in pixels, and `detail`, which says how closely somebody looked: pages that are
`not_inspected` do not count, and the dates and stamps only of pages that are `boxed` do.
A note "do not score" takes a page out.
"""

import collections

# Two boxes are the same place from this share of their common area on.
LEAST_OVERLAP = 0.3


class Rate:
    """Right and wrong answers to a question with the answers yes and no."""

    def __init__(self):
        self.counts = collections.Counter()

    def add(self, truth, said):
        self.counts[bool(truth), bool(said)] += 1

    def report(self, report, name):
        hits, false, missed = self.counts[True, True], self.counts[False, True], self.counts[True, False]
        report.add(f"{name}, yes and found", hits)
        report.add(f"{name}, no and found", false)
        report.add(f"{name}, yes and missed", missed)
        report.add(f"{name}, precision", hits / (hits + false) if hits + false else None)
        report.add(f"{name}, recall", hits / (hits + missed) if hits + missed else None)
        report.add(f"{name}, F1", 2 * hits / (2 * hits + false + missed) if hits + false + missed else None)


class Scores:
    def __init__(self):
        self.rates = collections.defaultdict(Rate)
        self.counts = collections.Counter()

    def add(self, label, inspection):
        """Scores one file; returns what did not agree."""
        pages = {page["number"]: page for page in inspection["documents"][0]["pages"]}
        misses = []
        if "page_labels" not in label and "px" not in label:
            misses += [{"file": label["file"], **one} for one in self.file(label, inspection)]
        for number, marks, size in labelled_pages(label):
            if number not in pages or marks.get("detail") == "not_inspected":
                continue
            if "do not score" in (marks.get("note") or ""):
                continue
            page = Page(
                pages[number], size,
                [one for one in inspection["attestations"] if one["page"] == number],
                [one for one in inspection["dates"] if one["page"] == number])
            found = []
            if label.get("signature_present_known", True) and marks.get("signature_present") is not None:
                found += self.signatures(page, marks)
            if "notary_blocks" in marks:
                found += self.notary(page, marks)
            if marks.get("detail", "boxed") == "boxed":
                if marks.get("stamp_present") is not None:
                    found += self.stamps(page, marks)
                if marks.get("dates") is not None:
                    found += self.dates(page, marks["dates"])
            misses += [{"file": label["file"], "page": number, **one} for one in found]
        return misses

    def file(self, label, inspection):
        for kind, key in (("signature", "signature_present"), ("notary", "notary_block_present")):
            found = [one for one in inspection["attestations"]
                     if one["kind"] == kind and (kind == "notary" or one["state"] == "present")]
            if isinstance(label.get(key), bool):
                self.rates[f"{kind} in file"].add(label[key], found)
                if bool(found) != label[key]:
                    yield {"kind": f"{kind} in file", "expected": label[key]}
        for date in label.get("dates") or []:
            if date.get("iso"):
                among = any(covers(one, date["iso"]) for one in inspection["dates"])
                self.counts["dates of files"] += 1
                self.counts["dates of files, among the readings"] += among
                if not among:
                    yield {"kind": "date of file", "expected": date["iso"]}

    def signatures(self, page, marks):
        signatures = [one for one in page.attestations if one["kind"] == "signature"]
        present = [one for one in signatures if one["state"] == "present"]
        blank = [page.fraction(one["box"]) for one in signatures if one["state"] == "blank"]
        truth = marks["signature_present"]
        self.rates["signature on page"].add(truth, present)
        if bool(present) != truth:
            yield {"kind": "signature", "expected": truth}
        boxes = [page.labelled(box) for box in marks.get("signature_boxes") or []]
        self.counts["signature boxes"] += len(boxes)
        self.counts["signature boxes found"] += matched(boxes, [page.fraction(one["box"]) for one in present])
        for box in boxes:
            if any(overlap(box, other) > 0.2 for other in blank):
                self.counts["SIGNED, CALLED BLANK"] += 1
                yield {"kind": "signed, called blank", "box": box}

    def notary(self, page, marks):
        blocks = [one for one in page.attestations if one["kind"] == "notary"]
        truth = marks["notary_blocks"] > 0
        self.rates["notary block on page"].add(truth, blocks)
        if bool(blocks) != truth:
            yield {"kind": "notary block", "expected": truth}
        if truth and blocks:
            signed = marks.get("notary_blocks_signed", 0) > 0
            right = signed == any(one["state"] == "present" for one in blocks)
            self.counts["notary block signed or not, " + ("right" if right else "wrong")] += 1

    def stamps(self, page, marks):
        found = [one for one in page.attestations if one["kind"] in ("seal", "stamp") and one["state"] != "blank"]
        self.rates["seal or stamp on page"].add(marks["stamp_present"], found)
        if bool(found) != bool(marks["stamp_present"]):
            yield {"kind": "seal or stamp", "expected": bool(marks["stamp_present"])}
        boxes = [page.labelled(stamp["box"]) for stamp in marks.get("stamps") or [] if stamp.get("box")]
        self.counts["stamp boxes"] += len(boxes)
        self.counts["stamp boxes found"] += matched(boxes, [page.fraction(one["box"]) for one in found])

    def dates(self, page, labels):
        for label in labels:
            if not label.get("iso"):
                continue
            writing = "handwritten" if label.get("handwritten") else "printed"
            among = [one for one in page.dates if covers(one, label["iso"])]
            alone = [one for one in among if day(one) == label["iso"]]
            self.counts[f"dates {writing}"] += 1
            self.counts[f"dates {writing}, among the readings"] += bool(among)
            self.counts[f"dates {writing}, alone"] += bool(alone)
            if not among:
                yield {"kind": "date", "expected": label["iso"], "writing": writing}
        truth = {label.get("iso") for label in labels}
        for one in page.dates:
            if day(one) and day(one) not in truth:
                self.counts["days without a label"] += 1
                yield {"kind": "day without a label", "found": day(one), "writing": one["writing"]}

    def report(self, report, name):
        for question in sorted(self.rates):
            self.rates[question].report(report, f"{name}: {question}")
        for key in sorted(self.counts):
            report.add(f"{name}: {key}", self.counts[key])


class Page:
    def __init__(self, page, pixels, attestations, dates):
        self.size = (page["width"], page["height"])
        self.pixels, self.attestations, self.dates = pixels, attestations, dates

    def fraction(self, box):
        """The edges of a box of jurat (x, y, width, height in points) as shares of the page."""
        x, y, width, height = box
        return scaled((x, y, x + width, y + height), self.size)

    def labelled(self, box):
        """The same of a label's box, which has its edges in pixels."""
        return scaled(box, self.pixels)


def labelled_pages(label):
    """Number, labels and size in pixels of every page that somebody labelled."""
    if "page_labels" in label:
        for index, page in enumerate(label["page_labels"], 1):
            yield page.get("page", index), page, page.get("px_at_200dpi", (1, 1))
    elif "px" in label:
        yield 1, label, label["px"]


def covers(date, iso):
    return any(reading["earliest"] <= iso <= reading["latest"] for reading in date["readings"])


def day(date):
    """The one day that a date of jurat can mean, if there is just one."""
    readings = date["readings"]
    if len(readings) == 1 and readings[0]["earliest"] == readings[0]["latest"]:
        return readings[0]["earliest"]
    return None


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
    """How many labelled boxes have a found box of their own, best overlaps first."""
    pairs = sorted(
        ((overlap(label, box), i, j) for i, label in enumerate(labels) for j, box in enumerate(found)),
        reverse=True)
    taken_labels, taken_found = set(), set()
    for value, i, j in pairs:
        if value >= LEAST_OVERLAP and i not in taken_labels and j not in taken_found:
            taken_labels.add(i)
            taken_found.add(j)
    return len(taken_labels)
