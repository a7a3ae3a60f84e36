"""What happens to packets between a desk and a file."""

from . import glass, ink, order, papers, words
from .registry import ACCIDENTS, befall

# Reading these fills the list.
KINDS = (order, ink, words, papers, glass)

__all__ = ["ACCIDENTS", "befall"]
