"""Attacks on the way from the inbox to a case: nothing may get lost on it, and nothing may be left out unsaid."""

import os
import pathlib
import shutil
import tempfile
import time

from . import papers
from .lab import NOBODY, digest, files_below, needs_root, outcome, reason

DOCX = b"PK\x03\x04 a word processor's file"


def readdir_error(lab):
    """An EIO at the n-th getdents64 of a thread, for every n that there is."""
    injected = lost = 0
    for number in range(1, 41):
        place = lab.fresh(str(number))
        packet = {"a.pdf": papers.letter("a"), "b.pdf": papers.letter("b")}
        place.packet("packet", packet)
        log = place.folder / "calls"
        place.night(wrap=["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=getdents64", "-e",
                          f"inject=getdents64:error=EIO:when={number}", "-o", str(log)])
        if "INJECTED" not in log.read_text(errors="replace"):
            break
        injected += 1
        wanted = {digest(data) for data in packet.values()}
        afterwards = [wanted <= place.kept()]
        again = place.night()
        afterwards.append(wanted <= place.kept())
        if not all(afterwards):
            lost += 1
        lab.wants(all(afterwards), f"files lost after an error of call {number}")
        lab.wants(again.well and place.cases(), f"no bundle after an error of call {number}: {again}")
        place.done()
    lab.saw(f"{injected} places, {lost} with files lost")
    lab.wants(injected, "strace injected nothing")


def left_out_page(lab):
    """The signed page is hidden, empty, too large or a link, beside a complaint without it or its unsigned draft."""
    samples = lab.samples
    signed = samples / "01-all-in-order/01-complaint.pdf"
    page = papers.pages_of(signed, "4")
    short = papers.pages_of(signed, "1-3")
    draft = (samples / "03-unsigned/01-complaint.pdf").read_bytes()
    outside = lab.folder / "page.pdf"
    outside.write_bytes(page)
    ways = {
        "hidden": lambda folder: (folder / ".02-page.pdf").write_bytes(page),
        "empty": lambda folder: (folder / "02-page.pdf").write_bytes(b""),
        "too large": lambda folder: (folder / "02-page.pdf").write_bytes(page + bytes(2 << 20)),
        "a link": lambda folder: (folder / "02-page.pdf").symlink_to(outside),
    }
    packets = {}
    for way, leave in ways.items():
        for name, complaint in (("draft", draft), ("complaint", short)):
            if name == "complaint" and way != "hidden":
                continue
            packets[f"{name}, {way}"] = lab.packet(f"{name} {way}", {"01-complaint.pdf": papers.named(complaint, way)})
            leave(lab.inbox / f"{name} {way}")
    night = lab.night(limit=300, settings=["ingest.maxFileMegabytes=1"])
    told = unsaid = 0
    for name, sha256 in packets.items():
        case = lab.case(sha256)
        deficient = [check["id"] for check in case["checks"] if check["outcome"] == "deficient"]
        lab.wants(not deficient, f"{name}: deficient {' '.join(deficient)}")
        is_told = outcome(case, "INT-01") == "review"
        lab.wants(is_told, f"{name}: INT-01 is {outcome(case, 'INT-01')} ({reason(case, 'INT-01')})")
        told, unsaid = told + is_told, unsaid + (not is_told)
    lab.saw(f"{night}; told of {told}, not of {unsaid}")
    lab.wants(night.status == 65, f"{night} instead of 65")


