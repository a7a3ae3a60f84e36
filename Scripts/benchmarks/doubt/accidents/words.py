"""Days that the statement names beside those that count."""

from datetime import timedelta

from ...window import writing
from ..story import plainly
from .registry import DATES, accident


def _say(packet, sentence):
    """Puts a sentence in the place of the longest paragraph of the statement's first page."""
    page = next((page for page in packet.complaint if page.value("statement")), None)
    if page is None:
        return False
    parts = page.value("statement")[3].split("\n")
    parts[max(range(len(parts)), key=lambda at: len(parts[at]))] = sentence
    page.change("statement", "\n".join(parts))


@accident("after a day", "The statement speaks of what came after a day of another year.", DATES, "story")
def after_a_day(packet, dice):
    day = packet.story.first - timedelta(days=dice.randint(500, 1200))
    return _say(
        packet,
        dice.choice(
            (
                f"After {writing.named(day)} he was never seen at the ward again.",
                f"From {writing.named(day)} on I managed by myself.",
                f"Since {day:%B} {day.year} the file had been with another agency.",
            )
        ),
    )


@accident("born", "The statement says when somebody was born.", (), "story")
def born(packet, dice):
    day = packet.story.first - timedelta(days=dice.randint(9000, 26000))
    return _say(
        packet,
        dice.choice(
            (
                f"My wife was born on {writing.named(day)}.",
                f"I was born {writing.named(day)} in Coalport.",
                f"His date of birth is {day:%m/%d/%Y}.",
            )
        ),
    )


@accident("years ago", "The statement tells of an operation or a move years before.", (), "story")
def years_ago(packet, dice):
    day = packet.story.first - timedelta(days=dice.randint(800, 4000))
    return _say(
        packet,
        dice.choice(
            (
                f"I had been operated on for the first time on {plainly(day, dice)}.",
                f"We moved to the county on {plainly(day, dice)}.",
                f"The policy dates from {plainly(day, dice)}.",
            )
        ),
    )


@accident("list of days", "The statement lists days that share a year.", DATES, "story")
def list_of_days(packet, dice):
    if packet.story.defect == "late" or packet.story.first == packet.story.last:
        return False
    one, other = packet.story.first, packet.story.last
    return _say(
        packet,
        (
            f"I telephoned on {one:%B} {one.day}, {other:%B} {other.day}, {other.year} and got no answer."
            if one.year == other.year
            else f"I telephoned on {one.month}/{one.day} and {other.month}/{other.day}/{other.year}."
        ),
    )
