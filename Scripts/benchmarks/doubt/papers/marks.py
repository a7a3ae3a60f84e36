"""What many papers have: lines of print, an illegible signature, a sticker, a day of no account."""

from datetime import timedelta

from samples.ink import signature
from samples.sheet import BLACK, BLUE

from ..page import LEFT, RIGHT


def other_day(story, dice, earliest=-400, latest=-5):
    """A day of no account, before the first act."""
    return story.first + timedelta(days=dice.randint(earliest, latest))


def lines_of(page, y, font, size, *lines):
    for line in lines:
        page.sheet.text(LEFT, y, line, font, size)
        y += size * 1.4
    return y


def scrawl(page, dice, x, y):
    page.sheet.ink(
        x, y, signature(dice, dice.uniform(110, 170), dice.uniform(26, 34)), dice.choice((BLACK, BLUE))
    )


def tag(page, dice):
    """An exhibit's sticker, on some."""
    if dice.random() < 0.5:
        text = f"EXHIBIT {dice.choice('ABCD')}"
        page.sheet.rect(RIGHT - 84, 720, 84, 22, 1)
        page.sheet.text(RIGHT - 42, 735, text, "sans-bold", 10, align="center")
