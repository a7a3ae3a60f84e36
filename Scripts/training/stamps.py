"""The fit itself: a logistic regression with a ridge, by Newton's method.

A feature counts by its size and by the steps it passes: a stamp is larger than a word and smaller than a
picture, and no straight line says that.
"""

import datetime
import pathlib

import numpy

from benchmarks import scoring
from . import pages as source

TARGET = source.ROOT / "Sources" / "Attestations" / "StampModel+Weights.swift"
# Stamps are few among the candidates; each counts as so many.
WEIGHT = 2
RIDGE = 5.0
FOLDS = 10
# The least probabilities for which precision and recall are printed.
LEAST = (0.2, 0.3, 0.4, 0.5, 0.6)


def fit(pages, folders, write):
    names = sorted({name for candidates, _, _ in pages for _, features in candidates for name in features})
    rows, stamps, signatures, page_of, boxes = [], [], [], [], []
    for number, (candidates, labelled, signed) in enumerate(pages):
        for box, features in candidates:
            rows.append([features.get(name, 0.0) for name in names])
            stamps.append(any(scoring.overlap(box, stamp) >= scoring.LEAST_OVERLAP for stamp in labelled or []))
            signatures.append(any(covers(box, signature) for signature in signed))
            page_of.append(number)
            boxes.append(box)
    rows, page_of = numpy.array(rows), numpy.array(page_of)
    stamps, signatures = numpy.array(stamps), numpy.array(signatures)
    known = numpy.array([pages[number][1] is not None for number in page_of])
    # What somebody signed is told from a stamp apart: there it is the other way round.
    task = known & ~signatures
    print(f"stamps: {task.sum()} candidates on {len(set(page_of[task]))} pages, {stamps[task].sum()} of them stamps")
    held_out, apart = held_out_and_whole(rows, stamps, page_of, task, WEIGHT)
    table(held_out, pages, page_of, boxes, task, "pages that were not fitted on")
    table(apart.probability(rows), pages, page_of, boxes, task, "pages that were fitted on")

    # Signatures are found as marks of their own; blocks of words and frames are none.
    inked = rows[:, names.index("block")] + rows[:, names.index("frame")] == 0
    contest = inked & (stamps | signatures)
    truth = stamps & ~signatures
    print(f"stamps against signatures: {truth[contest].sum()} against {(~truth)[contest].sum()}")
    held_out, against = held_out_and_whole(rows, truth, page_of, contest, 1)
    said = held_out[contest] >= 0.5
    print(f"  of those not fitted on, right: stamps {(said & truth[contest]).sum()},"
          f" signatures {(~said & ~truth[contest]).sum()}")
    if write:
        TARGET.write_text(swift(names, folders, len(pages), {
            "apartFromPrint": (apart, f"{stamps[task].sum()} stamps among {task.sum()} candidates; each stamp counts {WEIGHT} times"),
            "againstSignatures": (against, f"{truth[contest].sum()} stamps and {(~truth)[contest].sum()} signatures"),
        }))
        print(f"written: {TARGET}")


def held_out_and_whole(rows, truth, page_of, task, weight):
    """Probabilities by models that did not see the page, and the model of all pages."""
    probability = numpy.zeros(len(rows))
    for fold in range(FOLDS):
        # Seven is prime to the number of folds: neighbours, often of one document, part evenly.
        left_out = page_of * 7 % FOLDS == fold
        model = Model(rows[task & ~left_out], truth[task & ~left_out], weight)
        probability[left_out] = model.probability(rows[left_out])
    return probability, Model(rows[task], truth[task], weight)


def covers(box, other):
    common = max(0, min(box[2], other[2]) - max(box[0], other[0])) * max(
        0, min(box[3], other[3]) - max(box[1], other[1]))
    return common > 0.3 * min(scoring.area(box), scoring.area(other))


def table(probability, pages, page_of, boxes, task, title):
    print(f"on {title}: least probability, precision, recall")
    for least in LEAST:
        labelled = said = right = 0
        for number, (_, stamps, _) in enumerate(pages):
            if stamps is None:
                continue
            kept = []
            for index in sorted(numpy.flatnonzero(task & (page_of == number)), key=lambda i: -probability[i]):
                if probability[index] >= least and not any(nested(boxes[index], other) for other in kept):
                    kept.append(boxes[index])
            labelled += len(stamps)
            said += len(kept)
            right += len(scoring.matched(stamps, kept)[0])
        print(f"  {least:.1f}  {right / max(1, said):.3f}  {right / max(1, labelled):.3f}"
              f"  ({right} of {said} said, {labelled} labelled)")


def nested(one, other):
    common = max(0, min(one[2], other[2]) - max(one[0], other[0])) * max(
        0, min(one[3], other[3]) - max(one[1], other[1]))
    return common > 0.5 * min(scoring.area(one), scoring.area(other))


class Model:
    def __init__(self, rows, truth, weight):
        self.steps = [steps_of(column) for column in rows.T]
        plain = self.design(rows)
        mean, scale = plain.mean(axis=0), plain.std(axis=0)
        scale[scale == 0] = 1
        design = numpy.hstack([(plain - mean) / scale, numpy.ones((len(rows), 1))])
        ridge = numpy.diag([RIDGE] * plain.shape[1] + [0.0])
        importance = numpy.where(truth, weight, 1)
        weights = numpy.zeros(design.shape[1])
        for _ in range(30):
            probability = 1 / (1 + numpy.exp(-design @ weights))
            slope = design.T @ (importance * (truth - probability)) - ridge @ weights
            curvature = (design * (importance * probability * (1 - probability))[:, None]).T @ design + ridge
            weights = weights + numpy.linalg.solve(curvature, slope)
        # On the features as they are, not as they were scaled for the fit.
        self.weights = weights[:-1] / scale
        self.intercept = weights[-1] - (mean * self.weights).sum()

    def design(self, rows):
        passed = [rows[:, index] > step for index, steps in enumerate(self.steps) for step in steps]
        return numpy.column_stack([rows, *passed]) if passed else rows

    def probability(self, rows):
        return 1 / (1 + numpy.exp(-(self.design(rows) @ self.weights + self.intercept)))


def steps_of(column):
    """Where a quarter, a half and three quarters of the values lie; none of a feature that is only there or not."""
    if len(set(column)) <= 2:
        return []
    return sorted({round(float(value), 4) for value in numpy.quantile(column, (0.25, 0.5, 0.75))} - {float(column.max())})


def swift(names, folders, count, models):
    sets = ", ".join(sorted(pathlib.Path(folder).name for folder in folders))
    text = f"""// Written by `./Scripts/train stamps --write` on {datetime.date.today().isoformat()}; not to be edited.
//
// Fitted to {count} pages of the sets
// {sets}.
// Ridge {RIDGE:g} on features and steps of equal spread; the weights are for the features as they are.

extension StampModel {{
"""
    for name, (model, basis) in models.items():
        passed = iter(model.weights[len(names):])
        effects = "\n".join(effect(*row, passed) for row in zip(names, model.weights, model.steps))
        text += f"""  /// Fitted to {basis}.
  static let {name} = StampModel(
    intercept: {model.intercept:.4f},
    effects: [
{effects}
    ])

"""
    return text.rstrip() + "\n}\n"


def effect(feature, weight, steps, passed):
    if not steps:
        return f"      .{feature}: Effect({weight:.4f}),"
    lines = [f"      .{feature}: Effect(\n        {weight:.4f}"]
    lines += [f"        Step(above: {step:.4f}, adds: {next(passed):.4f})" for step in steps]
    return ",\n".join(lines) + "),"
