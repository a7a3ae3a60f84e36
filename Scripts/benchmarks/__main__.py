"""The command line of the benchmarks."""

import argparse
import importlib
import os
import pathlib
import sys

from . import attestations, dates, inspection, memory, night, rerun
from .jurat import Jurat
from .report import Failure

ROOT = pathlib.Path(os.environ.get("JURAT_ROOT", pathlib.Path(__file__).resolve().parents[2]))
SAMPLES = ROOT / "SampleDocs" / "packets"


def arguments():
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("folders", nargs="*", type=pathlib.Path, metavar="FOLDER",
                        help="documents to measure on; a labels.jsonl in it says which")
    common.add_argument("--format", choices=["text", "json"], default="text")
    common.add_argument("--jurat", type=pathlib.Path, metavar="PATH",
                        help="the program to measure; nothing is built then")
    common.add_argument("--jobs", type=int, metavar="N", help="readers at once; jurat's own choice by default")
    common.add_argument("--scratch", type=pathlib.Path, metavar="FOLDER",
                        help="where temporary workspaces are made; by default the system's folder for that")

    parser = argparse.ArgumentParser(prog="Scripts/benchmark", description="Measures jurat.")
    names = parser.add_subparsers(dest="name", required=True, metavar="NAME")

    one = names.add_parser("night", parents=[common], help=night.__doc__.splitlines()[0])
    one.add_argument("--rounds", type=int, default=1, help="measure so often and take medians (1)")
    one.add_argument("--words", type=int, default=300, help="only pages of so many words and more (300)")
    one.add_argument("--limit", type=int, metavar="N", help="at most so many pages")
    one.set_defaults(measure=night.measure)

    one = names.add_parser("rerun", parents=[common], help=rerun.__doc__.splitlines()[0])
    one.set_defaults(measure=rerun.measure)

    one = names.add_parser("memory", parents=[common], help=memory.__doc__.splitlines()[0])
    one.add_argument("--packets", type=int, nargs=2, default=[20, 200], metavar=("FEW", "MANY"))
    one.set_defaults(measure=memory.measure)

    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--timeout", type=int, default=600, help="seconds for one file (600)")
    reading.add_argument("--parallel", type=int, default=1, metavar="N", help="so many files at once (1)")
    reading.add_argument("--limit", type=int, metavar="N", help="only the first N files of each folder")
    reading.add_argument("--cache", type=pathlib.Path, metavar="FOLDER",
                         help="keep answers here, by the digests of program and file")
    reading.add_argument("--misses", type=pathlib.Path, metavar="FILE", help="write what did not agree here, as JSON")
    for name, module in (("inspect", inspection), ("dates", dates), ("attestations", attestations)):
        one = names.add_parser(name, parents=[common, reading], help=module.__doc__.splitlines()[0])
        one.set_defaults(measure=module.measure)
    one.add_argument("--sheet", type=pathlib.Path, metavar="FILE",
                     help="draw the pages that did not agree here, as HTML: the papers themselves are on it")
    one.add_argument("--cost", action="store_true",
                     help="read everything once more and say what ink costs of the CPU of a page")

    one = names.add_parser("window", parents=[common], help="Made-up packets around the end of the filing period.")
    one.add_argument("--packets", type=int, default=500, metavar="N", help="so many packets (500)")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes other packets (1)")
    one.add_argument("--scanned", type=float, default=0.1, metavar="SHARE",
                     help="the share that is scanned, in whole or in part (0.1)")
    one.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="only these packets of the seed")
    one.add_argument("--keep", type=pathlib.Path, metavar="FOLDER",
                     help="keep the packets, bundles and truth of what was called wrongly here")
    one.set_defaults(measure=window)

    one = names.add_parser("doubt", parents=[common],
                           help="Made-up packets to which accidents happen, on forms of other layouts.")
    one.add_argument("--packets", type=int, default=2000, metavar="N", help="so many packets (2000)")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes other packets (1)")
    one.add_argument("--scanned", type=float, default=0.15, metavar="SHARE",
                     help="the share that is scanned in whole (0.15)")
    one.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="only these packets of the seed")
    one.add_argument("--accident", nargs="+", metavar="NAME",
                     help="only these accidents, one to each packet; none for packets as they are")
    one.add_argument("--keep", type=pathlib.Path, metavar="FOLDER",
                     help="keep the packets, bundles and truth of what was called wrongly here")
    one.set_defaults(measure=doubt)

    one = names.add_parser("hostile", parents=[common],
                           help="Hostile papers, broken disks, readers taken over: what came out, and whether it was wanted.")
    one.add_argument("--only", nargs="+", metavar="NAME", help="only these attacks, such as readdir-error")
    one.add_argument("--kills", type=int, default=20, metavar="N",
                     help="kill so many nights in half-a-file-system-of-leftovers (20)")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="another seed kills at other moments (1)")
    one.add_argument("--keep", type=pathlib.Path, metavar="FOLDER",
                     help="keep inboxes and workspaces here, one folder an attack")
    one.set_defaults(measure=hostile)

    one = names.add_parser("forms", parents=[common],
                           help="Blank forms that are learnt, and filled-in copies of them that are checked.")
    one.add_argument("--forms", default="12", metavar="N", help="so many forms, evenly over each folder, or all (12)")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="another seed fills other copies in (1)")
    one.add_argument("--shapes", nargs="+", choices=("acroform", "flat", "scan"), default=["acroform", "flat", "scan"],
                     metavar="SHAPE", help="learn from these only: acroform, flat, scan")
    one.add_argument("--parts", nargs="+", choices=("learning", "states", "changes"),
                     default=["learning", "states", "changes"], metavar="PART",
                     help="measure these only: learning, states, changes")
    one.add_argument("--scans", type=int, default=6, choices=range(1, 7), metavar="N",
                     help="scan every copy in so many of the six ways (6)")
    one.add_argument("--states-from", choices=("acroform", "flat", "scan"), default="acroform", metavar="SHAPE",
                     help="the shape from which the forms of the copies are learnt (acroform)")
    one.add_argument("--keep", type=pathlib.Path, metavar="FOLDER",
                     help="keep what was made and what jurat said of it here; the forms themselves are in it")
    one.set_defaults(measure=forms)
    return parser.parse_args()


# The only four that need packages of Debian beside Python itself.
def window(*arguments):
    return importlib.import_module(".window", __package__).measure(*arguments)


def doubt(*arguments):
    return importlib.import_module(".doubt", __package__).measure(*arguments)


def hostile(*arguments):
    return importlib.import_module(".hostile", __package__).measure(*arguments)


def forms(*arguments):
    return importlib.import_module(".forms", __package__).measure(*arguments)


def main():
    options = arguments()
    program = options.jurat or ROOT / ".build" / "release" / "jurat"
    try:
        jurat = Jurat(program, pipeline=ROOT / "Pipeline", jobs=options.jobs)
        report = options.measure(jurat, options, SAMPLES)
    except Failure as failure:
        sys.exit(f"Scripts/benchmark: {failure}")
    print(report.json() if options.format == "json" else report.text())
    # What is measured may be good or bad; of an attack the outcome is one or the other.
    sys.exit(getattr(report, "status", 0))


main()
