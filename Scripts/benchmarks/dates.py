"""Reads the dates of labelled sentences and documents and compares them with their labels.

A folder has a labels.jsonl (documents: `dates` with `iso` and `handwritten`, of pages as in scoring.py; a
note "do not score" takes the dates of its page out) or files *.jsonl of sentences: `text`, and `results`
with `start`, `end` (inclusive) and `iso`, a day or several; rows with `absolute: true`, and rows without
a result, are scored. With sentences python-dateparser is asked the same questions.
"""

import collections
import json
import re

from . import inspection, scoring
from .report import Failure, Report, say

# Labels name the parts that dates play in many ways.
ROLES = {
    "signed": ("execution", "signature", "signed"),
    "notarized": ("notary", "notary_ack", "notary_jurat", "jurat"),
    "commission-expires": ("commission_expiry", "commission_expiry_stamp"),
    "received": ("filed_stamp", "received", "recorded", "recorded_stamp", "recorder_date_stamp"),
    "birth": ("birthdate",),
}
ROLE_OF_LABEL = {label: role for role, labels in ROLES.items() for label in labels}


def measure(jurat, options, samples):
    if not options.folders:
        raise Failure("name at least one folder with a labels.jsonl, or with sentences in *.jsonl")
    report = Report("dates")
    misses = []
    totals = collections.Counter()
    for folder in options.folders:
        if (folder / "labels.jsonl").exists():
            misses += documents(jurat, options, report, folder, totals)
        else:
            misses += sentences(jurat, report, folder)
    if totals:
        summary(report, totals)
    inspection.keep(report, options, misses)
    return report


# Documents


def documents(jurat, options, report, folder, totals):
    labels = inspection.rows(folder, options.limit)
    say(f"{folder.name}: {len(labels)} files")
    answers = inspection.ask(jurat, [folder / label["file"] for label in labels], options)
    misses = []
    counts = collections.Counter()
    for label, answer in zip(labels, answers):
        if not answer["output"]:
            misses.append({"set": folder.name, "file": label["file"], "kind": "no answer"})
            continue
        for found, wanted, isWhole in labelled(label, answer["output"]["dates"]):
            one = list(score(counts, found, wanted, isWhole))
            misses += [{"set": folder.name, "file": label["file"], **miss} for miss in one]
    for key in sorted(counts):
        report.add(f"{folder.name}: {key}", counts[key])
    totals.update(counts)
    return misses


def labelled(label, dates):
    """Per page, or for a file whose pages have no labels: the dates found and wanted, and whether
    all dates of the place have labels."""
    if "page_labels" not in label:
        yield dates, [one for one in label.get("dates") or [] if one.get("iso")], False
        return
    for number, marks, _ in scoring.labelled_pages(label):
        scored = marks.get("detail", "boxed") == "boxed" and "do not score" not in (marks.get("note") or "")
        if scored and marks.get("dates") is not None:
            yield ([one for one in dates if one["page"] == number],
                   [one for one in marks["dates"] if one.get("iso")], "birthdate" not in str(marks["dates"]))


def score(counts, found, wanted, is_whole):
    truth = {label["iso"] for label in wanted}
    for label in wanted:
        iso, writing = label["iso"], "handwritten" if label.get("handwritten") else "printed"
        role = ROLE_OF_LABEL.get(label.get("role"))
        if role == "birth":
            # Masked and never read: that it was told apart is what counts.
            counts["birth dates"] += 1
            counts["birth dates, masked"] += any(one["role"] == "birth" for one in found)
            continue
        among = [one for one in found if covers(one, iso)]
        alone = any(day(one) == iso for one in among)
        counts[writing] += 1
        counts[f"{writing}, among the readings"] += bool(among)
        counts[f"{writing}, alone"] += alone
        if not alone:
            yield {"kind": "not alone" if among else "not read", "writing": writing, "iso": iso,
                   "label": label.get("text"), "page": label.get("page"),
                   "read": [[one["text"], one["readings"], one["role"]] for one in among]}
        if role and among:
            right = any(one["role"] == role for one in among)
            counts["with a role"] += 1
            counts["with a role, right"] += right
            if not right:
                yield {"kind": "role", "wanted": role, "said": [one["role"] for one in among], "iso": iso,
                       "label": label.get("text")}
    for one in found:
        if is_whole and day(one) and day(one) not in truth:
            counts[f"single wrong readings of what was taken for {one['writing']}"] += 1
            yield {"kind": "single wrong reading", "page": one["page"], "text": one["text"],
                   "read": day(one), "writing": one["writing"], "role": one["role"]}


def covers(date, iso):
    return any(reading["earliest"] <= iso <= reading["latest"] for reading in date["readings"])


def day(date):
    """The one day that a date of jurat can mean, if there is just one."""
    readings = date["readings"]
    if len(readings) == 1 and readings[0]["earliest"] == readings[0]["latest"]:
        return readings[0]["earliest"]
    return None


