"""Made-up packets around the end of the filing period, whose truth is known, against what jurat says of them.

Most are born digital, a share is scanned. What is true of a packet is worked out apart from jurat, from the
days that its making chose and every reading that the rule sets leave open (deadlines.py). Wrongly deficient is
the fault that must not be; the shares of plain packets that were decided show that jurat does not get by with
saying review of everything. The same seed makes the same packets.
"""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
import functools
import hashlib
import json
import pathlib
import random
import tempfile
import time

from ..packets import Night, keep, reason
from ..report import Report, cores, say
from .deadlines import editions
from .papers import Paper
from .stories import Story, story
from .verdicts import Tally, shown, truth

# The rule sets that a run has to be told to take.
RUNS = {"ccm-2023": [], "ccm-2015": ["check.ruleSets.ccm=ccm-2015", "check.fallback=ccm-2015"]}


@dataclass
class Made:
    """A packet in its folder, with what is true of it."""

    story: Story
    medium: str
    folder: pathlib.Path
    truth: dict
    # Of the first document, by which its bundle is found.
    digest: str

    @property
    def run(self):
        return "ccm-2015" if self.story.edition == "ccm-2015" else "ccm-2023"


def measure(jurat, options, samples):
    rules = editions(jurat.pipeline)
    report = Report("window")
    tally = Tally()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        began = time.monotonic()
        packets = make(options, jurat.pipeline, scratch / "packets")
        report.add("packets", len(packets))
        report.add("packets scanned, in whole or in part",
                   sum(one.medium in ("scan", "mixed") for one in packets))
        report.add("making them", time.monotonic() - began, "s")
        lost = wall = pages = kept = 0
        for name, settings in RUNS.items():
            say(f"jurat over the packets of {name}")
            chosen = [one for one in packets if one.run == name]
            night = Night(jurat, scratch / name, chosen, settings)
            lost, wall, pages = lost + night.lost, wall + night.wall, pages + night.pages
            for packet in chosen:
                if packet.digest in night.cases:
                    tally.add(packet, night.cases[packet.digest][0])
            if options.keep:
                keep(options.keep, tally.misses[kept:], night.cases, told)
                kept = len(tally.misses)
        report.add("jurat over them", wall, "s")
        report.add("pages", pages)
    if options.keep:
        undecided = [told(packet, check=check, reason=reason(case, check))
                     for packet, case, check in tally.undecided]
        (options.keep / "undecided.json").write_text(json.dumps(undecided, indent=1) + "\n", encoding="utf-8")
        report.note(f"what was called wrongly, and what was left undecided, is in {options.keep}")
    report.add("packets lost", lost, at_most=0)
    tally.report(report)
    for packet, _, wrong in tally.misses:
        report.note(f"{packet.folder.name} ({packet.story.kind}, {packet.medium}): wrongly "
                    + ", ".join(" ".join(one) for one in wrong))
    report.note(f"seed {options.seed}")
    return report


def make(options, pipeline, folder):
    folder.mkdir()
    one = functools.partial(
        make_one, seed=options.seed, scanned=options.scanned, pipeline=pipeline, folder=folder)
    numbers = options.only or range(1, options.packets + 1)
    say(f"making {len(numbers)} packets")
    with ProcessPoolExecutor(cores()) as workers:
        return list(workers.map(one, numbers, chunksize=4))


def make_one(number, seed, scanned, pipeline, folder):
    name = f"{seed}-{number:04}"
    dice = random.Random(f"window/{name}")
    rules = editions(pipeline)
    told = story(number, dice, rules)
    media = ("scan", "scan", "mixed") if dice.random() < scanned else ("flat", "flat", "fields")
    medium = dice.choice(media)
    packet = Paper(told, name, medium).make()
    packet.write(folder)
    return Made(told, medium, folder / name, truth(told, rules), hashlib.sha256(packet.files[0][1]).hexdigest())


def told(packet, **more):
    """A packet for a person who looks into what was made of it."""
    return {"packet": packet.folder.name, **more, "medium": packet.medium, "truth": packet.truth,
            **shown(packet.story)}
