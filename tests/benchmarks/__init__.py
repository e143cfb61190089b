"""Benchmarks: CPU of the program against a baseline of the same run; by hand, never as tests.

    python -m tests.benchmarks all                 every subject, about a quarter of an hour
    python -m tests.benchmarks all --quick         fewer rounds: four minutes
    python -m tests.benchmarks cold tab            some subjects
    python -m tests.benchmarks all --keep          into results.json, which the README shows
    python -m tests.benchmarks growth              to 100,000 people and 1,000,000 conversations
    python -m tests.benchmarks peers               beside khard, jrnl, todoman, Taskwarrior, abook

Each subject is a module with ``measure(effort, journals)``, which yields ``Series`` of figures;
what a figure is to be stands in ``targets.py``. To measure another command, add a row to ``cold``;
another act of the app, to ``paint``.
"""
