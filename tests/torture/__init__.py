"""Torture: processes killed at every call, power cut at every write, many writers at once.

Run by name, never with the other tests, which hold a small sample (``tests/test_crashes.py``):
``python -m tests.torture kills 1000``, or all of them without a name.
"""
