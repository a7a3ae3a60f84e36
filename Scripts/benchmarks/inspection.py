"""Runs jurat inspect over every file of labelled folders and counts how it answers.

A folder has a labels.jsonl, one object a file; `file` is required, `expected_pages` or `pages` is compared where
it is there. Counted are answers, exit statuses, page states and page counts; hangs (no answer in time)
and crashes of the parent (ended by a signal) are counted apart. What was found on the pages is compared by
`benchmark attestations` and `benchmark dates`.
"""

import collections
import concurrent.futures
import hashlib
import json
import os
import subprocess
import time

from .report import Failure, Report, say


def measure(jurat, options, samples):
    if not options.folders:
        raise Failure("name at least one folder with a labels.jsonl")
    report = Report("inspect")
    misses = []
    for folder in options.folders:
        labels = rows(folder, options.limit)
        say(f"{folder.name}: {len(labels)} files")
        answers = ask(jurat, [folder / label["file"] for label in labels], options)
        misses += [{"set": folder.name, **miss} for miss in score(report, folder.name, labels, answers)]
    keep(report, options, misses)
    return report


def keep(report, options, misses):
    """Writes what did not agree where --misses says."""
    if options.misses:
        options.misses.write_text(json.dumps(misses, indent=1))
        report.note(f"{len(misses)} disagreements in {options.misses}")


def rows(folder, limit):
    labels = folder / "labels.jsonl"
    if not labels.exists():
        raise Failure(f"{folder} has no labels.jsonl")
    found = [json.loads(line) for line in labels.read_text().splitlines() if line.strip()]
    return [row for row in found if "file" in row and (folder / row["file"]).is_file()][:limit]


def ask(jurat, files, options):
    with concurrent.futures.ThreadPoolExecutor(options.parallel) as workers:
        return list(workers.map(lambda file: answer(jurat, file, options), files))


def answer(jurat, file, options):
    """The answer about one file: exit status, seconds, the JSON. Kept in the cache."""
    kept = None
    if options.cache:
        digest = hashlib.sha256()
        for path in (jurat.program, jurat.program.with_name("jurat-reader"), file):
            digest.update(path.read_bytes())
        kept = options.cache / f"{digest.hexdigest()}.json"
        if kept.exists():
            return json.loads(kept.read_text())
    began = time.monotonic()
    process = subprocess.Popen(
        jurat.inspect(file), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    result = {"status": None, "output": None}
    try:
        output, _ = process.communicate(timeout=options.timeout)
        result["status"] = process.returncode
        result["output"] = json.loads(output)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    except ValueError:
        pass
    result["seconds"] = round(time.monotonic() - began, 2)
    if kept:
        options.cache.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}-{id(result)}")
        draft.write_text(json.dumps(result))
        draft.rename(kept)
    return result


def score(report, name, labels, answers):
    """Adds the figures of one folder; returns what did not agree."""
    counts = collections.Counter()
    misses = []
    for label, answer in zip(labels, answers):
        documents = (answer["output"] or {}).get("documents") or []
        status = answer["status"]
        if status is None:
            counts["hangs"] += 1
        elif status < 0:
            counts["crashes of the parent"] += 1
        else:
            counts[f"exit status {status}"] += 1
        if not documents:
            misses.append({"file": label["file"], "kind": "no answer", "status": status})
            continue
        counts["answered"] += 1
        document = documents[0]
        counts[f"document {document['state']}"] += 1
        for page in document["pages"]:
            counts[f"page {page['state']}"] += 1
        expected = label.get("expected_pages", label.get("pages"))
        if expected is not None and label.get("category") != "disputed":
            right = document["pageCount"] == expected
            counts["page count right" if right else "page count wrong"] += 1
            if not right:
                misses.append({"file": label["file"], "kind": "page count", "expected": expected,
                               "found": document["pageCount"], "category": label.get("category")})
    report.add(f"{name}: files", len(labels))
    for key in ("answered", "hangs", "crashes of the parent"):
        report.add(f"{name}: {key}", counts.pop(key, 0))
    for key in sorted(counts):
        report.add(f"{name}: {key}", counts[key])
    report.add(f"{name}: seconds, summed", float(round(sum(answer["seconds"] for answer in answers))), "s")
    return misses
