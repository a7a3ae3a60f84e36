"""Layouts of the complaint form, each with the description beside it by which jurat knows it (.yaml)."""

import bisect
import pathlib
import random

from .. import prose
from ..page import Type
from . import columns, dense, table
from .parts import continuations

LAYOUTS = {one.NAME: one for one in (columns, table, dense)}
DESCRIPTIONS = pathlib.Path(__file__).parent


def complaint(story, dice):
    """The form of a story and as many continuation sheets as it needs, or as the story asks for."""
    layout, face = LAYOUTS[story.layout], Type(story.family)
    seed = dice.getrandbits(32)

    def drawn(paragraphs):
        again = random.Random(seed)
        text = prose.statement(again, story.respondent, paragraphs)
        form, rest = layout.pages(story, text, again, face)
        return form + continuations(story, rest, layout.CONTINUATION, layout.FOOTING, face)

    if not story.pages:
        return drawn(story.length)
    # The fewest paragraphs that reach the last page, and some more where they still fit on it.
    fewest = bisect.bisect_left(range(200), story.pages, key=lambda count: len(drawn(count)))
    fuller = drawn(fewest + 3)
    return fuller if len(fuller) == story.pages else drawn(fewest + 1)
