"""Compares signatures, notary blocks, seals and stamps with the labels of folders, each folder and together.

A folder has a labels.jsonl (see scoring.py). With --sheet the pages where jurat and the labels do not
agree are drawn into one HTML file, to see which of the two is wrong.
"""

import json
import pathlib
import tempfile

from . import inspection, scoring, sheet
from .jurat import timed
from .report import Failure, Report, say

# What is wanted of sets of these names, taken together.
WANTED = {
    ("notarized", "court-filings"): {
        "signature on page, F1": {"at_least": 0.95},
        "notary block on page, F1": {"at_least": 0.95},
        "notary block signed or not, right": {"at_least": 0.95},
        "signature boxes found": {"at_least": 0.85},
    },
    ("signed-pages",): {"signature on page, F1": {"at_least": 0.90}},
    ("stamps",): {"stamps, precision": {"at_least": 0.90}, "stamps, recall": {"at_least": 0.90}},
}
# What is wanted of every set.
ALWAYS = {
    "labelled signatures called blank": {"at_most": 0},
    "places on blank forms called present": {"at_most": 0.01},
}


def measure(jurat, options, samples):
    if not options.folders:
        raise Failure("name at least one folder with a labels.jsonl")
    report = Report("attestations")
    misses, pictures, sets = [], sheet.Sheet(), {}
    for folder in options.folders:
        scores, found = documents(jurat, options, report, folder, pictures)
        sets.setdefault(folder.name, scoring.Scores()).include(scores)
        misses += found
    for title, names in pools(list(sets)):
        together = scoring.Scores()
        for name in names:
            together.include(sets[name])
        wanted = {**ALWAYS, **WANTED.get(names, {})}
        for name, value, basis in together.figures():
            report.add(f"{title}: {name}", value, basis=basis, **wanted.get(name, {}))
    if options.cost:
        cost(jurat, options, report)
    inspection.keep(report, options, misses)
    if options.sheet:
        options.sheet.write_text(pictures.html())
        report.note(f"{len(pictures.cards)} pages to look at in {options.sheet}")
    return report


def cost(jurat, options, report):
    """The CPU seconds of ink and of all that jurat's own process does, as a share of what is left of a page's.

    Runs jurat once more over the files, one reader, with a reader that says what its pages take.
    """
    pages = own = 0.0
    ink = 0.0
    with tempfile.TemporaryDirectory() as folder:
        times, wrapper = pathlib.Path(folder) / "times", pathlib.Path(folder) / "reader"
        reader = jurat.program.with_name("jurat-reader").resolve()
        wrapper.write_text(f'#!/bin/sh\nexec "{reader}" --times "$@" 2>>"{times}"\n')
        wrapper.chmod(0o755)
        for one in options.folders:
            for label in inspection.rows(one, options.limit):
                used = timed([*jurat.inspect(one / label["file"]), "--reader", wrapper, "--jobs", "1"])
                own += used.cpu
        for line in times.read_text().splitlines():
            if line.startswith("{"):
                said = json.loads(line)
                pages += said["cpu"]
                ink += said["ink"]
    # What a reader needs to start is no page's and counts as jurat's own here: the share is rather too large.
    own -= pages
    report.add("all: CPU of reading pages without ink", pages - ink, "s")
    report.add("all: CPU of ink, of that", ink / (pages - ink), at_most=0.10)
    report.add("all: CPU of ink and of jurat's own process, of that", (ink + max(0, own)) / (pages - ink))


def pools(names):
    """Titles and names of sets to take together: each alone, those of which something is wanted together, and all."""
    found = {names: " + ".join(names) for names in [
        *((name,) for name in names), *(wanted for wanted in WANTED if set(wanted) <= set(names))]}
    if not any(set(one) == set(names) for one in found):
        found[tuple(names)] = "all"
    return [(title, one) for one, title in found.items()]


def documents(jurat, options, report, folder, pictures):
    labels = inspection.rows(folder, options.limit)
    say(f"{folder.name}: {len(labels)} files")
    answers = inspection.ask(jurat, [folder / label["file"] for label in labels], options)
    scores = scoring.Scores()
    misses = []
    silent = 0
    for label, answer in zip(labels, answers):
        if not (answer["output"] or {}).get("documents"):
            silent += 1
            misses.append({"set": folder.name, "file": label["file"], "kind": "no answer", "status": answer["status"]})
            continue
        found = [{"set": folder.name, **one} for one in scores.add(label, answer["output"])]
        misses += found
        if options.sheet:
            pictures.add(folder, label, answer["output"], found)
    report.add(f"{folder.name}: files without an answer", silent, basis=f"of {len(labels)}")
    return scores, misses
