"""The pipeline folders of the benchmark: the repository's own, its open questions answered, one a layout."""

from datetime import date
import shutil

import yaml

from . import layouts

# From which event to which the period runs; the packets are in time by all of them, or by none.
PERIODS = {
    "columns": (["first-act"], ["received"]),
    "table": (["learned"], ["received"]),
    "dense": (["last-act"], ["signed", "received"]),
}


def answered(pipeline, layout, folder):
    """A copy of a pipeline folder for one layout of the form; a body has one at a time."""
    shutil.copytree(pipeline, folder)
    (folder / "forms" / "ccm-complaint.yaml").unlink()
    shutil.copy(layouts.DESCRIPTIONS / f"{layout}.yaml", folder / "forms")
    # The edition of 2023 governs, so that no other one has to agree.
    (folder / "rules" / "ccm-2015.yaml").unlink()
    _edit(folder / "rules" / "ccm-2023.yaml", lambda rules: _answer(rules, layout))
    _edit(folder / "pipeline.yaml", lambda settings: settings["dates"].update(order="month-first"))
    return folder


def _edit(path, change):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _answer(rules, layout):
    rules["effective"] = {"status": "adopted", "from": date(2010, 1, 1), "until": None}
    rules["pages"].update(unit="sides", certificate="counts")
    starts, ends = PERIODS[layout]
    rules["filingPeriod"].update(starts=starts, ends=ends, counting=["anniversary"], rollover=["none"])
    rules["notarialActs"] = {act: "accept" for act in rules["notarialActs"]}
    # An unsworn declaration stays for a person, so that it does not stand in for a notary.
    rules["policies"] = {
        name: "ask" if name in ("withoutForm", "unswornDeclaration") else "accept" for name in rules["policies"]
    }
