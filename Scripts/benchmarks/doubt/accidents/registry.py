"""The list of what can happen to a packet.

To extend it, write a function under @accident in a file beside this one.
"""

from dataclasses import dataclass
from typing import Callable

# What stands on dates, when one of them is unsure.
DATES = ("DAT-01", "DAT-03", "DAT-04", "DAT-05", "SIG-03", "NOT-06")


@dataclass(frozen=True)
class Accident:
    name: str
    # What happens on paper.
    says: str
    # The checks that it may fairly leave for a person, whatever the packet; "any" stands for all.
    opens: frozenset
    # No two accidents with one subject happen to a packet.
    subject: str
    # Changes the packet, and its truth where the truth changes; False where it cannot happen to it.
    happen: Callable


ACCIDENTS = {}


def accident(name, says, opens=(), subject=""):
    def add(happen):
        ACCIDENTS[name] = Accident(name, says, frozenset(opens), subject or name, happen)
        return happen

    return add


def befall(packet, count, names=None):
    """Up to so many accidents, drawn at random, in the order in which they are drawn."""
    dice = packet.dice
    names = list(ACCIDENTS if names is None else names)
    dice.shuffle(names)
    subjects = set()
    for name in names:
        if len(packet.accidents) == count:
            return
        one = ACCIDENTS[name]
        if one.subject in subjects or one.happen(packet, dice) is False:
            continue
        subjects.add(one.subject)
        packet.accidents.append(name)
        packet.open |= one.opens
