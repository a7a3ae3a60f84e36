"""Benchmarks of jurat. Started by Scripts/benchmark; needs Python 3.11 and nothing else."""
