"""When a filing period ends, worked out apart from jurat: with dateutil and a table of holidays of its own."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
import itertools

from dateutil.relativedelta import MO, TH, relativedelta
import yaml

ONE_DAY = timedelta(days=1)
ENDS = ("signed", "notarized", "postmarked", "received")


@dataclass(frozen=True)
class Events:
    """What truly happened. An end that never came about is missing, one that came twice has two days."""

    first: date
    last: date
    learned: date
    ends: dict
    is_ongoing: bool = False


@dataclass(frozen=True)
class Edition:
    """A rule set, by what it says of the filing period."""

    name: str
    program: str
    is_in_force_for_sure: bool
    starts: tuple
    ends: tuple
    # Ways of counting, a name and a function from a day to the last day, before any rollover.
    spans: tuple
    rollovers: tuple

    def last_days(self, start):
        """Every day that somebody may call the last one, each once."""
        return {rolled(span(start), rollover) for _, span in self.spans for rollover in self.rollovers}

    def verdict(self, events):
        """in, out or open: whether it is in time under every reading, under none, or under some."""
        answers = set()
        for start, end in itertools.product(self.starts, self.ends):
            for filed in events.ends.get(end, ()):
                if start == "last-act" and events.is_ongoing:
                    answers.add(True)  # It had not even begun to run.
                    continue
                began = {"first-act": events.first, "last-act": events.last, "learned": events.learned}[start]
                answers |= {filed <= last for last in self.last_days(began)}
        return {(True,): "in", (False,): "out"}.get(tuple(answers), "open")


@lru_cache
def editions(pipeline):
    """The rule sets of a pipeline folder, by name."""
    found = {}
    for path in sorted((pipeline / "rules").glob("*.yaml")):
        rules = yaml.safe_load(path.read_text(encoding="utf-8"))
        period = rules["filingPeriod"]
        found[rules["id"]] = Edition(
            rules["id"], rules["program"], rules["effective"]["status"] == "adopted",
            tuple(period["starts"]), tuple(period["ends"]),
            tuple(itertools.chain.from_iterable(
                spans(length, counting) for length in period["lengths"] for counting in period["counting"])),
            tuple(period["rollover"]))
    return found


def spans(length, counting):
    months = relativedelta(months=length["months"])
    if counting == "days":
        for days in length["days"]:
            yield f"{days} days", lambda day, days=days: day + timedelta(days=days)
    elif counting == "anniversary":
        yield counting, lambda day: day + months
    elif counting == "inclusive-start":
        yield counting, lambda day: day + months - ONE_DAY
    elif counting == "anniversary-day-after":
        yield counting, lambda day: day + months if (day + months).day == day.day else day + months + ONE_DAY
    else:
        raise ValueError(f"no way of counting is called {counting}")


def rolled(day, rollover):
    while rollover != "none" and (
            day.weekday() >= 5 or rollover == "weekend-and-holidays" and day in holidays(day.year)):
        day += ONE_DAY
    return day


@lru_cache(maxsize=None)
def holidays(year):
    """The days on which federal offices are closed for a holiday in a year, 5 U.S.C. 6103."""
    kept = set()
    for of in (year, year + 1):
        start = date(of, 1, 1)
        fixed = [start, date(of, 7, 4), date(of, 11, 11), date(of, 12, 25)]
        if of >= 2021:
            fixed.append(date(of, 6, 19))
        kept |= {day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0)) for day in fixed}
        kept |= {start + relativedelta(month=month, day=day, weekday=weekday) for month, day, weekday in (
            (1, 1, MO(3)), (2, 1, MO(3)), (5, 31, MO(-1)), (9, 1, MO(1)), (10, 1, MO(2)), (11, 1, TH(4)))}
    return {day for day in kept if day.year == year}


def is_special(day):
    """The days at which counting goes wrong."""
    return (day.month, day.day) == (2, 29) or (day + ONE_DAY).day == 1 or day in holidays(day.year)
