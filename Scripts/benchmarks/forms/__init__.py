"""Blank forms that jurat learns, and copies of them that are filled in, scanned and checked.

The truth of learning is what the makers of the forms put into them: their fields. The truth of a filled-in copy is
the layer in which it was filled in. Worst is a filled place that is called blank: every one is listed. The same seed
makes the same copies.
"""

import json
import pathlib
import random
import shutil
import tempfile

from samples.sheet import DPI

from ..jurat import Jurat
from ..report import Failure, Report, progress
from . import changes, learning, shapes, states
from .blanks import Field, forms
from .filling import copy
from .glass import pdf, scanned
from .roles import role, words

# So many other forms are given as each form.
OTHERS = 2


def measure(jurat, options, samples):
    if not options.folders:
        raise Failure("name at least one folder with blank forms as PDFs")
    if options.forms != "all" and not options.forms.isdigit():
        raise Failure(f"--forms {options.forms}: a number, or all")
    count = None if options.forms == "all" else int(options.forms)
    report = Report("forms")
    run = Run(jurat, options)
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        chosen = forms(options.folders, count)
        for number, form in enumerate(chosen, 1):
            progress(f"{number} of {len(chosen)}: {form}")
            folder = pathlib.Path(scratch) / form.slug
            folder.mkdir()
            run.form(form, folder)
        if "changes" in options.parts:
            run.others()
    report.add("forms", len(chosen))
    report.add("pages of them", sum(form.pages for form in chosen))
    run.report(report)
    report.note(f"seed {options.seed}")
    return report


class Ready:
    """A form that was learnt, with what its copies are made of."""

    def __init__(self, form, learnt, printed, file):
        self.form, self.learnt, self.printed, self.file = form, learnt, printed, file


class Run:
    def __init__(self, jurat, options):
        self.jurat, self.options = jurat, options
        self.learning = {shape: learning.Tally(shape) for shape in options.shapes}
        self.states, self.changes = states.Tally(), changes.Tally()
        self.ready, self.left_out, self.truths = [], [], []

    def form(self, form, scratch):
        keep = self.options.keep / form.slug if self.options.keep else None
        made = learning.blanks(form, scratch)
        printed = words(made["flat"])
        roles = {field: role(field, printed[field.page - 1]) for field in form.fields}
        learnt = {}
        for shape in self.options.shapes if "learning" in self.options.parts and form.fields else ():
            learnt[shape], seconds = learning.learn(self._jurat(scratch / shape), form, shape, made[shape], keep)
            self.learning[shape].add(form, roles, learnt[shape], seconds, printed)
        if not {"states", "changes"} & set(self.options.parts):
            return
        shape = self.options.states_from if form.fields else "flat"
        source = None
        if form.fields:
            source = scratch / "empty.pdf"
            shapes.emptied(form, source)
        if shape == "acroform" and form.has_values:
            # Copies of it are filled in from the start.
            learnt.pop(shape, None)
            made[shape] = source
        if shape not in learnt:
            learnt[shape], _ = learning.learn(
                self._jurat(scratch / f"states-{shape}"), form, shape, made[shape], keep)
        self._copies(form, learnt[shape], made, shape, source, roles, printed, scratch, keep)

    def _copies(self, form, learnt, made, shape, source, roles, printed, scratch, keep):
        if learnt and not form.fields:
            form.fields = [Field(one["page"], tuple(one["box"]), one["kind"], is_multiline=one["kind"] == "text")
                           for one in learnt.places]
            roles = {field: field.kind for field in form.fields if field.kind in ("signature", "date")}
        if not learnt or not form.fields:
            self.left_out.append(form)
            return
        # On paper, a form with fields is as it is printed with nothing in them: some have their check boxes there only.
        paper = source if shape == "acroform" else made["flat"]
        papers = shapes.pictures(paper, DPI, states.MOST_PAGES)
        if "states" in self.options.parts:
            for one, scan, answers, written in states.copies(
                    form, learnt, papers, roles, source, scratch, self.options, keep):
                truths = self.states.add(form, learnt, one, scan, answers, written)
                if keep:
                    self.truths += truths
        if "changes" in self.options.parts:
            self.changes.retyped(form, learnt, papers, roles, made["flat"], scratch, self.options, keep)
            dice = random.Random(f"forms/{self.options.seed}/{form.file.name}/other")
            fields = [one for one in form.fields if one.page <= len(papers)]
            one = copy("typed", papers, fields, roles, None, scratch, dice)
            scans, scanner = scanned(one.pages, "clean", dice)
            target = scratch / "other.pdf"
            target.write_bytes(pdf(scans, scanner))
            self.ready.append(Ready(form, learnt, printed, target))

    def others(self):
        """Each form is given the copies of the next ones."""
        for at, ready in enumerate(self.ready):
            for step in range(1, min(OTHERS, len(self.ready) - 1) + 1):
                other = self.ready[(at + step) % len(self.ready)]
                self.changes.other(ready.learnt, ready.form, ready.printed, other.form,
                                   other.printed[: states.MOST_PAGES], other.file)

    def _jurat(self, folder):
        """jurat with a pipeline that has no other forms than the repository's and the learnt one."""
        shutil.copytree(self.jurat.pipeline, folder / "Pipeline")
        return Jurat(self.jurat.program, folder / "Pipeline")

    def report(self, report):
        for tally in self.learning.values():
            tally.report(report)
        self.states.report(report)
        self.changes.report(report)
        for form in self.left_out:
            report.note(f"{form}: nothing was learnt, so no copies of it were made")
        if self.options.keep:
            self.options.keep.mkdir(parents=True, exist_ok=True)
            missed = [one for tally in self.learning.values() for one in tally.missed]
            for name, rows in (("missed-fields", missed), ("places", self.truths), ("wrong", self.states.wrong),
                               ("changes", self.changes.missed + self.changes.taken)):
                (self.options.keep / f"{name}.json").write_text(
                    "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")
            report.note(f"copies, answers and what is true of them are in {self.options.keep}")
