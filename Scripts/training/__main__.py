"""Fits the weights by which jurat tells stamps from print.

Every FOLDER holds scans and a labels.jsonl, as for ./Scripts/benchmark attestations, or packets and a
truth.json, as SampleDocs. jurat reads the
scans into a workspace (--workspace keeps it for the next time), stamp-features lists what may be a
stamp on every page, and a logistic regression is fitted to tell the labelled ones from the rest.

Printed is how well that does on pages that were not fitted on (ten folds, whole pages left out). With
--write the weights go to Sources/Attestations/StampModel+Weights.swift.
"""

import argparse
import pathlib
import sys

from benchmarks.report import Failure

from . import pages, stamps


def main():
    parser = argparse.ArgumentParser(prog="Scripts/train", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["stamps"])
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--workspace", type=pathlib.Path, metavar="FOLDER",
                        help="read the scans into this workspace; those that are in it are not read again")
    parser.add_argument("--write", action="store_true", help="write the weights into the sources")
    options = parser.parse_args()
    try:
        stamps.fit(list(pages.labelled(options.folders, options.workspace)), options.folders, options.write)
    except Failure as failure:
        print(f"{parser.prog}: {failure}", file=sys.stderr)
        return 69
    return 0


sys.exit(main())
