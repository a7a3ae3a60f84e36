"""The place of one attack: an inbox, a workspace, jurat to run over them, and what is to be held against it."""

import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from ..jurat import Peak
from ..report import Failure

HERE = pathlib.Path(__file__).parent
# Deadlines that make a hanging reader cheap, for papers that take a fraction of a second to read.
HASTY = ("readers.pageDeadlineSeconds=3", "readers.surveyDeadlineSeconds=3")
# What a parent may take in MiB, whatever it is answered.
MEMORY = 700
# A parent that takes more than this is stopped, so that the machine of whoever measures survives.
MOST_MEMORY = 3000
# The account that is neither root's nor the uploader's.
NOBODY = 65534


@dataclasses.dataclass
class Night:
    """What came out of one run."""

    # None where the benchmark had to stop it.
    status: int | None
    seconds: float
    # The parent's largest resident set, in MiB.
    peak: float
    log: str
    # report.json as it was printed; None where the run printed none.
    report: dict | None

    @property
    def well(self):
        return self.status in (0, 65)

    @property
    def packets(self):
        return (self.report or {}).get("packets", {})

    def line(self, case):
        """What the report says of a case."""
        lines = (self.report or {}).get("cases", [])
        return next((line for line in lines if line["id"] == case), {})

    def says(self, *words):
        """Whether log or report has one of `words`, in letters of any size."""
        text = (self.log + json.dumps(self.report)).lower()
        return any(word in text for word in words)

    def __str__(self):
        return "stopped by hand" if self.status is None else f"status {self.status}"


