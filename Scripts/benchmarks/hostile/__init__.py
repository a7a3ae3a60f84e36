"""Hostile papers, broken disks and readers that were taken over, against what jurat makes of them.

Each attack builds its own papers, has an inbox and a workspace of its own, and says what came out and whether that
was wanted. A reader that was taken over is played by proxy.py in front of the real one; where the reader's own
confinement is asked about, by taken_over.c inside of it. The exit status is 1 if anything is not as wanted.
"""

import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import traceback

from ..jurat import Jurat
from ..report import Failure, say
from . import crowd, documents, intake, papers, readers, workspaces
from .lab import Lab, Missing, failures

ATTACKS = {**intake.ATTACKS, **documents.ATTACKS, **readers.ATTACKS, **workspaces.ATTACKS, **crowd.ATTACKS}
# A row shows so many of the things that are wrong; JSON has them all.
SHOWN = 6


def measure(jurat, options, samples):
    names = [one.replace("-", " ") for one in options.only or ATTACKS]
    for name in names:
        if name not in ATTACKS:
            raise Failure(f"there is no attack {name}; there are: {', '.join(ATTACKS)}")
    report = Outcomes()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        # Other accounts have to get to their workspaces.
        scratch.chmod(0o755)
        copied = as_they_are_now(jurat, scratch)
        check_that_it_works(Lab(copied, scratch / "calm", samples, 0, 0))
        folders = (options.keep or scratch).resolve()
        for name in names:
            folder = folders / name.replace(" ", "-")
            if folder.exists():
                shutil.rmtree(folder)
            lab = Lab(copied, folder, samples, options.kills, options.seed)
            began = time.monotonic()
            try:
                ATTACKS[name](lab)
            except Missing as missing:
                lab.wants(False, str(missing))
            except Exception:
                # One attack that cannot be judged does not end the others.
                say(traceback.format_exc())
                lab.wants(False, f"could not be judged: {traceback.format_exc().splitlines()[-1]}")
            report.add(name, lab.seen, lab.wrong, time.monotonic() - began)
            if not options.keep:
                lab.done()
    return report


def as_they_are_now(jurat, scratch):
    """The programs and their settings, whatever is built meanwhile."""
    for name in ("jurat", "jurat-reader"):
        shutil.copy2(jurat.program.parent / name, scratch / name)
    shutil.copytree(jurat.pipeline, scratch / "Pipeline")
    copied = Jurat(scratch / "jurat", scratch / "Pipeline")
    copied.jobs = jurat.jobs
    asked = subprocess.run([copied.program, "settings", "--pipeline", copied.pipeline], capture_output=True, text=True)
    if asked.returncode != 0:
        raise Failure(f"{jurat.program} and {jurat.pipeline} are not of one version:\n{asked.stderr}")
    return copied


def check_that_it_works(lab):
    """Where nothing is read, nothing hostile is either, and much would look as wanted."""
    sha256 = lab.packet("a.pdf", papers.letter("calm"))
    night = lab.night()
    if night.status != 0 or failures(lab.case(sha256)):
        raise Failure(f"a plain letter is not read ({night}):\n{night.log}")


class Outcomes:
    """The table: attack, as wanted or not, what came out."""

    def __init__(self):
        self.rows = []

    def add(self, name, seen, wrong, seconds):
        self.rows.append(
            {"attack": name, "wanted": not wrong, "seen": seen, "wrong": wrong, "seconds": round(seconds, 1)})
        say(f"{name}: {'as wanted' if not wrong else 'NOT as wanted'}, {seconds:.0f} s")

    @property
    def status(self):
        return 0 if all(row["wanted"] for row in self.rows) else 1

    def json(self):
        return json.dumps({"benchmark": "hostile", "attacks": self.rows}, indent=2)

    def text(self):
        width = max(len(row["attack"]) for row in self.rows)
        lines = ["benchmark hostile", ""]
        for row in self.rows:
            lines.append(f"{row['attack'].ljust(width)}  {'as wanted' if row['wanted'] else 'NOT'.ljust(9)}  "
                         f"{row['seconds']:4.0f} s  {'; '.join(row['seen'])}")
            wrong = row["wrong"]
            lines += [f"{' ' * width}    - {one}" for one in wrong[:SHOWN]]
            if len(wrong) > SHOWN:
                lines.append(f"{' ' * width}    - and {len(wrong) - SHOWN} more")
        count = sum(row["wanted"] for row in self.rows)
        return "\n".join([*lines, "", f"{count} of {len(self.rows)} as wanted"])
