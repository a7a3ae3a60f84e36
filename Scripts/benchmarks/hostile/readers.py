"""Attacks by a reader that a document has got hold of, or that does not do its work."""

import os
import pty
import select
import struct
import subprocess
import time

from . import papers
from .lab import HASTY, HERE, MEMORY, digest, failures, files_below
from .lies import PASSWD


def taken_over(lab, **environment):
    """A reader with hostile code in it, and the file in which that says what it was allowed."""
    library, log = lab.folder / "taken-over.so", lab.folder / "taken-over.log"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-o", library, HERE / "taken_over.c", "-ldl"],
                   check=True)
    values = {"LD_PRELOAD": library, "HOSTILE_LOG": log, **environment}
    reader = lab.script("taken-over", "".join(f'{name}="{value}" ' for name, value in values.items())
                        + f'exec "{lab.reader}" "$@"')
    return reader, log


def said_by(log):
    """How many of its calls were allowed, and how many refused."""
    return struct.unpack("ii", log.read_bytes()) if log.is_file() else (0, 0)


def reader_empties_everything(lab):
    """truncate(2) and chmod(2) on every file of the workspace."""
    for at in range(3):
        lab.packet(f"{at}.pdf", papers.letter(at))
    lab.night()
    places = [lab.workspace / name for name in ("originals", "bundles", "cases")]
    before = {path: (digest(path.read_bytes()), path.stat().st_mode) for place in places for path in files_below(place)}
    reader, log = taken_over(lab, HOSTILE_FOLDER=lab.workspace)
    lab.packet("hostile.pdf", papers.letter("hostile"))
    night = lab.night(reader=reader)
    emptied = changed = 0
    for path, (sha256, mode) in before.items():
        # Nothing was due of earlier cases; some of their files are empty by right.
        emptied += sha256 != digest(b"") and path.is_file() and path.stat().st_size == 0
        changed += path.is_file() and path.stat().st_mode != mode
    allowed, refused = said_by(log)
    lab.saw(f"{night}, of {len(before)} files {emptied} emptied, {changed} with other rights; "
            f"{allowed} calls allowed, {refused} refused")
    lab.wants(not emptied and not changed, "files were changed")
    lab.wants(not allowed, "calls were allowed")
    lab.wants(night.status == 0, f"{night}")
    lab.wants(allowed or refused, "the attack was not made")


def reader_types_into_the_terminal(lab):
    """jurat is run at a terminal; its reader puts a command line into the terminal's input."""
    lab.packet("a.pdf", papers.letter("a"))
    reader, log = taken_over(lab)
    command = lab.command(reader=reader)
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    shown = b""
    end = time.monotonic() + 60
    while time.monotonic() < end and select.select([terminal], [], [], 60)[0]:
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:
            # The other side has closed.
            break
        if not data:
            break
        shown += data
    _, status = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(status)
    allowed, refused = said_by(log)
    lab.saw(f"status {status}, {allowed} calls allowed, {refused} refused")
    lab.wants(b"INJECTED" not in shown, "what the reader typed arrived at the terminal")
    lab.wants(not allowed, "calls were allowed")
    lab.wants(status == 0 and refused, "the attack was not made")


def one_packet_holds_the_night(lab):
    """Twenty pages that each hang until their deadline, twice, beside eight good packets."""
    hanging = lab.packet("00-hanging.pdf", papers.letter("hanging", pages=20))
    good = [lab.packet(f"good-{at}.pdf", papers.letter(at)) for at in range(8)]
    seen = {}

    def look(seconds, process):
        for name in lab.bundles():
            seen.setdefault(name, seconds)

    night = lab.night(limit=180, watch=look, settings=HASTY,
                      reader=lab.proxy({hanging: {"when": "read", "what": "hang"}}))
    times = [seen.get(lab.case(sha256)["caseId"], night.seconds) for sha256 in good]
    lab.saw(f"{night} after {night.seconds:.0f} s, good ones after {min(times):.0f} to {max(times):.0f} s")
    lab.wants(max(times) < 30, f"the last good bundle came after {max(times):.0f} s; 30 are allowed")
    lab.wants(night.seconds < 50, f"the night took {night.seconds:.0f} s; 50 are allowed")
    lab.wants(night.status == 65, f"{night} instead of 65")
    said = failures(lab.case(hanging))
    lab.wants(len(said) == 20, f"{len(said)} of 20 pages failed")
    lab.wants(any("not tried" in one for one in said), "no page is `not tried`")


def deaf_reader(lab):
    """Answers the survey of a form of 5,000 filled fields, and does not read the request of 1.5 MB for its page."""
    deaf = lab.packet("00-form.pdf", papers.fields({f"field {at}": f"{at} " + "x" * 240 for at in range(5000)}))
    good = lab.packet("good.pdf", papers.letter("good"))
    night = lab.night(limit=60, reader=lab.proxy({"deaf": 1 << 19}),
                      settings=["readers.pageDeadlineSeconds=5"])
    lab.saw(f"{night} after {night.seconds:.0f} s")
    lab.wants(night.well, f"{night}")
    lab.case(good)
    said = failures(lab.case(deaf))
    lab.saw(", ".join(said) or "no failure")
    # Where a limit of fields kept the request small, that has to be the failure.
    lab.wants(said, "the page did not fail")


