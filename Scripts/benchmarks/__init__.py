"""Benchmarks of jurat. Started by Scripts/benchmark; need Python 3.11, and only window needs more."""
