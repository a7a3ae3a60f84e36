"""Made-up packets to which accidents happen, on forms of other layouts, against what jurat says of them.

Each starts in order or with one known defect, then up to three accidents happen to it (accidents/). Certain
and wrong is the fault that must not be: deficient without the defect, or satisfied although it is there. The
shares of plain packets that were decided show that jurat does not get by with refusing. The same seed makes the
same packets.
"""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
import functools
import hashlib
import json
import pathlib
import random
import shutil
import tempfile
import time

from ..jurat import Jurat
from ..packets import Night, keep
from ..report import Failure, Report, cores, say
from .accidents import ACCIDENTS, befall
from .answers import answered
from .layouts import LAYOUTS
from .packet import start
from .story import Story, story
from .verdicts import Tally, told

# So many packets are made, read and done with at a time, so that the disk holds no more.
BATCH = 120
# The share to which nothing happens, and how often one, two or three things happen to the others.
UNTOUCHED, COUNTS = 0.15, (5, 3, 2)
# For --accident: nothing happens.
NOTHING = "none"


@dataclass
class Made:
    """A packet in its folder, with what is true of it."""

    story: Story
    folder: pathlib.Path
    truth: dict
    accidents: list
    # The checks that may be left for a person; "any" stands for all.
    open: set
    is_scanned: bool
    # Of the first document, by which its bundle is found.
    digest: str

    @property
    def is_plain(self):
        return not self.accidents and not self.open


def measure(jurat, options, samples):
    report = Report("doubt")
    for name in options.accident or ():
        if name != NOTHING and name not in ACCIDENTS:
            raise Failure(f"there is no accident {name}; there are: {', '.join(ACCIDENTS)}")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    lost = wall = making = pages = 0
    numbers = options.only or list(range(1, options.packets + 1))
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch, ProcessPoolExecutor(cores()) as workers:
        scratch = pathlib.Path(scratch)
        jurats = {}
        for name in LAYOUTS:
            jurats[name] = Jurat(jurat.program, answered(jurat.pipeline, name, scratch / f"pipeline-{name}"))
            jurats[name].jobs = jurat.jobs
        for at in range(0, len(numbers), BATCH):
            began = time.monotonic()
            folder = scratch / "packets"
            folder.mkdir()
            one = functools.partial(make, options=_plain(options), pipeline=jurat.pipeline, folder=folder)
            packets = list(workers.map(one, numbers[at : at + BATCH], chunksize=2))
            making += time.monotonic() - began
            for name in LAYOUTS:
                chosen = [packet for packet in packets if packet.story.layout == name]
                if not chosen:
                    continue
                night = Night(jurats[name], scratch / "night", chosen)
                lost, wall, pages = lost + night.lost, wall + night.wall, pages + night.pages
                seen = len(tally.misses), len(tally.undecided)
                for packet in chosen:
                    if packet.digest in night.cases:
                        tally.add(packet, night.cases[packet.digest][0])
                if options.keep:
                    keep(options.keep / "wrong", tally.misses[seen[0] :], night.cases, told)
                    keep(options.keep / "undecided", tally.undecided[seen[1] :], night.cases, told)
                shutil.rmtree(scratch / "night")
            shutil.rmtree(folder)
            say(f"{at + len(packets)} of {len(numbers)} packets; wrong so far: {len(tally.misses)}")
    report.add("packets", len(numbers))
    report.add("making them", making, "s")
    report.add("jurat over them", wall, "s")
    report.add("pages", pages)
    report.add("packets lost", lost, at_most=0)
    tally.report(report)
    if options.keep:
        (options.keep / "undecided.json").write_text(
            json.dumps(tally.causes(), indent=1) + "\n", encoding="utf-8"
        )
        report.note(f"what was called wrongly, and what was left undecided, is in {options.keep}")
    report.note(f"seed {options.seed}")
    return report


def _plain(options):
    """What a worker needs of the options, which cannot be sent whole."""
    return {"seed": options.seed, "scanned": options.scanned, "accidents": options.accident}


def make(number, options, pipeline, folder):
    name = f"{options['seed']}-{number:05}"
    dice = random.Random(f"doubt/{name}")
    packet = start(story(number, dice, list(LAYOUTS)), name, dice, dice.random() < options["scanned"], pipeline)
    if options["accidents"]:
        befall(packet, 1, [name for name in options["accidents"] if name != NOTHING])
    elif dice.random() >= UNTOUCHED:
        befall(packet, dice.choices((1, 2, 3), COUNTS)[0])
    home = folder / name
    home.mkdir()
    made = packet.files()
    for path, data in made.items():
        (home / path).write_bytes(data)
    return Made(
        packet.story,
        home,
        packet.truth,
        packet.accidents,
        packet.open,
        packet.is_scanned,
        hashlib.sha256(next(iter(made.values()))).hexdigest(),
    )