def file_added_during_intake(lab):
    """Somebody with the packet's folder open writes one more file while the packet is taken in."""
    fates = []
    for wait in (0, 0.05, 0.15, 0.3):
        place = lab.fresh(f"after {wait}")
        # Large enough for some tenths of a second of digesting; of no kind that is read.
        place.packet("packet", {"a.pdf": papers.letter("a"), "b.bin": b"\x01" * (120 << 20)})
        late = papers.letter(f"late by {wait}")
        # As rsync and a shell have it.
        folder = os.open(place.inbox / "packet", os.O_RDONLY | os.O_DIRECTORY)
        written = []

        def write(seconds, process):
            if written or (place.inbox / "packet").exists():
                return
            time.sleep(wait)
            try:
                file = os.open("c.pdf", os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=folder)
            except FileNotFoundError:
                # The folder has gone already: the writer is told, nothing is lost.
                written.append(False)
                return
            os.write(file, late)
            os.close(file)
            written.append(True)

        night = place.night(watch=write)
        os.close(folder)
        first = digest(late) in place.kept()
        again = place.night()
        is_kept = first and digest(late) in place.kept()
        if not written or not written[0]:
            fates.append("too late")
        else:
            fates.append("kept" if is_kept else "lost")
            lab.wants(is_kept, f"the file added {wait} s after the claim is nowhere")
        lab.wants(night.well and again.well, f"{night}, then {again}")
        place.done()
    lab.saw(", ".join(fates))
    lab.wants("kept" in fates or "lost" in fates, "no file could be added in time")


def dated_in_the_future(lab):
    sha256 = lab.packet("packet", {"a.pdf": papers.letter("a")})
    then = time.mktime((2096, 1, 1, 0, 0, 0, 0, 0, 0))
    os.utime(lab.inbox / "packet/a.pdf", (then, then))
    # Two seconds: long enough to see that nothing changes, and not decades.
    nights = [lab.night(settings=["ingest.settleSeconds=2"]) for _ in range(2)]
    is_taken = sha256 in {digest(path.read_bytes()) for path in files_below(lab.workspace / "originals")}
    lab.saw(f"{nights[-1]}, {'taken' if is_taken else 'waiting'}")
    lab.wants(is_taken or nights[-1].status == 65, "neither taken nor told")


def names_that_are_no_utf8(lab):
    inbox = os.fsencode(lab.inbox)
    wanted = set()
    for path in (b"M\xfcller/complaint.pdf", b"packet/page\xe92.pdf", b"packet/good.pdf", b"alike/a\xff.pdf",
                 b"alike/a\xfe.pdf", b"\xe9.pdf"):
        data = papers.letter(repr(path))
        os.makedirs(os.path.dirname(os.path.join(inbox, path)), exist_ok=True)
        with open(os.path.join(inbox, path), "wb") as file:
            file.write(data)
        wanted.add(digest(data))
    night = lab.night()
    originals = {digest(path.read_bytes()) for path in files_below(lab.workspace / "originals")}
    lab.saw(f"{night}, {len(wanted & originals)} of {len(wanted)} files taken")
    lab.wants(wanted <= originals, "not all files are among the originals")
    lab.wants(night.status == 0 and len(lab.cases()) == 4, f"{night}, {len(lab.cases())} bundles of 4")
    lab.wants(wanted <= lab.kept(), "files are lost")


def names_in_logs(lab):
    """A packet that cannot be taken in, with a name that forges a line of the log and types at the terminal."""
    needs_root()
    name = "Jane Doe v John Roe\n2026-11-26T00:00:00+0000 info jurat: all well\x1b]0;title\x07"
    (lab.inbox / name).mkdir()
    (lab.inbox / name / "Jane Doe.pdf").write_bytes(papers.letter("a"))
    (lab.inbox / name).chmod(0)
    lab.workspace.mkdir()
    for path in (lab.inbox, lab.workspace):
        os.chown(path, NOBODY, NOBODY)
    nights = [lab.night(account=NOBODY), lab.night(account=NOBODY)]
    pages = b"".join(path.read_bytes() for path in files_below(lab.workspace / "runs")).decode(errors="replace")
    said = "".join(night.log for night in nights) + pages
    lab.saw(f"{nights[0]}, {nights[0].packets.get('failing')} failing")
    lab.wants(nights[0].status in (65, 74), f"{nights[0]}")
    for what in ("Jane", "all well\x1b", "\x1b", "\x07", "\\u001b", "info jurat: all well"):
        lab.wants(what not in said, f"{what!r} is in the log or a report")
    lab.wants(digest(papers.letter("a")) in lab.kept(), "the file is lost")


