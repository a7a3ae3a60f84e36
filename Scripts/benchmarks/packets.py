"""Made-up packets: jurat's night over them, and what was called wrongly kept for a person."""

import json
import shutil

from samples import files

from .report import Failure, say

# Besides the packets: every so many, one comes a second time, and one is of no kind that jurat reads.
DUPLICATE_EVERY, UNKNOWN_EVERY = 50, 60


class Night:
    """jurat over some packets: their cases, and whether every packet is somewhere.

    A packet has a folder, and the digest of its first document, by which its bundle is found.
    """

    def __init__(self, jurat, folder, packets, settings=()):
        inbox, self.workspace = folder / "inbox", folder / "workspace"
        inbox.mkdir(parents=True)
        for number, packet in enumerate(packets, 1):
            shutil.copytree(packet.folder, inbox / packet.folder.name)
            if number % DUPLICATE_EVERY == 0:
                shutil.copytree(packet.folder, inbox / f"{packet.folder.name}-again")
            if number % UNKNOWN_EVERY == 0:
                (inbox / f"{packet.folder.name}.docx").write_bytes(files.word_processor_file(str(number)))
        usage, run = jurat.run(self.workspace, inbox, settings=settings)
        self.wall = usage.wall
        self.pages = sum(case["pages"] for case in run["cases"])
        self.cases = {}
        for path in sorted((self.workspace / "bundles").glob("*/data/case.json")):
            case = json.loads(path.read_text(encoding="utf-8"))
            for document in case["documents"]:
                self.cases[document["sha256"]] = case, path.parent.parent
        missing = [one for one in packets if one.digest not in self.cases]
        for one in missing:
            say(f"{one.folder.name} has no bundle")
        duplicates, unknown = len(packets) // DUPLICATE_EVERY, len(packets) // UNKNOWN_EVERY
        counts = run["packets"]
        if not run["isReconciled"]:
            raise Failure("jurat says that packets in and out do not add up")
        self.lost = (len(missing) + len(list(inbox.iterdir())) + abs(counts["taken"] - len(packets))
                     + abs(counts["duplicates"] - duplicates) + abs(counts["quarantined"] - unknown))


def keep(folder, misses, cases, told):
    """Copies what was called wrongly: the packet, its bundle, and what `told` says is true of it."""
    for packet, _, wrong in misses:
        target = folder / packet.folder.name
        if target.exists():
            shutil.rmtree(target)
        shutil.copytree(packet.folder, target / "packet")
        shutil.copytree(cases[packet.digest][1], target / "bundle")
        text = told(packet, wrong=[" ".join(one) for one in wrong])
        (target / "truth.json").write_text(json.dumps(text, indent=1) + "\n", encoding="utf-8")


def reason(case, check):
    return next(one["reason"] for one in case["checks"] if one["id"] == check)