def answer_that_stops_the_parent(lab):
    """Numbers that no computation bears."""
    kinds = ("euler", "confidence", "wide field", "tall field", "huge boxes", "enormous page")
    lies = {kind: lab.packet(f"{kind}.pdf", papers.letter(kind)) for kind in kinds}
    good = lab.packet("good.pdf", papers.letter("good"))
    night = lab.night(reader=lab.proxy({sha256: {"when": "read", "what": kind} for kind, sha256 in lies.items()}))
    nights = [night, lab.night(), lab.night()]
    lab.saw("; then ".join(str(night) for night in nights))
    lab.wants(night.status == 65, f"{night} instead of 65")
    lab.wants(all(night.well for night in nights), "a later night, with an honest reader, does not end well")
    lab.case(good)
    for kind, sha256 in lies.items():
        said = failures(lab.case(sha256))
        lab.wants(any("makes no sense" in one for one in said), f"{kind}: {', '.join(said) or 'the answer was taken'}")


def answers_without_a_limit(lab):
    """A reason of 300 MB, 4,096 parts of 1 GiB, and three and ten million words (220 and 750 MB)."""
    kinds = ("bloated", "gigabytes", "3 million words", "10 million words")
    for kind in kinds:
        place = lab.fresh(kind.replace(" ", "-"))
        sha256 = place.packet("a.pdf", papers.letter(kind))
        good = place.packet("good.pdf", papers.letter("good"))
        night = place.night(limit=60, reader=place.proxy({sha256: {"when": "read", "what": kind}}),
                            settings=["readers.pageDeadlineSeconds=10"])
        large = [path.name for path in files_below(place.workspace) if path.stat().st_size > 10 << 20]
        lab.saw(f"{kind}: {night}, {night.peak:.0f} MiB, {night.seconds:.0f} s")
        lab.wants(night.peak < MEMORY, f"{kind}: the parent took {night.peak:.0f} MiB; {MEMORY} are allowed")
        lab.wants(night.seconds < 40, f"{kind}: {night.seconds:.0f} s; 40 are allowed")
        lab.wants(not large, f"{kind}: large files were kept: {', '.join(large)}")
        lab.wants(night.status == 65, f"{kind}: {night} instead of 65")
        if night.well:
            place.case(good)
            lab.wants(failures(place.case(sha256)), f"{kind}: the page did not fail")
        place.done()


def reader_carries_files_out(lab):
    """A file of the machine in the place of previews, pieces and searchable copies."""
    with open(PASSWD, "rb") as file:
        content = file.read()
    packets = {}
    for when in ("read", "crops", "searchable"):
        data = papers.scan(f"Letter to be {when}", "Signed on June 3, 2024", "by a neighbour")
        packets[lab.packet(f"{when}.pdf", data)] = {"when": when, "what": "smuggle"}
    night = lab.night(reader=lab.proxy(packets))
    found = sorted({str(path.relative_to(lab.workspace / "bundles")).split("/", 1)[1]
                    for path in files_below(lab.workspace / "bundles") if path.read_bytes() == content})
    kept = [path for path in files_below(lab.workspace / "cases") if path.read_bytes() == content]
    lab.saw(f"{night}, {len(found)} in bundles")
    lab.wants(not found, f"{PASSWD} is in {', '.join(found)}")
    lab.wants(not kept, f"{PASSWD} is in {len(kept)} files of cases")
    lab.wants(night.well and len(lab.bundles()) == 3, f"{night}, {len(lab.bundles())} bundles of 3")


def no_landlock_no_word(lab):
    lab.packet("a.pdf", papers.letter("a"))
    without = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=landlock_create_ruleset",
               "-e", "inject=landlock_create_ruleset:error=EOPNOTSUPP"]
    night = lab.night(wrap=without)
    lab.wants(night.well, f"{night}")
    lab.wants(night.says("landlock", "sandbox", "confine"), "neither log nor report says what is in force")
    refused = lab.fresh("required")
    refused.packet("a.pdf", papers.letter("a"))
    required = refused.night(wrap=without, flags=["--require-sandbox"])
    lab.wants(required.status == 69, f"with --require-sandbox: {required} instead of 69")
    whole = lab.fresh("whole")
    whole.packet("a.pdf", papers.letter("a"))
    allowed = whole.night(flags=["--require-sandbox"])
    lab.wants(allowed.status == 0, f"with --require-sandbox and Landlock: {allowed} instead of 0")
    lab.saw(f"{night}; required: {required}; with Landlock: {allowed}")


ATTACKS = {
    "one packet holds the night": one_packet_holds_the_night,
    "reader empties everything": reader_empties_everything,
    "reader types into the terminal": reader_types_into_the_terminal,
    "deaf reader": deaf_reader,
    "answer that stops the parent": answer_that_stops_the_parent,
    "answers without a limit": answers_without_a_limit,
    "reader carries files out": reader_carries_files_out,
    "no landlock no word": no_landlock_no_word,
}
