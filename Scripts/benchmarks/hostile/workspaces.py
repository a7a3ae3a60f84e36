"""Attacks on what jurat keeps: somebody changes it between two nights, or a night is killed."""

import random
import shutil
import time

from . import papers
from .lab import digest, files_below

TEMPORARY = (".tmp.", ".draft.")


def tampering_not_told(lab):
    """Between two nights, an original and a bag are changed, each in two ways."""
    ways = ("bytes appended", "original deleted", "script appended", "file added")
    cases = {way: papers.letter(way) for way in ways}
    for way, data in cases.items():
        lab.packet(f"{way}.pdf", data)
    calm = lab.night()
    lab.wants(calm.status == 0, f"the night before: {calm}")
    ids = {way: lab.case(digest(data))["caseId"] for way, data in cases.items()}
    originals = {way: next((lab.workspace / "originals").glob(f"{digest(data)}.*")) for way, data in cases.items()}
    with open(originals["bytes appended"], "ab") as file:
        file.write(b"more")
    originals["original deleted"].unlink()
    bags = lab.bundles()
    with open(bags[ids["script appended"]] / "data/review.html", "a") as file:
        file.write("<script>alert(1)</script>")
    (bags[ids["file added"]] / "data/extra.pdf").write_bytes(b"%PDF-")
    night = lab.night()
    again = lab.night()
    replaced = [path.name for path in (lab.workspace / "bundles/.replaced").glob("c-*")]
    told = 0
    for way, data in cases.items():
        is_told = night.says(ids[way]) and (ids[way] in night.log or is_noted(night, ids[way]))
        told += is_told
        lab.wants(is_told, f"{way}: no word of it")
        path = originals[way]
        lab.wants(path.is_file() and path.read_bytes() == data, f"{way}: the original is not what it was")
        lab.wants(lab.is_valid(lab.bundles()[ids[way]]), f"{way}: the bundle is not valid")
    for way in ("script appended", "file added"):
        lab.wants(any(name.startswith(ids[way]) for name in replaced), f"{way}: the changed bag is not in .replaced")
    lab.wants(night.status == 65, f"{night} instead of 65")
    lab.wants(again.well, f"the night after: {again}")
    lab.saw(f"{night}, then {again}; told of {told} of {len(ways)}")


def is_noted(night, case):
    """Whether the report has more of a case than that nothing happened."""
    line = night.line(case)
    return bool(line.get("alerts") or line.get("notes") or line.get("problem"))


def cases_that_stay_stuck(lab):
    """What a case needs is broken in seven ways; a second night may not find anything stuck."""
    ways = ("tagmanifest deleted", "bag is a file", "bag is a link", "documents.json corrupt", "overrides.json corrupt",
            "case empty", "twin pages")
    packets = {way: papers.letter(way) for way in ways}
    twin = digest(packets["twin pages"])
    for way, data in packets.items():
        lab.packet(f"{way}.pdf", data)
    first = lab.night(reader=lab.proxy({twin: {"when": "survey", "what": "twin pages"}}))
    lab.wants(first.well, f"the first night: {first}")
    ids = {}
    for way, data in packets.items():
        if way != "twin pages":
            ids[way] = lab.case(digest(data))["caseId"]
    bags, cases = lab.bundles(), lab.workspace / "cases"
    (bags[ids["tagmanifest deleted"]] / "tagmanifest-sha512.txt").unlink()
    shutil.rmtree(bags[ids["bag is a file"]])
    bags[ids["bag is a file"]].write_bytes(b"no bag")
    elsewhere = lab.folder / "elsewhere"
    bags[ids["bag is a link"]].rename(elsewhere)
    bags[ids["bag is a link"]].symlink_to(elsewhere)
    (cases / ids["documents.json corrupt"] / "ingest/documents.json").write_bytes(b"{ not JSON")
    (cases / ids["overrides.json corrupt"] / "overrides.json").write_bytes(b"{ not JSON")
    for path in (cases / ids["case empty"]).iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    second, third = lab.night(), lab.night()
    lab.saw("; then ".join(str(night) for night in (first, second, third)))
    lab.wants(second.well and third.well, "a night ends as if the machine were broken")
    lab.wants("DecodingError" not in second.log + third.log, "a raw DecodingError is in the log")
    whole = lab.bundles()
    for way, case in ids.items():
        is_whole = case in whole and not whole[case].is_symlink() and lab.is_valid(whole[case])
        # Of an empty folder nobody knows any more what the case was; it has to be told of.
        is_told = way == "case empty" and second.says(case)
        lab.wants(is_whole or is_told, f"{way}: no whole bundle")
    lab.wants(second.says("overrides.json"), "nobody says that overrides.json was set aside")
    lab.wants(digest(packets["twin pages"]) in lab.kept(), "twin pages: the packet is lost")
    lab.case(twin)


def half_a_file_system_of_leftovers(lab):
    """kill -9 of the whole group at random moments of a night over four packets, one more for quarantine, and a
    hidden file."""
    undisturbed = lab.fresh("undisturbed")
    wanted = fill(undisturbed)
    calm = undisturbed.night()
    lab.wants(calm.status == 65, f"undisturbed: {calm}")
    dice = random.Random(f"kills/{lab.seed}")
    kills = different = leftovers = untold = lost = 0
    while kills < lab.kills:
        place = lab.fresh(f"from kill {kills + 1}")
        fill(place)
        for _ in range(min(4, lab.kills - kills)):
            process = place.start()
            time.sleep(dice.uniform(0.02, 1.1 * calm.seconds))
            place.kill(process)
            place.said()
            kills += 1
            lost += not wanted <= place.kept()
        for _ in range(3):
            night = place.night()
            if night.status != 75:
                break
        lab.wants(night.well, f"after kill {kills}: {night}")
        lost += not wanted <= place.kept()
        different += place.cases() != undisturbed.cases()
        left = [path.name for path in files_below(place.workspace) if any(mark in path.name for mark in TEMPORARY)]
        leftovers += bool(left)
        lab.wants(not left, f"after kill {kills}: {' '.join(sorted(left))}")
        aside = [path.name for path in (place.workspace / "quarantine").glob("q-*")]
        told = [line["id"] for report in place.reports() for line in report["quarantined"]]
        is_told = len(aside) == 1 and told.count(aside[0]) == 1 and len(told) == len(set(told))
        untold += not is_told
        lab.wants(is_told, f"after kill {kills}: {len(aside)} packets in quarantine; told of: {' '.join(told)}")
        place.done()
    lab.saw(f"{kills} kills; nights with other bundles {different}, leftovers {leftovers}, quarantine not told once "
            f"{untold}, files lost {lost}")
    lab.wants(not different, f"{different} nights have other bundles than the undisturbed one")
    lab.wants(not lost, "files are lost")


def fill(place):
    """Five packets; returns the digests of all their files."""
    files = {f"{at}.pdf": papers.letter(at, pages=2) for at in range(3)}
    for name, data in files.items():
        place.packet(name, data)
    folder = {"a.pdf": papers.letter("folder"), ".hidden.pdf": papers.letter("hidden")}
    place.packet("folder", folder)
    place.packet("letter.docx", b"PK\x03\x04 a word processor's file")
    return {digest(path.read_bytes()) for path in files_below(place.inbox)}


ATTACKS = {
    "tampering not told": tampering_not_told,
    "cases that stay stuck": cases_that_stay_stuck,
    "half a file system of leftovers": half_a_file_system_of_leftovers,
}
