"""Wall time of a night of scanned pages, against bare tesseract and against ocrmypdf.

Only scanned pages (no text layer) of PDF files, and of those the ones with enough words, take part.
Each page is rasterised with pdftoppm at 300 dpi outside of the clock and recognised by one tesseract
process that loads its model once, on one thread; jurat and ocrmypdf begin with the PDFs.
ocrmypdf gets all pages as one PDF, which spares it a start per document.
"""

import hashlib
import json
import pathlib
import shutil
import statistics
import subprocess
import tempfile

from .jurat import timed
from .report import Failure, Report, cores, say

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


def measure(jurat, options, samples):
    report = Report("night")
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        pages = chosen(options.folders or [samples], scratch, options.words, options.limit)
        packets, whole = cut(pages, scratch)
        rounds = []
        for number in range(1, options.rounds + 1):
            say(f"round {number} of {options.rounds}")
            rounds.append(once(jurat, pages, packets, whole, scratch / f"round-{number}"))
    say("done")

    def median(key):
        return statistics.median(one[key] for one in rounds)

    jobs = rounds[0]["jobs"]
    bare = median("tesseract cpu") / cores()
    report.add("pages", len(pages))
    report.add("words a page, median", statistics.median(page.words for page in pages))
    report.add("jurat wall", median("jurat wall"), "s")
    report.add("jurat CPU, readers included", median("jurat cpu"), "s")
    report.add("tesseract CPU", median("tesseract cpu"), "s")
    report.add("tesseract CPU / cores", bare, "s")
    report.add("ocrmypdf wall", median("ocrmypdf wall"), "s")
    report.add("ocrmypdf CPU", median("ocrmypdf cpu"), "s")
    report.add("jurat wall : tesseract CPU / cores", median("jurat wall") / bare, "", at_most=1.15)
    report.add("ocrmypdf wall : jurat wall", median("ocrmypdf wall") / median("jurat wall"), "", at_least=2.5)
    report.add("jurat CPU : tesseract CPU", median("jurat cpu") / median("tesseract cpu"))
    report.add("largest reader", max(one["reader peak"] for one in rounds), "MiB", at_most=400)
    report.note(f"{len(rounds)} rounds, medians; jurat with {jobs} readers, {len(packets)} packets")
    return report


class Page:
    def __init__(self, source, number, image):
        self.source, self.number, self.image, self.words = source, number, image, 0


def once(jurat, pages, packets, whole, folder):
    folder.mkdir()
    inbox = folder / "inbox"
    shutil.copytree(packets[0].parent, inbox)
    bare = recognise([page.image for page in pages], folder / "bare")
    night, run = jurat.run(folder / "workspace", inbox)
    read = sum(case["pages"] for case in run["cases"])
    if read != len(pages):
        raise Failure(f"jurat read {read} pages of {len(pages)}")
    other = timed(["ocrmypdf", "-q", "-j2", "--output-type", "pdf", "-O0", whole, folder / "other.pdf"])
    if other.status != 0:
        raise Failure(f"ocrmypdf ended with status {other.status}:\n{other.errors}")
    shutil.rmtree(folder)
    return {
        "tesseract cpu": bare.cpu, "jurat wall": night.wall, "jurat cpu": night.cpu,
        "ocrmypdf wall": other.wall, "ocrmypdf cpu": other.cpu, "jobs": run["jobs"],
        "reader peak": run["readers"]["peakMegabytes"],
    }


def recognise(images, output):
    names = output.with_suffix(".list")
    names.write_text("".join(f"{image}\n" for image in images))
    # Portable greymaps do not say their resolution, and what tesseract does depends on it.
    usage = timed(
        ["tesseract", names, output, "--oem", "1", "--psm", "3", "--dpi", "300", "tsv"],
        environment=ONE_THREAD)
    if usage.status != 0:
        raise Failure(f"tesseract ended with status {usage.status}:\n{usage.errors}")
    return usage


def chosen(folders, scratch, least_words, limit):
    """Scanned pages with at least so many words."""
    pages = []
    for index, source in enumerate(documents(folders)):
        for number in scanned_pages(source):
            stem = scratch / f"{index:04}-{number:04}"
            made = subprocess.run(
                ["pdftoppm", "-r", "300", "-gray", "-f", str(number), "-l", str(number), "-singlefile",
                 str(source), str(stem)], capture_output=True)
            if made.returncode == 0:
                pages.append(Page(source, number, stem.with_name(stem.name + ".pgm")))
    if not pages:
        raise Failure("there is no scanned page in a PDF there")
    say(f"counting the words of {len(pages)} scanned pages")
    output = scratch / "words"
    recognise([page.image for page in pages], output)
    for line in output.with_suffix(".tsv").read_text().splitlines()[1:]:
        cells = line.split("\t")
        if cells[0] == "5" and cells[11].strip():
            pages[int(cells[1]) - 1].words += 1
    enough = [page for page in pages if page.words >= least_words]
    if not enough:
        most = max(page.words for page in pages)
        raise Failure(f"no page there has {least_words} words, the most are {most}; see --words")
    return enough[:limit]


def documents(folders):
    """The PDF files of the folders, each once: those that labels.jsonl names, or all."""
    seen = set()
    for folder in folders:
        if not folder.is_dir():
            raise Failure(f"there is no folder {folder}")
        labels = folder / "labels.jsonl"
        if labels.exists():
            names = (json.loads(line)["file"] for line in labels.read_text().splitlines() if line.strip())
            files = [folder / name for name in names]
        else:
            files = sorted(folder.rglob("*"))
        for file in files:
            if file.suffix.lower() == ".pdf" and file.is_file():
                digest = hashlib.sha256(file.read_bytes()).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield file.resolve()


def scanned_pages(file):
    """The numbers of the pages without a text layer; none of a file that does not open."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True)
    if text.returncode != 0:
        return []
    # pdftotext ends every page with a form feed.
    pages = text.stdout.decode("utf-8", "replace").split("\f")[:-1]
    return [number for number, page in enumerate(pages, 1) if not page.strip()]


def cut(pages, scratch):
    """One PDF a document with its chosen pages, and one with all of them."""
    folder = scratch / "packets"
    folder.mkdir()
    sources = {}
    for page in pages:
        sources.setdefault(page.source, []).append(page.number)
    packets, parts = [], []
    for index, (source, numbers) in enumerate(sources.items()):
        packet = folder / f"{index:04}.pdf"
        selection = [str(source), ",".join(map(str, numbers))]
        qpdf(["--empty", "--pages", *selection, "--", str(packet)])
        packets.append(packet)
        parts += selection
    whole = scratch / "whole.pdf"
    qpdf(["--empty", "--pages", *parts, "--", str(whole)])
    return packets, whole


def qpdf(arguments):
    done = subprocess.run(["qpdf", *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 3):  # 3: done, with warnings.
        raise Failure(f"qpdf: {done.stderr}")