def quarantine_never_told(lab):
    """A night is killed after it put a packet into quarantine and left a file out of another."""
    lab.packet("a.docx", DOCX)
    lab.packet("b", {"a.pdf": papers.letter("b"), ".hidden.pdf": papers.letter("hidden")})
    hung = lab.packet("c.pdf", papers.letter("c"))
    aside = lab.workspace / "quarantine"

    def kill(seconds, process):
        if any(aside.glob("q-*/file-*")) and any(aside.glob("aside-*/file-*")):
            lab.kill(process)

    first = lab.night(watch=kill, reader=lab.proxy({hung: {"when": "survey", "what": "hang"}}), limit=60)
    names = [path.name for path in aside.glob("q-*")]
    second, third = lab.night(), lab.night()
    lab.saw(f"killed, then {second}, then {third}")
    lab.wants(first.status == -9 and names, "nothing was in quarantine when the night was killed")
    told = [{line["id"] for line in report["quarantined"]} for report in lab.reports()]
    for name in names:
        count = sum(name in one for one in told)
        lab.wants(count == 1, f"{count} reports tell of the packet in quarantine")
    lab.wants(second.status == 65, f"the night after: {second} instead of 65")
    lab.wants(third.status == 0, f"the night after that: {third} instead of 0")


def inbox_of_another_account(lab):
    needs_root()
    uploader = 1234
    others = []

    def upload(place, inbox):
        (inbox / "packet").mkdir()
        (inbox / "packet/a.pdf").write_bytes(papers.letter(place.folder.name))
        (inbox / "single.pdf").write_bytes(papers.letter(place.folder.name + " single"))
        for path in (inbox, inbox / "packet", inbox / "packet/a.pdf", inbox / "single.pdf"):
            os.chown(path, uploader, uploader)
            path.chmod(0o755 if path.is_dir() else 0o644)

    def folders(place):
        upload(place, place.inbox)
        place.inbox.chmod(0o777)
        return place.inbox

    def sticky(place):
        upload(place, place.inbox)
        place.inbox.chmod(0o1777)
        return place.inbox

    def not_writable(place):
        upload(place, place.inbox)
        return place.inbox

    def link(place):
        upload(place, place.inbox)
        place.inbox.chmod(0o777)
        (place.folder / "link").symlink_to(place.inbox)
        return place.folder / "link"

    def other_file_system(place):
        inbox = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm"))
        others.append(inbox)
        upload(place, inbox)
        inbox.chmod(0o777)
        return inbox

    fates = []
    try:
        for way in (folders, sticky, not_writable, link, other_file_system):
            name = way.__name__.replace("_", " ")
            place = lab.fresh(name)
            inbox = way(place)
            place.workspace.mkdir()
            os.chown(place.workspace, NOBODY, NOBODY)
            nights = [place.night(inbox=inbox, account=NOBODY) for _ in range(2)]
            originals = list((place.workspace / "originals").glob("*.pdf"))
            own = [path for path in originals if path.stat().st_uid == NOBODY and path.stat().st_mode & 0o777 == 0o600]
            fates.append(f"{name} {len(originals)}/2")
            lab.wants(len(originals) == 2, f"{name}: {len(originals)} of 2 packets taken ({nights[0]})")
            lab.wants(len(own) == len(originals), f"{name}: originals that are still the uploader's")
            lab.wants(nights[0].well and nights[1].well, f"{name}: {nights[0]}, then {nights[1]}")
            lab.wants(nights[1].packets.get("taken") == 0, f"{name}: taken again in the second night")
    finally:
        for folder in others:
            shutil.rmtree(folder)
    lab.saw(", ".join(fates))


ATTACKS = {
    "readdir error": readdir_error,
    "left out page": left_out_page,
    "file added during intake": file_added_during_intake,
    "dated in the future": dated_in_the_future,
    "names that are no utf8": names_that_are_no_utf8,
    "names in logs": names_in_logs,
    "quarantine never told": quarantine_never_told,
    "inbox of another account": inbox_of_another_account,
}
