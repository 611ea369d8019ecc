"""The locks: hashes for every package, no index, no host, no folder of anyone's computer."""

import re
from pathlib import Path

import pytest

from commands.install import NEXT, RUN, TESTS

ROOT = Path(__file__).parents[2]
LOCKS = (RUN, TESTS, NEXT)
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[a-z,]+\])?==\S+", re.M)


def packages(name: str) -> dict[str, str]:
    """Each package of a lock with its version."""
    pins = (
        line.split(" ")[0].partition("==")[::2] for line in text_of(name).splitlines() if PINNED.match(line)
    )
    return dict(pins)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="ascii")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text_of(name))
    assert blocks
    for block in blocks:
        assert PINNED.match(block) and "--hash=sha256:" in block


@pytest.mark.parametrize("name", LOCKS)
def test_no_index_host_or_folder_is_named(name: str) -> None:
    assert not re.search(
        r"https?:|://|--index|--extra-index|--find-links|--trusted|@|(?<![\w.])/\w", text_of(name)
    )


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_of_what_is_asked_for(name: str) -> None:
    asked = re.findall(r"^([A-Za-z0-9._-]+)", (ROOT / name.replace(".txt", ".in")).read_text("utf-8"), re.M)
    assert {wanted.lower() for wanted in asked} <= packages(name).keys()


def test_the_tests_run_on_the_versions_that_the_product_runs_on() -> None:
    run, tests = packages(RUN), packages(TESTS)
    assert {name for name in run.keys() & tests.keys() if run[name] != tests[name]} == set()
