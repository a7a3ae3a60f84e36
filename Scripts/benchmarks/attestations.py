"""Compares signatures, notary blocks, seals and stamps with the labels of folders, each folder and together.

A folder has a labels.jsonl (see scoring.py). With --sheet the pages where jurat and the labels do not
agree are drawn into one HTML file, to see which of the two is wrong.
"""

from . import inspection, scoring, sheet
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
    # HERE: the share of a page's CPU that ink analysis and attestation take, as soon as jurat says what they take.
    inspection.keep(report, options, misses)
    if options.sheet:
        options.sheet.write_text(pictures.html())
        report.note(f"{len(pictures.cards)} pages to look at in {options.sheet}")
    return report


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
