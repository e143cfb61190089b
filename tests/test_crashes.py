"""A small sample of ``tests/torture``: whatever was acknowledged is there, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.torture.care import kill_care
from tests.torture.controls import SYNCS
from tests.torture.kills import kill_at_each_call, kill_at_random
from tests.torture.nonsense import run_on_nonsense
from tests.torture.power import cut_power
from tests.torture.syscalls import STRACE, kill_at_each_syscall
from tests.torture.writers import kill_holders, write_at_once

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def test_a_process_killed_at_some_moment_loses_nothing(tmp_path: Path) -> None:
    counted = kill_at_random(12, folder=str(tmp_path))
    assert counted["kills"] == 12
    assert counted["acknowledged"]


def test_an_act_killed_at_any_of_its_calls_is_whole_or_not_at_all(tmp_path: Path) -> None:
    counted = kill_at_each_call(every=17, folder=str(tmp_path))
    assert counted["kills"] > 30
    assert counted["in the midst of a write"]


def test_a_repair_a_restore_and_a_forgetting_can_be_killed_and_done_again(tmp_path: Path) -> None:
    assert kill_care(every=97, folder=str(tmp_path))["kills"] > 15


@pytest.mark.skipif(STRACE is None, reason="needs strace")
def test_a_command_killed_at_a_system_call_is_whole_or_not_at_all(tmp_path: Path) -> None:
    assert kill_at_each_syscall(every=60, folder=str(tmp_path))["kills"]


def test_a_power_cut_loses_nothing(tmp_path: Path) -> None:
    counted = cut_power(100, folder=str(tmp_path))
    assert counted["acknowledged"]
    assert counted["lost"] == 0


def test_the_same_power_cuts_lose_something_without_the_sync_calls(tmp_path: Path) -> None:
    assert cut_power(60, without=SYNCS[0], folder=str(tmp_path))["lost"]


def test_many_writers_lose_nothing_and_who_looks_on_sees_all(tmp_path: Path) -> None:
    assert write_at_once(4, 20, folder=str(tmp_path))["acknowledged"] == 80


def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    assert kill_holders(5, folder=str(tmp_path))["locks left behind"] == 0


def test_a_journal_edited_into_nonsense_ends_no_command_in_a_crash() -> None:
    assert run_on_nonsense(150)["runs"] >= 150
