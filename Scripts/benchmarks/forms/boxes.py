"""Boxes of a page: x, y, width and height in points, from the top left of the page as it is read."""


def upright(rectangle, crop, turn):
    """A rectangle of the file (two corners, origin bottom left) on the page as it is shown."""
    left, right = sorted((rectangle[0], rectangle[2]))
    low, high = sorted((rectangle[1], rectangle[3]))
    x, y, width, height = left - crop[0], crop[3] - high, right - left, high - low
    across, down = crop[2] - crop[0], crop[3] - crop[1]
    return {
        0: [x, y, width, height],
        90: [down - y - height, x, height, width],
        180: [across - x - width, down - y - height, width, height],
        270: [y, across - x - width, height, width],
    }[turn % 360]


def common(one, other):
    """The area that two boxes share."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0, width) * max(0, height)


def share(one, other):
    """What two boxes share, of the smaller one."""
    smaller = min(one[2] * one[3], other[2] * other[3])
    return common(one, other) / smaller if smaller > 0 else 0


def pixels(box, dpi, size):
    """The edges of a box in whole pixels of a picture of that size."""
    scale = dpi / 72
    left, top = max(0, round(box[0] * scale)), max(0, round(box[1] * scale))
    right, bottom = round((box[0] + box[2]) * scale), round((box[1] + box[3]) * scale)
    return left, top, min(size[0], max(right, left + 1)), min(size[1], max(bottom, top + 1))
