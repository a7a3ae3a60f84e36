"""Forms in which printed words were changed, and pages of other forms."""

import collections
import random
import re

from PIL import ImageDraw, ImageStat

from samples.sheet import DPI, face, width_of

from . import glass
from .boxes import common, share
from .filling import copy
from .roles import words
from .states import Answers

SCANS = ("clean", "skewed")
# A line to change has so many words, and is so long in points.
LEAST_WORDS, LEAST_WIDTH = 5, 130
# A difference is that of the changed line from this share of the smaller of both boxes on.
LEAST_SHARE = 0.2
# Pages that have so many of their words in common may be the same page of two editions.
ALIKE = 0.6
OTHER_WORDS = ("unless", "waives", "every", "claim", "within", "sixty", "days", "and", "shall", "pay", "the", "whole",
               "sum", "without", "notice", "to", "any", "party", "hereby", "released", "from", "all", "duties")


def lines(page):
    """The printed lines of a page, as lists of their words."""
    found = []
    for box, word in sorted(page, key=lambda one: (round(one[0][1] + one[0][3] / 2), one[0][0])):
        last = found[-1][-1] if found else None
        is_next = last and abs(last[0][1] + last[0][3] / 2 - box[1] - box[3] / 2) < 2 \
            and 0 <= box[0] - last[0][0] - last[0][2] < 8 and abs(last[0][3] - box[3]) < 1.5
        if is_next:
            found[-1].append((box, word))
        else:
            found.append([(box, word)])
    return found


def around(line):
    left, top = min(box[0] for box, _ in line), min(box[1] for box, _ in line)
    right, bottom = max(box[0] + box[2] for box, _ in line), max(box[1] + box[3] for box, _ in line)
    return [left, top, right - left, bottom - top]


def line_to_change(page, taken, dice):
    """A line of prose that no place lies on, its box and its words; None where there is none."""
    fit = []
    for line in lines(page):
        box = around(line)
        prose = sum(bool(re.fullmatch(r"[A-Za-z,.;:'’()-]{2,}", word)) for _, word in line)
        if prose >= LEAST_WORDS and prose >= 0.8 * len(line) and box[2] >= LEAST_WIDTH and 7 <= box[3] <= 24 \
                and not any(common(box, other) > 0 for other in taken):
            fit.append((box, " ".join(word for _, word in line)))
    return dice.choice(fit) if fit else None


def change(paper, box, text, dice):
    """Other words in the place of a line, about as large."""
    scale, font = DPI / 72, dice.choice(("sans", "serif"))
    # The boxes of some fonts are lower than their letters.
    size = box[2] / width_of(text, font, 1)
    x, width, middle, half = box[0] * scale, box[2] * scale, (box[1] + box[3] / 2) * scale, \
        max(box[3], size * 1.1) / 2 * scale
    edges = (round(x) - 4, round(middle - half), round(x + width) + 4, round(middle + half))
    ground = tuple(round(one) for one in ImageStat.Stat(paper.crop(edges)).median)
    chosen = []
    while width_of(" ".join(chosen), font, size) < box[2] * 0.92:
        chosen.append(dice.choice(OTHER_WORDS))
    size *= min(1, box[2] / width_of(" ".join(chosen), font, size))
    draw = ImageDraw.Draw(paper)
    draw.rectangle(edges, fill=ground)
    ink = (24, 24, 26) if sum(ground) > 380 else (245, 245, 245)
    draw.text((x, middle + size * 0.31 * scale), " ".join(chosen),
              font=face(font, round(size * scale)), fill=ink, anchor="ls")


class Tally:
    def __init__(self):
        self.counts = collections.Counter()
        self.missed, self.taken = [], []

    def retyped(self, form, learnt, papers, roles, flat, scratch, options, keep):
        """Changes one line of one page, in each way of scanning, and looks whether it is told."""
        printed = words(flat)
        for scan in SCANS:
            dice = random.Random(f"forms/{options.seed}/{form.file.name}/retyped/{scan}")
            numbers = list(range(1, len(papers) + 1))
            dice.shuffle(numbers)
            for number in numbers:
                boxes = [one["box"] for one in learnt.places if one["page"] == number] \
                    + [one.box for one in form.fields if one.page == number]
                line = line_to_change(printed[number - 1], boxes, dice)
                if line:
                    break
            else:
                self.counts["no line to change"] += 1
                return
            changed = [paper.copy() for paper in papers]
            line, text = line
            change(changed[number - 1], line, text, dice)
            fields = [one for one in form.fields if one.page <= len(papers)]
            one = copy("hand", changed, fields, roles, None, scratch, dice)
            scans, scanner = glass.scanned([one.pages[number - 1]], scan, dice)
            written = glass.write(scans, scanner, (keep or scratch) / f"retyped-{scan}", dice)
            answers = Answers(learnt, [(written[0][0], [number])])
            self.counts["changed"] += 1
            page = answers.pages.get(number) or {}
            # A page that is not taken for one of the form at all goes to a person as well.
            if answers.registered(number, learnt) != "right":
                self.counts["changed, not registered"] += 1
            elif any(share(each["box"], line) >= LEAST_SHARE for each in page.get("differences") or []):
                self.counts["changed, told"] += 1
            else:
                self.missed.append({"form": form.file.name, "page": number, "scan": scan,
                                    "line": [round(edge) for edge in line], "what": "a changed line was not told"})

    def other(self, learnt, form, printed, other, other_printed, file):
        """Another form's copy, given as this one."""
        numbers = [number for number, page in enumerate(other_printed, 1)
                   if not any(alike(page, own) for own in printed)]
        answers = Answers(learnt, [(file, list(range(1, len(other_printed) + 1)))])
        for number in numbers:
            self.counts["pages of others"] += 1
            page = answers.pages.get(number) or {}
            if page.get("form") is not None:
                self.taken.append({"form": form.file.name, "given": other.file.name, "page": number,
                                   "what": f"taken for its page {page.get('formPage')}"})

    def report(self, report):
        changed, told = self.counts["changed"], self.counts["changed, told"]
        if changed:
            report.add("changed lines told", told / changed, basis=(
                f"{told} of {changed}; {self.counts['changed, not registered']} on pages that were not registered, "
                f"{len(self.missed)} not told"))
        if self.counts["pages of others"]:
            report.add("pages of another form, registered", len(self.taken), at_most=0,
                       basis=f"of {self.counts['pages of others']}")
        for one in (*self.missed, *self.taken):
            report.note(", ".join(f"{name} {value}" if name == "page" else str(value) for name, value in one.items()))


def alike(one, other):
    """Whether two pages have most of their words in common."""
    first, second = ({word.lower() for _, word in page} for page in (one, other))
    return len(first & second) >= ALIKE * max(1, min(len(first), len(second)))
