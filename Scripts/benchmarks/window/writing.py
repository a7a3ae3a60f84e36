"""The ways in which people write a day down, and which of them nobody can misunderstand."""

from dataclasses import dataclass
from datetime import timedelta

MONTHS = ("January February March April May June July August September October November "
          "December").split()
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
             "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()


@dataclass(frozen=True)
class Written:
    text: str
    # One day and no other, whoever reads it.
    is_plain: bool = True


def month(day):
    return MONTHS[day.month - 1]


def ordinal(number):
    suffix = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def named(day):
    return f"{month(day)} {day.day}, {day.year}"


def wheels(day):
    """As a date stamp shows it."""
    return f"{month(day)[:3].upper()} {day.day:02} {day.year}"


def exact(day, dice):
    """A single day, written out or in figures."""
    return dice.choices((_in_words, _in_figures), (6, 4))[0](day, dice)


def _in_words(day, dice):
    short = month(day)[:3]
    return Written(dice.choice((
        named(day), named(day), f"{month(day)} {ordinal(day.day)}, {day.year}",
        f"{short}. {day.day}, {day.year}", f"{day.day} {month(day)} {day.year}",
        f"{ordinal(day.day)} day of {month(day)}, {day.year}", f"{day.day:02}{short.upper()}{day.year}",
        f"{day.day:02} {short.upper()} {day.year}",
        f"{day.day}-{short}-{day.year}", named(day).upper(), day.isoformat(),
        f"{day.strftime('%A')}, {named(day)}", f"{named(day)} at 3:15 pm")))


def _in_figures(day, dice):
    is_foreign = dice.random() < 0.15
    first, second = (day.day, day.month) if is_foreign else (day.month, day.day)
    mark = dice.choice("////-.")
    has_zeros = dice.random() < 0.6
    has_century = dice.random() < 0.65
    year = day.year if has_century else f"{day.year % 100:02}"
    width = 2 if has_zeros else 1
    text = mark.join((f"{first:0{width}}", f"{second:0{width}}", str(year)))
    return Written(text, has_century and (day.day > 12 or day.day == day.month))


def vague(day, dice):
    """A stretch in which the day lies."""
    around = day + timedelta(days=dice.randint(-2, 2))
    monday = day - timedelta(days=day.weekday())
    third = "early" if day.day <= 10 else "mid" if day.day <= 20 else "late"
    return Written(dice.choice((
        f"{month(day)} {day.year}", f"{day.month:02}/{day.year}", f"{month(day)[:3]}. {day.year}",
        f"{third} {month(day)} {day.year}", f"{third}-{month(day)} {day.year}",
        f"on or about {named(around)}", f"about {around.month}/{around.day}/{around.year}",
        f"around {named(around)}", f"week of {named(monday)}", f"sometime in {month(day)} {day.year}")), False)


def stretch(first, last, dice):
    """From one day to another, in one blank."""
    forms = [f"{first:%m/%d/%Y} - {last:%m/%d/%Y}", f"{first:%m/%d/%Y} to {last:%m/%d/%Y}",
             f"{month(first)[:3]} {first.day} to {month(last)[:3]} {last.day}, {last.year}",
             f"{first.isoformat()} to {last.isoformat()}"]
    if first.year != last.year:
        forms.pop(2)
    elif first.month == last.month:
        forms += [f"{month(first)} {first.day}-{last.day}, {first.year}",
                  f"between {month(first)} {first.day} and {last.day}, {first.year}"]
    return Written(dice.choice(forms), False)


def going_on(dice):
    return Written(dice.choice((
        "ongoing", "Ongoing", "present", "to present", "continuing", "still ongoing", "to the present day",
        "current", "and continuing")), False)


def act(day, dice):
    """Day, month and year for the blanks of a notary block, and whether they are plain."""
    number = dice.choices((ordinal(day.day), str(day.day), f"{day.day:02}"), (6, 2, 1))[0]
    if day.day <= 20 and dice.random() < 0.15:
        number = _ORDINALS[day.day - 1]
    name = dice.choices((month(day), month(day)[:3] + ".", month(day).upper(), str(day.month)), (7, 1, 1, 1))[0]
    year = dice.choices((str(day.year), f"{day.year % 100:02}", f"'{day.year % 100:02}"), (8, 1, 1))[0]
    return (number, name, year), not name.isdigit() and len(year) == 4
