"""What a second run over an unchanged workspace costs, and reruns of single stages.

The night is run over all packets. The packet whose case has the most pages is then run alone: its
time is the full case, of which each rerun of a stage is a share.
"""

import json
import pathlib
import shutil
import tempfile

from .report import Failure, Report, say

STAGES = ["classify", "attest", "dates", "check", "bundle"]


def measure(jurat, options, samples):
    folders = options.folders or [samples]
    report = Report("rerun")
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        inbox = fill(scratch / "inbox", folders)
        workspace = scratch / "workspace"
        say("first run")
        first, run = jurat.run(workspace, inbox)
        say("second run")
        second, again = jurat.run(workspace)
        if any(case["stagesRun"] for case in again["cases"]):
            raise Failure("the second run ran stages again; nothing had changed")

        say("the largest case alone")
        alone = fill(scratch / "alone", folders, only=largest(workspace, run))
        full, run_alone = jurat.run(scratch / "single", alone)
        case = run_alone["cases"][0]
        report.add("cases", len(run["cases"]))
        report.add("pages", sum(one["pages"] for one in run["cases"]))
        report.add("first run", first.wall, "s")
        report.add("second run", second.wall, "s")
        report.add("second run : first run", 100 * second.wall / first.wall, "%", at_most=1)
        report.add("the same of CPU seconds", 100 * second.cpu / first.cpu, "%")
        report.add("pages of the largest case", case["pages"])
        report.add("full case", full.wall, "s")
        for stage in STAGES:
            say(f"rerun of {stage}")
            usage, _ = jurat.rerun(scratch / "single", case["id"], stage)
            report.add(f"rerun of {stage}", usage.wall, "s")
            report.add(f"rerun of {stage} : full case", 100 * usage.wall / full.wall, "%", at_most=5)
            report.add("the same of CPU seconds", 100 * usage.cpu / full.cpu, "%")
    return report


def fill(inbox, folders, only=None):
    inbox.mkdir()
    for folder in folders:
        for packet in sorted(folder.iterdir()):
            if packet.name == "labels.jsonl" or (only and packet.name != only):
                continue
            if packet.is_dir():
                shutil.copytree(packet, inbox / packet.name)
            else:
                shutil.copy(packet, inbox / packet.name)
    return inbox


def largest(workspace, run):
    """The name of the packet whose case has the most pages."""
    case = max(run["cases"], key=lambda one: one["pages"])
    arrival = min((workspace / "cases" / case["id"] / "arrivals").glob("*.json"))
    return json.loads(arrival.read_text())["packetName"]
