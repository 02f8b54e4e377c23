"""The fixture ``golden``, which compares a figure with its golden by actplot."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser):
    parser.addoption(
        "--record-goldens", action="store_true", help="make the figures the goldens, to be looked at"
    )


@pytest.fixture
def golden(request, tmp_path):
    """Compares a matplotlib figure with ``goldens/NAME.TYPE``.

    ``golden(figure, "tanh", "--rms", "2")`` gives ``actplot compare`` the words behind the name. A
    figure that differs fails the test with what was found, and leaves its pictures in ``tmp_path``.
    """

    def check(figure, name, *options, type="png"):
        expected = GOLDENS / f"{name}.{type}"
        if request.config.getoption("--record-goldens"):
            if os.environ.get("CI"):
                pytest.fail("Nothing is recorded where CI is set, as nobody looks at it there.")
            save(figure, expected)
            return None
        if not expected.exists():
            pytest.fail(f"There is no golden {expected}; record it with --record-goldens.")
        actual = tmp_path / expected.name
        save(figure, actual)
        return compare(expected, actual, *options)

    return check


def save(figure, path):
    """Saves a figure in the same bytes each time."""
    # The date would be another in every run.
    figure.savefig(path, dpi=100, metadata={"Date": None} if path.suffix == ".svg" else None)


def compare(expected, actual, *options):
    """Fails the test that runs if the images differ; returns what ``actplot compare --json`` says."""
    program = shutil.which("actplot")
    if program is None:
        pytest.fail("actplot is not on the PATH; its README says how it is installed.")
    difference = actual.with_name("difference-" + actual.name)
    arguments = [program, "compare", str(expected), str(actual), "--json", *options]
    result = subprocess.run(
        [*arguments, "-o", str(difference)], capture_output=True, text=True, check=False
    )
    # With a picture to write, the lines of JSON are one for the image, one for all of them, and
    # notes.
    lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    image = next((line for line in lines if "image" in line), {})
    if result.returncode != 0:
        words = image.get("findings") or [image.get("problem") or result.stdout + result.stderr]
        pytest.fail(
            "\n".join([f"{actual.name} is not like {expected}.", *words, f"Look at {difference}."])
        )
    return image