class Lab:
    def __init__(self, jurat, folder, samples, kills, seed):
        self.jurat = jurat
        self.folder = folder
        self.samples = samples
        self.kills = kills
        self.seed = seed
        self.inbox = folder / "inbox"
        self.workspace = folder / "workspace"
        self.inbox.mkdir(parents=True)
        self.seen = []
        self.wrong = []

    def saw(self, text):
        """For the table: what came out."""
        self.seen.append(text)

    def wants(self, condition, otherwise):
        if not condition:
            self.wrong.append(otherwise)

    def fresh(self, name):
        """Another place for the same attack, whose findings count with this one's."""
        lab = Lab(self.jurat, self.folder / name, self.samples, self.kills, self.seed)
        lab.seen, lab.wrong = self.seen, self.wrong
        return lab

    def done(self):
        """The place is not needed any more; workspaces of many megabytes do not pile up."""
        shutil.rmtree(self.folder)

    # Packets.

    def packet(self, name, data):
        """Puts a packet into the inbox: bytes for a file, or a dictionary of them for a folder. Returns the digest
        of the file, or of the folder's first file."""
        if isinstance(data, bytes):
            (self.inbox / name).write_bytes(data)
            return digest(data)
        (self.inbox / name).mkdir()
        for path, content in data.items():
            (self.inbox / name / path).write_bytes(content)
        return digest(next(iter(data.values())))

    # Runs.

    def proxy(self, plan):
        """A reader that does what `plan` says when it is asked for a document of a digest; see proxy.py."""
        # -B: jurat passes on no environment that would keep Python from leaving compiled files in the tree.
        file = self.folder / "plan.json"
        file.write_text(json.dumps(plan))
        return self.script("proxy", f'exec /usr/bin/python3 -B "{HERE}/proxy.py" "{file}" "{self.reader}" "$@"')

    @property
    def reader(self):
        return self.jurat.program.parent / "jurat-reader"

    def script(self, name, line):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)
        return path

    def command(self, inbox=None, reader=None, settings=(), flags=()):
        command = [self.jurat.program, "run", "--workspace", self.workspace, "--inbox", inbox or self.inbox,
                   "--pipeline", self.jurat.pipeline, "--format", "json", *self.jurat.jobs, *flags]
        for setting in ("ingest.settleSeconds=0", *settings):
            command += ["--set", setting]
        if reader:
            command += ["--reader", reader]
        return [str(part) for part in command]

    def start(self, wrap=(), account=None, **options):
        """Starts a night in a process group of its own."""
        command = [*wrap, *self.command(**options)]
        if account:
            command = ["setpriv", f"--reuid={account}", f"--regid={account}", "--clear-groups", *command]
        self.output = open(self.folder / "stdout", "w+b")
        self.errors = open(self.folder / "stderr", "w+b")
        # Where the parent dies, that it did is enough; writing down how takes seconds.
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.errors,
                                start_new_session=True, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})

    def night(self, limit=120, watch=None, **options):
        """Runs a night to its end, or stops it after `limit` seconds or at MOST_MEMORY. `watch` is called over and
        over meanwhile, with the seconds since the start and the process."""
        began = time.monotonic()
        process = self.start(**options)
        peak = Peak(process.pid)
        status = None
        while time.monotonic() - began < limit and resident(process.pid) < MOST_MEMORY:
            if watch:
                watch(time.monotonic() - began, process)
            try:
                status = process.wait(0.02)
                break
            except subprocess.TimeoutExpired:
                pass
        self.kill(process)
        return Night(status, time.monotonic() - began, peak.stop(), *self.said())

    def kill(self, process):
        """Ends the run's whole group at once, if anything of it is left. Its readers see that by their pipes."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()

    def said(self):
        self.errors.seek(0)
        self.output.seek(0)
        text, output = self.errors.read().decode("utf-8", "backslashreplace"), self.output.read()
        self.errors.close()
        self.output.close()
        try:
            return text, json.loads(output)
        except ValueError:
            return text, None

    # What is there afterwards.

    def bundles(self):
        """The finished bags, by case."""
        return {path.name: path for path in sorted((self.workspace / "bundles").glob("c-*")) if path.is_dir()}

    def cases(self):
        """The bytes of every case.json, by case."""
        return {name: (path / "data/case.json").read_bytes() for name, path in self.bundles().items()
                if (path / "data/case.json").is_file()}

    def case(self, sha256):
        """The case with a document, as case.json has it."""
        for data in self.cases().values():
            case = json.loads(data)
            if any(document["sha256"] == sha256 for document in case["documents"]):
                return case
        raise Missing(f"a packet has no bundle (its document is {sha256[:12]})")

    def bundle(self, sha256):
        return self.bundles()[self.case(sha256)["caseId"]]

    def kept(self):
        """The digests of all files in places where a packet may be: nothing may ever be in none of them."""
        places = [self.inbox] + [self.workspace / name for name in ("claims", "originals", "quarantine")]
        return {digest(path.read_bytes()) for place in places for path in files_below(place)}

    def is_valid(self, bundle):
        return subprocess.run([str(self.jurat.program), "verify", str(bundle)], capture_output=True).returncode == 0

    def reports(self):
        """Every report.json of the workspace, in the order of its run."""
        return [json.loads(path.read_text()) for path in sorted((self.workspace / "runs").glob("*/report.json"))]


class Missing(Exception):
    """What an attack looks at is not there."""


def outcome(case, check):
    return next(one["outcome"] for one in case["checks"] if one["id"] == check)


def reason(case, check):
    return next(one["reason"] for one in case["checks"] if one["id"] == check)


def told(line):
    """What the report's line of a case says somebody has to look at."""
    return (line.get("alerts") or []) + (line.get("notes") or [])


def failures(case):
    """Why pages of a case failed, page by page."""
    pages = (page for document in case["documents"] for page in document["pages"])
    return [page["failure"] for page in pages if page["state"] == "failed"]


def digest(data):
    return hashlib.sha256(data).hexdigest()


def files_below(folder):
    """Regular files, those in hidden folders too, and links not followed."""
    for path, _, names in os.walk(os.fsencode(folder)):
        for name in names:
            file = pathlib.Path(os.fsdecode(os.path.join(path, name)))
            if file.is_file() and not file.is_symlink():
                yield file


def resident(pid):
    """MiB."""
    try:
        pages = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGESIZE") >> 20


def needs_root():
    if os.geteuid() != 0:
        raise Failure("this attack is of another account; run it as root")