def summary(report, totals):
    def share(name, part, whole, **bounds):
        report.add(f"all: {name}", part / whole if whole else None, **bounds)

    printed, hand = totals["printed"], totals["handwritten"]
    share("printed dates, the true one among the readings", totals["printed, among the readings"], printed, at_least=0.95)
    share("printed dates, the true one alone", totals["printed, alone"], printed, at_least=0.90)
    share("handwritten dates, one wrong reading", totals["single wrong readings of what was taken for hand"], hand,
          at_most=0.01)
    share("role", totals["with a role, right"], totals["with a role"], at_least=0.90)


# Sentences


def sentences(jurat, report, folder):
    rows = [row for path in sorted(folder.glob("*.jsonl")) for row in map(json.loads, path.read_text().splitlines())
            if "results" in row and (row["absolute"] or not row["results"])]
    if not rows:
        raise Failure(f"{folder} has neither a labels.jsonl nor sentences in *.jsonl")
    # What is told from the day of speaking ("tomorrow") is no calendar date, whatever its label says.
    wanted = [[one for one in row["results"] if names_year(one["text"])] for row in rows]
    left_out = sum(len(row["results"]) for row in rows) - sum(map(len, wanted))
    report.note(f"{folder.name}: {left_out} labels are relative to another day ('tomorrow') and not scored")
    texts = [row["text"].replace("\n", " ") for row in rows]
    misses = []
    for name, read in (("jurat", jurat.dates), ("dateparser", by_dateparser)):
        say(f"{folder.name}: {len(rows)} sentences by {name}")
        misses += [{"set": folder.name, "by": name, **miss} for miss in
                   sentence_scores(report, f"{folder.name}, {name}", texts, wanted, rows, read(texts),
                                   {"at_least": 0.97} if name == "jurat" else {})]
    return misses


def names_year(text):
    return re.search(r"\b(1[5-9]|2[01])\d\d|\d{1,2}[-/.,]\d{1,2}[-/.,]\d\d\b|'\d\d\b|\b(nineteen|two thousand)\b",
                     text.lower()) is not None


def is_day(iso):
    year, month, day = map(int, iso.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def sentence_scores(report, name, texts, wanted, rows, found, bounds):
    counts = collections.Counter()
    for text, labels, row, dates in zip(texts, wanted, rows, found):
        matched = set()
        for label in labels:
            days = [one for one in label["iso"] if isinstance(one, str)]
            ranges = [tuple(one) for one in label["iso"] if not isinstance(one, str)]
            near = [index for index, one in enumerate(dates)
                    if one["start"] <= label["end"] and label["start"] < one["end"]]
            if days and not any(map(is_day, days)):
                # 29 February 2019: nothing is the right answer.
                counts["no day of any calendar"] += 1
                counts["no day of any calendar, none read"] += not any(dates[index]["readings"] for index in near)
                continue
            if any(dates[index]["role"] == "birth" for index in near):
                counts["birth dates, masked"] += 1
                continue
            hits = [index for index in near if any(
                any(one["earliest"] <= day <= one["latest"] for day in days)
                or (one["earliest"], one["latest"]) in ranges for one in dates[index]["readings"])]
            counts["found" if hits else "not found"] += 1
            matched.update(hits)
            if not hits:
                yield {"kind": "not found", "text": text, "wanted": label["text"], "iso": label["iso"]}
        relative = [one for one in row["results"] if one not in labels]
        for index, one in enumerate(dates):
            is_left_out = any(one["start"] <= other["end"] and other["start"] < one["end"] for other in relative)
            if one["readings"] and index not in matched and not is_left_out:
                counts["said and wrong"] += 1
                yield {"kind": "said and wrong", "text": text, "said": one}
    for key in sorted(counts):
        report.add(f"{name}: {key}", counts[key])
    hits = counts["found"]
    report.add(f"{name}: precision", hits / max(1, hits + counts["said and wrong"]), **bounds)
    report.add(f"{name}: recall", hits / max(1, hits + counts["not found"]), **bounds)


def by_dateparser(texts):
    """The same from python-dateparser, which reads months first and takes what is relative from today."""
    import dateparser.search
    found = []
    for text in texts:
        # Only dates that are written in full: it fills in the rest from today.
        settings = {"REQUIRE_PARTS": ["year", "month", "day"]}
        start = 0
        dates = []
        for words, moment in dateparser.search.search_dates(text, languages=["en"], settings=settings) or []:
            start = max(text.find(words, start), start)
            day = moment.date().isoformat()
            dates.append({"start": start, "end": start + len(words), "text": words, "role": "other",
                          "readings": [{"earliest": day, "latest": day, "confidence": 1}]})
            start += len(words)
        found.append(dates)
    return found
