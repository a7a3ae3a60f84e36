"""Answers that no honest reader gives.

Each takes the true answer and its attachments and returns the parts of a frame; see proxy.write_frame.
"""

import copy
import json

MOST_NEGATIVE = -(2**63)
PASSWD = "/etc/passwd"
WORD = {"text": "aa", "box": [10, 10, 5, 5], "confidence": 1, "source": "pdf"}
FIELD = {"name": "f", "kind": "text", "value": "June 3, 2024", "box": [10, 10, 100, 20]}
MARK = {"box": [100, 100, 100, 100], "inkArea": 2000, "strokeWidth": 1, "pieceCount": 9, "largestPieceWidth": 90,
        "largestPieceHeight": 90, "eulerNumber": 1, "saturation": 0.5, "darkness": 0.9}


def of_the_reading(change):
    """A lie about what is on the page."""

    def lie(answer, attachments):
        answer["read"]["state"] = "read"
        change(answer["read"]["_2"])
        return [encoded(answer), *attachments]

    return lie


def of_the_survey(change):
    """A lie about the document."""

    def lie(answer, attachments):
        change(answer["survey"]["_0"]["pages"])
        return [encoded(answer), *attachments]

    return lie


def encoded(answer):
    # NaN and Infinity come out as such: they are no JSON.
    return json.dumps(answer).encode()


def euler(reading):
    reading["marks"] = [{**MARK, "eulerNumber": MOST_NEGATIVE}]


def confidence(reading):
    line = {"box": [72, 64, 140, 9], "words": [{**WORD, "text": "Signed", "source": "ocr", "confidence": 1e308},
                                               {**WORD, "text": "June", "source": "ocr", "confidence": 1e308}]}
    reading["lines"] = [line]


def wide_field(reading):
    reading["fields"] = [{**FIELD, "box": [10, 10, -9.2e18, 20]}]


def tall_field(reading):
    reading["fields"] = [{**FIELD, "box": [10, 10, 100, -1e300]}]


def huge_boxes(reading):
    reading["rules"] = [{"direction": "horizontal", "box": [0, 700, 1e18, 1e18]}]
    reading["marks"] = [{**MARK, "box": [-1e18, -1e18, 2e18, 2e18], "inkArea": 1e300}]
    reading["lines"] = [{"box": [0, 0, 1e300, 1e300], "words": [{**WORD, "box": [0, 0, 1e300, 1e300]}]}]


def negative_page(reading):
    reading["width"], reading["height"] = -612, -792


def enormous_page(reading):
    reading["width"], reading["height"], reading["rotation"] = 1e19, 1e19, MOST_NEGATIVE


def not_a_number(reading):
    reading["inkCoverage"] = float("nan")


def number_as_text(reading):
    reading["width"] = "NaN"


def beyond_double(reading):
    reading["height"] = 10**400


def nothing_read(answer, attachments):
    """A page that was read, without what was read."""
    answer["read"] = {"state": "read"}
    return [encoded(answer), *attachments]


def other_answer(answer, attachments):
    return [encoded({"crops": {}}), *attachments]


def nonsense(answer, attachments):
    return [b"\xff\xfe no JSON at all \x00", *attachments]


def deep(answer, attachments):
    """JSON so deep that a decoder that calls itself runs out of stack."""
    return [[(b"[", 500_000), (b"]", 500_000)]]


def bloated(answer, attachments):
    return [[(b'{"refused":{"reason":"', 1), (b"x" * (1 << 20), 300), (b'"}}', 1)]]


def many_words(count):
    def lie(answer, attachments):
        """Words in rows of two hundred, without number."""
        reading = copy.copy(answer["read"]["_2"])
        reading["lines"] = "LINES"
        answer["read"] = {"state": "read", "_2": reading}
        before, after = encoded(answer).split(b'"LINES"')
        row = encoded({"box": [10, 10, 500, 5], "words": [WORD] * 200})
        return [[(before + b"[", 1), (row + b",", count // 200 - 1), (row + b"]" + after, 1)], *attachments]

    return lie


def twin_pages(pages):
    pages.append(dict(pages[0]))


def page_minus_one(pages):
    pages[0]["number"] = -1


def far_page(pages):
    pages[0]["number"] = 2**62


def negative_paper(pages):
    pages[0].update(width=-612, height=-792)


def no_scale(pages):
    pages[0].update(scale=0, imageCoverage=-1e300)


def huge_scale(pages):
    pages[0].update(scale=1e300, rotation=MOST_NEGATIVE)


def ten_million_pages(answer, attachments):
    page = dict(number=1, width=9, height=9, scale=1, rotation=0, hasTextLayer=False, imageCoverage=1, fields=[])
    row = json.dumps(page, separators=(",", ":")).encode()
    survey = dict(state="opened", digitalSignatures=[], attachmentCount=0, isDynamicForm=False, pages=[])
    start = encoded({"survey": {"_0": survey}}).removesuffix(b"]}}}")
    return [[(start, 1), ((row + b",") * 1000, 9_999), ((row + b",") * 999 + row + b"]}}}", 1)]]


def smuggle(answer, attachments):
    """A file of the machine in the place of every picture or copy."""
    with open(PASSWD, "rb") as file:
        content = file.read()
    return [encoded(answer), *([content] * max(1, len(attachments)))]


def other_pictures(answer, attachments):
    """As many attachments as a frame holds, where one or two were asked for."""
    return [encoded(answer), *([b"x"] * 4000)]


LIES = {
    "euler": of_the_reading(euler),
    "confidence": of_the_reading(confidence),
    "wide field": of_the_reading(wide_field),
    "tall field": of_the_reading(tall_field),
    "huge boxes": of_the_reading(huge_boxes),
    "negative page": of_the_reading(negative_page),
    "enormous page": of_the_reading(enormous_page),
    "not a number": of_the_reading(not_a_number),
    "number as text": of_the_reading(number_as_text),
    "beyond double": of_the_reading(beyond_double),
    "nothing read": nothing_read,
    "other answer": other_answer,
    "nonsense": nonsense,
    "deep": deep,
    "bloated": bloated,
    "5,000 words": many_words(5_000),
    "60,000 words": many_words(60_000),
    "3 million words": many_words(3_000_000),
    "10 million words": many_words(10_000_000),
    "twin pages": of_the_survey(twin_pages),
    "page -1": of_the_survey(page_minus_one),
    "far page": of_the_survey(far_page),
    "negative paper": of_the_survey(negative_paper),
    "no scale": of_the_survey(no_scale),
    "huge scale": of_the_survey(huge_scale),
    "10 million pages": ten_million_pages,
    "smuggle": smuggle,
    "other pictures": other_pictures,
}
