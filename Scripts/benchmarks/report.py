"""What a benchmark prints: figures with their targets, as an aligned table or as JSON."""

import dataclasses
import json
import os
import sys


class Failure(Exception):
    """The benchmark cannot be run; says what to do."""


def say(text):
    """Progress, on standard error, so that standard output is the report alone."""
    print(text, file=sys.stderr, flush=True)


def progress(text):
    """Progress that only somebody who waits for it wants to see."""
    if sys.stderr.isatty():
        say(text)


@dataclasses.dataclass
class Figure:
    name: str
    value: object
    unit: str = ""
    # The bound that is asked for, and on which side of it the value has to be.
    at_most: float | None = None
    at_least: float | None = None
    # What the value was worked out from, in words.
    basis: str = ""

    @property
    def target(self):
        if self.at_most is not None:
            return f"<= {self.at_most:g}"
        return f">= {self.at_least:g}" if self.at_least is not None else ""

    @property
    def verdict(self):
        if not self.target or self.value is None:
            return ""
        met = self.value <= self.at_most if self.at_most is not None else self.value >= self.at_least
        return "met" if met else "NOT met"


def cores():
    return len(os.sched_getaffinity(0))


def load():
    return round(os.getloadavg()[0], 2)


class Report:
    def __init__(self, benchmark):
        self.benchmark = benchmark
        self.figures = []
        self.notes = [f"{cores()} cores; load average {load()} when it began"]

    def add(self, name, value, unit="", basis="", **bounds):
        self.figures.append(Figure(name, value, unit, basis=basis, **bounds))

    def note(self, text):
        self.notes.append(text)

    def _close(self):
        ended = f"load average {load()} when it ended"
        return self.notes + [ended + ("" if load() < 1.5 * cores() else "; the machine was busy, so figures of time are rough")]

    def json(self):
        figures = [
            {"name": f.name, "value": f.value, "unit": f.unit, "target": f.target or None,
             "met": {"met": True, "NOT met": False}.get(f.verdict), "basis": f.basis or None}
            for f in self.figures]
        return json.dumps({"benchmark": self.benchmark, "figures": figures, "notes": self._close()}, indent=2)

    def text(self):
        rows = [("", "value", "unit", "target", "", "")] + [
            (f.name, shown(f.value), f.unit, f.target, f.verdict, f.basis) for f in self.figures]
        return "\n".join([f"benchmark {self.benchmark}", "", aligned(rows), "", *self._close()])


def shown(value):
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
    return str(value)


def aligned(rows):
    """Columns as wide as their widest cell; the second one, the values, flush right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) if column == 1 else cell.ljust(width)
                  for column, (cell, width) in enumerate(zip(row, widths))).rstrip()
        for row in rows)
