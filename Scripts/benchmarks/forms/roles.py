"""Which fields are surely for a signature or a date: all that speak of it have to say the same.

A field has a name and a tooltip, and there are the words printed by it. Where they do not agree, or only one of
them speaks where the others say something else, the field is left out.
"""

import html
import re
import subprocess

# A word beside a field: at most so far from it, and so far from the next word of the same phrase. In points.
NEAR, GAP, BELOW, ABOVE = 10, 7, 12, 10
# A phrase of more words is no label.
MOST_WORDS = 6
SAYS_NOTHING = re.compile(
    r"(text|field|fill|undefined|untitled|check|box|row|page|form|subform|topmost|line|group|button|radio|\w{1,2})")
PLAIN = {
    "date": re.compile(r"(date|dated|date signed|date of signature)"),
    "signature": re.compile(r"(signature|sign here|signature of [a-z' ]{1,40}|[a-z']+ signature|signature here)"),
}


def words(file):
    """The printed words of each page: (x, y, width, height), word."""
    answer = subprocess.run(
        ["pdftotext", "-cropbox", "-bbox", str(file), "-"], check=True, capture_output=True, stdin=subprocess.DEVNULL)
    pages = []
    for line in answer.stdout.decode("utf-8", "replace").splitlines():
        if "<page " in line:
            pages.append([])
        found = re.search(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', line)
        if found:
            left, top, right, bottom = (float(one) for one in found.groups()[:4])
            pages[-1].append(((left, top, right - left, bottom - top), html.unescape(found[5])))
    return pages


def plain(text):
    """Small letters and spaces, names of fields taken apart."""
    text = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    return re.sub(r"[^a-z']+", " ", text.lower()).strip()


def opinion(text):
    """signature, date, other, unclear, or None of what says nothing at all."""
    text = plain(text)
    if text in ("mm", "dd", "yy", "yyyy", "day", "month", "year"):
        # One of several fields for the parts of a date.
        return "unclear"
    if all(SAYS_NOTHING.fullmatch(word) for word in text.split()):
        return None
    date = re.search(r"\b(date|dated)\b", text)
    signature = re.search(r"\b(signature|sign here|sig)\b", text)
    if signature and re.search(r"\b(print|printed|type|typed|name)\b", text):
        return "unclear"
    if date and re.search(r"\b(day|month|year|hearing|by|to|from|before|after)\b", text):
        return "unclear"
    if date and signature:
        together = re.search(r"\bdate (of )?(the )?(signature|sig)\b|\b(signature|sig) date\b", text)
        return "date" if together else "unclear"
    return "date" if date else "signature" if signature else "other"


def phrases(box, page):
    """What is printed right before a field, right below and right above it."""
    x, y, width, height = box
    row = sorted(
        (one for one in page
         if y - 2 <= one[0][1] + one[0][3] / 2 <= y + height + 2 and one[0][0] + one[0][2] <= x + 3),
        key=lambda one: -one[0][0])
    before, edge, reach = [], x, NEAR
    for place, word in row:
        if edge - place[0] - place[2] > reach or len(before) > MOST_WORDS or re.search(r"_{2,}", word):
            break
        before.insert(0, word)
        edge, reach = place[0], GAP
    yield " ".join(before)
    over = [one for one in page if one[0][0] < x + width and one[0][0] + one[0][2] > x]
    yield " ".join(word for place, word in over if y + height - 3 <= place[1] <= y + height + BELOW)
    yield " ".join(word for place, word in over if y - ABOVE <= place[1] + place[3] <= y + 3)


def role(field, page):
    """signature, date, or None where that is not sure. `page` has the printed words of the field's page."""
    if field.kind == "check-box":
        return None
    before, below, above = phrases(field.box, page)
    # What is above is about the field above, where other words are closer.
    printed = [before, below] + ([above] if opinion(before) is None and opinion(below) is None else [])
    printed = [one for one in printed if len(one.split()) <= MOST_WORDS]
    said = [opinion(field.name), opinion(field.tooltip)]
    beside = {opinion(one) for one in printed} & {"signature", "date", "unclear"}
    spoken = ({*said} | beside | ({"signature"} if field.kind == "signature" else set())) - {None}
    if len(spoken) != 1 or spoken & {"other", "unclear"}:
        return None
    (one,) = spoken
    if field.kind == "signature" or one in said and beside:
        return one
    # Nothing but the printed words speaks: a whole label, and not a word in passing.
    is_label = any(PLAIN[one].fullmatch(plain(phrase)) for phrase in printed)
    return one if beside and is_label else None


def speaks_of(field, page, kind):
    """Whether anything about a field speaks of a signature, or a date, at all."""
    said = " ".join([field.name, field.tooltip, *phrases(field.box, page)])
    return field.kind == kind or re.search({"signature": "sig", "date": "dat|day"}[kind], said.lower()) is not None
