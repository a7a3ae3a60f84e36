"""Labelled pages with what stamp-features says of them."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from benchmarks import inspection, scoring
from benchmarks.report import Failure

ROOT = pathlib.Path(os.environ["JURAT_ROOT"])
PRODUCTS = ROOT / ".build" / "release"


def labelled(folders, workspace):
    """Yields (candidates, stamps, signatures) of every page whose stamps or signatures were labelled.

    Boxes are edges as shares of the page; a candidate is a pair of its edges and its features. `stamps` is
    None where nobody looked for them.
    """
    with contextlib.ExitStack() as stack:
        if workspace is None:
            workspace = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = [row for folder in folders for row in (made_up(folder) if (folder / "truth.json").exists() else scanned(folder))]
        read([path for path, _ in files], workspace)
        readings = readings_by_digest(workspace)
        for path, labels in files:
            of_file = readings.get(digest(path), {})
            for number, stamps, signatures in labels:
                if number in of_file and (stamps is not None or signatures):
                    yield candidates(of_file[number]), stamps, signatures


def scanned(folder):
    """Paths of the scans of a folder with labels.jsonl, with (number, stamps, signatures) of their pages."""
    for label in inspection.rows(folder, None):
        yield folder / label["file"], [
            (number,
             [scoring.scaled(one["box"], pixels) for one in marks.get("stamps") or [] if one.get("box")]
             if has_stamps_labelled(marks) else None,
             [scoring.scaled(box, pixels) for box in marks.get("signature_boxes") or []])
            for number, marks, pixels in scoring.labelled_pages(label)]


def made_up(folder):
    """The same of a folder as Scripts/make-samples makes it, whose truth.json knows every page."""
    for packet in json.loads((folder / "truth.json").read_text())["packets"]:
        for document in packet.get("documents", []):
            path = folder / "packets" / packet["name"] / document["path"]
            if path.is_file():
                yield path, [(page["number"], boxes(page, "stamp", "seal"), boxes(page, "signature"))
                             for page in document["pages"]]


def boxes(page, *kinds):
    size = (page["width"], page["height"])
    found = [one["box"] for one in page["attestations"] if one["kind"] in kinds and one["state"] == "present"]
    return [scoring.scaled((x, y, x + width, y + height), size) for x, y, width, height in found]


def has_stamps_labelled(marks):
    """Whether every stamp of the page has a box, or somebody saw that there is none."""
    if marks.get("detail", "boxed") == "boxed":
        return "stamp_present" in marks
    return marks["detail"] != "not_inspected" and marks.get("stamp_present") is False


def candidates(reading):
    found = json.loads(subprocess.run(
        [PRODUCTS / "stamp-features", ROOT / "Pipeline", reading], check=True, capture_output=True).stdout or "{}")
    size = (found.get("width", 1), found.get("height", 1))
    return [(scoring.scaled((x, y, x + width, y + height), size), features)
            for (x, y, width, height), features in ((one["box"], one["features"]) for one in found.get("candidates", []))]


def read(paths, workspace):
    """Runs jurat over the scans that the workspace does not hold yet."""
    known = readings_by_digest(workspace)
    missing = [path for path in paths if digest(path) not in known]
    if not missing:
        return
    with tempfile.TemporaryDirectory() as inbox:
        for index, path in enumerate(missing):
            shutil.copy(path, pathlib.Path(inbox) / f"{index:05d}{path.suffix}")
        status = subprocess.run(
            [PRODUCTS / "jurat", "run", "--inbox", inbox, "--workspace", workspace,
             "--set", "ingest.settleSeconds=0"]).returncode
    if status not in (0, 65):
        raise Failure(f"jurat run ended with {status}")


def readings_by_digest(workspace):
    """Paths of the readings of every document, by its digest and then by page number."""
    found = {}
    for documents in workspace.glob("cases/*/ingest/documents.json"):
        case = documents.parent.parent
        for document in json.loads(documents.read_text()):
            found[document["sha256"]] = {
                int(reading.stem.split("-")[1]): reading
                for reading in sorted((case / "ocr").glob(f"{document['id']}-*.json"))}
    return found


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
