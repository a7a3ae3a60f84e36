"""Compares what jurat says of a packet with what is true of it."""

import collections

from .stories import ENDS

# The checks that can be deficient without a policy that refuses something.
CHECKS = ("DAT-03", "SIG-01", "NOT-01", "PAG-01")
# The kinds of packets on which whether they are signed, notarized and short enough is plain to see.
PLAIN_KINDS = ("plain", "unsigned", "unnotarized", "ten pages", "eleven pages")


def truth(story, editions):
    """Of each check: deficient, satisfied, or review where it is open or nobody can say."""
    own = editions[story.edition]
    others = [one for one in editions.values()
              if one.program == own.program and one is not own and not one.is_in_force_for_sure]
    verdict = own.verdict(story.events)
    if verdict == "out" and any(one.verdict(story.events) != "out" for one in others):
        verdict = "open"
    has_form = story.kind != "letter only"
    notary = {"unsigned": "deficient", "unnotarized": "deficient", "seal without signature": "review"}
    return {
        "DAT-03": {"in": "satisfied", "out": "deficient", "open": "review"}[verdict],
        "SIG-01": "review" if not has_form else "satisfied" if story.is_signed else "deficient",
        "NOT-01": notary.get(story.kind, "satisfied") if has_form else "review",
        "PAG-01": "review" if not has_form else "deficient" if story.kind == "eleven pages" else "satisfied",
    }


class Tally:
    """Counts over all packets."""

    def __init__(self):
        self.wrongly = collections.Counter()
        self.decided = collections.Counter()
        self.misses = []
        # What is plain and was left for review: packet, case, check.
        self.undecided = []

    def add(self, packet, case):
        """Compares one case; what is wrong becomes a miss."""
        said = {check["id"]: check["outcome"] for check in case["checks"]}
        true = packet.truth
        wrong = []
        for check, outcome in said.items():
            if outcome == "deficient" and true.get(check) != "deficient" and check != "OUT-01":
                wrong.append(("deficient", check))
        if case["disposition"] == "deficiency-candidate" and "deficient" not in true.values():
            wrong.append(("deficient", "disposition"))
        for check in CHECKS:
            if said[check] == "satisfied" and true[check] != "satisfied":
                wrong.append(("satisfied", check))
            if packet.story.is_plain if check == "DAT-03" else packet.story.kind in PLAIN_KINDS:
                self.decided[check, true[check], said[check]] += 1
                if true[check] != "review" and said[check] == "review":
                    self.undecided.append((packet, case, check))
        self.wrongly.update(wrong)
        if wrong:
            self.misses.append((packet, case, wrong))

    def report(self, report):
        deficient = [check for outcome, check in self.wrongly if outcome == "deficient"]
        for check in (*CHECKS, "disposition", *sorted(set(deficient) - {*CHECKS, "disposition"})):
            report.add(f"wrongly deficient: {check}", self.wrongly["deficient", check], at_most=0)
        for check in CHECKS:
            target = {"at_most": 0} if check == "DAT-03" else {}
            report.add(f"wrongly satisfied: {check}", self.wrongly["satisfied", check], **target)
        for check in CHECKS:
            for outcome in ("deficient", "satisfied"):
                counts = {said: count for (of, true, said), count in self.decided.items()
                          if (of, true) == (check, outcome)}
                total = sum(counts.values())
                report.add(f"plainly {outcome}: {check}", total)
                share = counts.get(outcome, 0) / total if total else None
                report.add(f"plainly {outcome}: {check}, share called so", share)


def shown(story):
    """A story for a person who looks into a miss."""
    events = story.events
    return {
        "kind": story.kind, "edition": story.edition, "offset": story.offset, "plain": story.is_plain,
        "first": str(events.first), "last": str(events.last), "ongoing": events.is_ongoing,
        "learned": str(events.learned),
        **{end: [str(day) for day in events.ends.get(end, [])] for end in ENDS},
        "by hand": list(story.by_hand),
        "written": {key: blank.text if blank else None for key, blank in story.blanks.items()}}
