"""Benchmarks: ratios against a baseline of the same run; run by hand, never with the tests.

``python -m tests.benchmarks`` prints them all, ``python -m tests.benchmarks cold`` one of them.
"""
