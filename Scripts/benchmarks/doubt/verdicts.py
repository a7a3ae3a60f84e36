"""Compares what jurat says of a packet with what is true of it."""

import collections

from ..packets import reason
from .packet import CHECKS
from .story import CHECK_OF

# A notary who swears to a signature that is not there speaks against the empty place.
PLAIN_DEFECTS = [defect for defect in CHECK_OF if defect != "unsigned, notarized"]
# The wanted shares of what is plain: packets in order that are ready, defects that are deficient.
READY, DEFICIENT = 0.90, 0.85


class Tally:
    """Counts over all packets."""

    def __init__(self):
        self.wrongly = collections.Counter()
        # By accident, layout and notary block: how many packets, wrongly deficient, wrongly satisfied.
        self.rows = collections.defaultdict(collections.Counter)
        self.misses = []
        # What is plain and was left for a person: packet, case, what it should have been.
        self.undecided = []
        # Packets and those decided as they should be, by what was to be said.
        self.plain, self.harmless = collections.Counter(), collections.Counter()

    def add(self, packet, case):
        """Compares one case; what is wrong becomes a miss."""
        said = {check["id"]: check["outcome"] for check in case["checks"]}
        wrong = [
            ("deficient", check)
            for check, outcome in said.items()
            if outcome == "deficient" and check != "OUT-01" and packet.truth.get(check) != "deficient"
        ]
        if case["disposition"] == "deficiency-candidate" and "deficient" not in packet.truth.values():
            wrong.append(("deficient", "disposition"))
        wrong += [
            ("satisfied", check)
            for check in CHECKS
            if said[check] == "satisfied" and packet.truth[check] in ("deficient", "neither")
        ]
        self.wrongly.update((*one, packet.truth.get(one[1])) for one in wrong)
        kinds = {outcome for outcome, _ in wrong}
        groups = [("accident", name) for name in packet.accidents or ["none"]]
        groups += [
            ("layout", packet.story.layout),
            ("notary", packet.story.notary),
            ("paper", "scanned" if packet.is_scanned else "born digital"),
        ]
        for group in groups:
            self.rows[group].update(["packets", *kinds])
        if wrong:
            self.misses.append((packet, case, wrong))
        self._decide(packet, case, said)

    def _decide(self, packet, case, said):
        defect = packet.story.defect
        wanted = defect or "ready"
        check = CHECK_OF.get(defect)
        is_right = said[check] == "deficient" if defect else case["disposition"] == "ready"
        if packet.is_plain:
            self.plain.update([wanted, (wanted, packet.story.layout)])
            self.plain["right", wanted] += is_right
            self.plain["right", wanted, packet.story.layout] += is_right
            if not is_right:
                self.undecided.append((packet, case, [("undecided", wanted)]))
        if defect:
            is_harmless = packet.truth[check] == "deficient" and not packet.open & {check, "any"}
        else:
            is_harmless = not packet.open
        if is_harmless:
            self.harmless[wanted] += 1
            self.harmless["right", wanted] += is_right

    def causes(self):
        """What keeps plain packets from being decided, the most frequent first."""
        counted = collections.defaultdict(list)
        for packet, case, ((_, wanted),) in self.undecided:
            checks = (
                [CHECK_OF[wanted]]
                if wanted in CHECK_OF
                else [one["id"] for one in case["checks"] if one["decisive"] and one["outcome"] != "satisfied"]
            )
            for check in checks:
                counted[wanted, check].append(
                    {
                        "packet": packet.folder.name,
                        "layout": packet.story.layout,
                        "notary": packet.story.notary,
                        "signing": packet.story.signing,
                        "scanned": packet.is_scanned,
                        "reason": reason(case, check),
                    }
                )
        return [
            {"wanted": wanted, "check": check, "packets": packets}
            for (wanted, check), packets in sorted(counted.items(), key=lambda one: -len(one[1]))
        ]

    def report(self, report):
        deficient = {check for outcome, check, _ in self.wrongly if outcome == "deficient"}
        for check in (*CHECKS, "disposition", *sorted(deficient - {*CHECKS, "disposition"})):
            report.add(
                f"wrongly deficient: {check}",
                sum(
                    count
                    for (outcome, of, _), count in self.wrongly.items()
                    if (outcome, of) == ("deficient", check)
                ),
                at_most=0,
            )
        for check in CHECKS:
            report.add(
                f"satisfied although the defect is there: {check}",
                self.wrongly["satisfied", check, "deficient"],
                at_most=0,
            )
        for check in CHECKS:
            report.add(f"satisfied unseen: {check}", self.wrongly["satisfied", check, "neither"], at_most=0)
        for name, counts in (("plain", self.plain), ("harmless", self.harmless)):
            for wanted in ("ready", *PLAIN_DEFECTS):
                total, right = counts[wanted], counts["right", wanted]
                bound = {"at_least": READY if wanted == "ready" else DEFICIENT} if name == "plain" else {}
                what = "in order, ready" if wanted == "ready" else f"{wanted}, {CHECK_OF[wanted]} deficient"
                report.add(
                    f"{name} packets {what}, share",
                    right / total if total else None,
                    basis=f"{right} of {total}",
                    **bound,
                )
        for layout in sorted({name for kind, name in self.rows if kind == "layout"}):
            total, right = self.plain["ready", layout], self.plain["right", "ready", layout]
            report.add(
                f"plain packets in order, ready, share: {layout}",
                right / total if total else None,
                basis=f"{right} of {total}",
            )
        for (kind, name), counts in sorted(self.rows.items()):
            report.add(
                f"{kind}: {name}",
                counts["packets"],
                "packets",
                basis=f"wrongly deficient {counts['deficient']}, wrongly satisfied {counts['satisfied']}",
            )
        for packet, case, wrong in self.misses:
            report.note(
                f"{packet.folder.name} ({packet.story.layout}, {packet.story.defect or 'in order'}; "
                f"{', '.join(packet.accidents) or 'nothing happened'}): wrongly "
                + ", ".join(
                    f"{outcome} {check}" + ("" if check == "disposition" else f" ({reason(case, check)})")
                    for outcome, check in wrong
                )
            )
        for cause in self.causes()[:12]:
            report.note(
                f"plain and undecided: {cause['wanted']}, {cause['check']}: {len(cause['packets'])} "
                f"({cause['packets'][0]['reason']})"
            )


def told(packet, **more):
    """A packet for a person who looks into what was made of it."""
    story = packet.story
    return {
        "packet": packet.folder.name,
        **more,
        "truth": packet.truth,
        "defect": story.defect,
        "layout": story.layout,
        "notary": story.notary,
        "signing": story.signing,
        "accidents": packet.accidents,
        "open": sorted(packet.open),
        "scanned": packet.is_scanned,
        "first": str(story.first),
        "last": str(story.last),
        "learned": str(story.learned),
        "signed": str(story.signed),
        "received": str(story.received),
        "written": story.written,
    }
