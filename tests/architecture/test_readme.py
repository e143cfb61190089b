"""What the README says is what the code does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_generated_parts_are_current() -> None:
    """Tour, quick-add reference, commands and keys are what the code's tables say now."""
    done = subprocess.run(
        (sys.executable, ".ci/readme.py", "--check"),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_its_two_commands_make_their_own_environment() -> None:
    """Each can be pasted on a fresh machine."""
    for name in ("start", "tests"):
        block = re.search(f"<!-- command: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
        assert block is not None
        assert block[1].startswith("python3 -m venv .venv && .venv/bin/pip install")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_its_links_lead_somewhere(target: str) -> None:
    """Pictures and files it names are there."""
    assert (ROOT / target).exists()


def test_its_configuration_is_read(tmp_path: Path) -> None:
    """The sample of config.toml holds no key that is unknown."""
    from netjournal.config import load

    block = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert block is not None
    file = tmp_path / "config.toml"
    file.write_text(block[1], encoding="utf-8")
    assert load(file).country == "GB"
