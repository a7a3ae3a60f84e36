"""What jurat says of the places of filled-in copies, against what was filled in."""

import collections
import json
import random

from . import glass
from .filling import WAYS, copy, state

# So many pages of a form are filled in.
MOST_PAGES = 6
# Of what is wrong, but not worst, so many are told.
MOST_NOTES = 20
KINDS = ("signature", "date", "text", "check-box")


class Answers:
    """What jurat said of the files of one copy, by the page of the form that each page of them is."""

    def __init__(self, learnt, written):
        files = [file for file, _ in written]
        self.answer, self.seconds, self.error = learnt.jurat.check_form(files, learnt.identifier)
        self.pages = {}
        documents = (self.answer or {}).get("documents") or []
        for (_, numbers), document in zip(written, documents):
            for at, page in enumerate(document.get("pages") or []):
                if at < len(numbers):
                    self.pages[numbers[at]] = page

    def registered(self, number, learnt):
        """right, wrong (as another page, or another form), or none."""
        page = self.pages.get(number)
        if not page or page.get("form") is None:
            return "none"
        return "right" if page["form"] == learnt.identifier and page.get("formPage") == number else "wrong"


def copies(form, learnt, papers, roles, source, scratch, options, keep):
    """Every copy of a form in every way of scanning: the copy, the scan's name, and jurat's answers."""
    fields = [one for one in form.fields if one.page <= len(papers)]
    ways = [way for way in WAYS if way != "acroform" or source]
    for number, way in enumerate(ways):
        dice = random.Random(f"forms/{options.seed}/{form.file.name}/{way}")
        one = copy(way, papers, fields, roles, source, scratch, dice)
        for turn in range(options.scans):
            scan = glass.SCANS[(number + turn) % len(glass.SCANS)]
            folder = (keep or scratch) / f"{way}-{scan}"
            scans, scanner = glass.scanned(one.pages, scan, dice)
            written = glass.write(scans, scanner, folder, dice)
            answers = Answers(learnt, written)
            if keep:
                (folder / "answer.json").write_text(json.dumps(answers.answer, indent=1) + "\n", encoding="utf-8")
            yield one, scan, answers, written


class Tally:
    """Right, open and wrong, by how it was filled in, how it was scanned, and what is asked for."""

    def __init__(self):
        self.by = collections.defaultdict(collections.Counter)
        self.counts = collections.Counter()
        self.wrong = []

    def add(self, form, learnt, one, scan, answers, written):
        self.counts["seconds"] += answers.seconds
        self.counts["files"] += len(written)
        names = {page: file.name for file, numbers in written for page in numbers}
        if answers.answer is None:
            self.counts["no answer"] += 1
            self.wrong.append({"form": form.file.name, "copy": f"{one.way}-{scan}", "what": "no answer",
                               "error": answers.error})
        truths = []
        for number in range(1, len(one.pages) + 1):
            registered = answers.registered(number, learnt)
            self.by["page", scan][registered] += 1
            page = answers.pages.get(number) or {}
            self.counts["pages"] += 1
            self.counts["pages with a difference"] += registered == "right" and bool(page.get("differences"))
            said = {each["name"]: each["state"] for each in page.get("places") or []} if registered == "right" else {}
            where = {"form": form.file.name, "copy": f"{one.way}-{scan}", "file": names[number], "page": number}
            if registered == "wrong":
                self.wrong.append({**where, "what": f"registered as {page['form']}, page {page.get('formPage')}"})
            for place in learnt.places:
                if place["page"] == number:
                    truth = state(place, one, form.fields)
                    truths.append({**where, "place": place["name"], "truth": truth, "said": said.get(place["name"])})
                    self._place(place, one.way, scan, truth, said.get(place["name"], "none"), where)
        return truths

    def _place(self, place, way, scan, truth, said, where):
        self.counts["places"] += 1
        if truth is None:
            self.counts["places between blank and present"] += 1
            return
        if truth == "neighbour":
            self.by["neighbour", ""][said] += 1
            return
        outcome = "right" if said == truth else "open" if said in ("uncertain", "none") else f"{truth}, called {said}"
        for key in (("all", ""), ("filled", way), ("scanned", scan), ("kind", place["kind"])):
            self.by[key][outcome] += 1
            self.by[key][truth] += 1
        if outcome.startswith(("present", "blank")):
            self.wrong.append({**where, "place": place["name"], "kind": place["kind"], "what": outcome})

    def report(self, report):
        if not self.counts["pages"]:
            return
        total = self.by["all", ""]
        present, blank = total["present"], total["blank"]
        lost, made = total["present, called blank"], total["blank, called present"]
        report.add("filled, called blank", lost, at_most=0, basis=f"of {present} filled places")
        report.add("blank, called filled", made, basis=f"of {blank} blank places")
        report.add("copies without an answer", self.counts["no answer"], at_most=0)
        order = {"filled": WAYS, "scanned": glass.SCANS, "kind": KINDS}
        for key in [("all", "")] + [(sort, name) for sort, names in order.items() for name in names]:
            one = self.by.get(key)
            if one:
                whole = one["present"] + one["blank"]
                report.add(f"places right, {' '.join(key).strip()}", one["right"] / whole, basis=(
                    f"{one['right']} right, {one['open']} open, {one['present, called blank']} filled called blank, "
                    f"{one['blank, called present']} blank called filled"))
        near = self.by.get(("neighbour", ""))
        if near:
            report.add("places with nothing but a neighbour's ink", sum(near.values()), basis=", ".join(
                f"{count} called {name}" for name, count in sorted(near.items())))
        report.add("places between blank and filled, not counted", self.counts["places between blank and present"])
        for scan in glass.SCANS:
            one = self.by.get(("page", scan))
            if one:
                report.add(f"pages registered, {scan}", one["right"] / sum(one.values()), basis=(
                    f"{one['right']} right, {one['none']} not, {one['wrong']} as another page"))
        report.add("registered as another page", sum(one["wrong"] for key, one in self.by.items() if key[0] == "page"),
                   at_most=0)
        report.add("pages said to differ, though nothing printed was changed",
                   self.counts["pages with a difference"] / self.counts["pages"],
                   basis=f"{self.counts['pages with a difference']} of {self.counts['pages']}")
        report.add("jurat, a page", self.counts["seconds"] / self.counts["pages"], "s")
        # Every one of the worst, and some of the others.
        worst = [one for one in self.wrong if one["what"] == "present, called blank"]
        others = [one for one in self.wrong if one["what"] != "present, called blank"]
        if len(others) > MOST_NOTES:
            report.note(f"{len(others) - MOST_NOTES} more that are wrong, but not filled called blank, are left out "
                        "here; with --keep, wrong.json has them all")
        for one in worst + others[:MOST_NOTES]:
            report.note(", ".join(f"{name} {value}" if name == "page" else str(value) for name, value in one.items()))
