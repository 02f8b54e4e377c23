"""Finds the command and runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib import metadata


class ActplotError(Exception):
    """What the command says when it cannot do what it is asked, in a sentence with a remedy."""


def program() -> str:
    """The path of the command: ``$ACTPLOT``, that of the package, or the one on the PATH."""
    chosen = os.environ.get("ACTPLOT")
    if chosen:
        # A path holds in whatever folder the command runs.
        return os.path.abspath(chosen) if os.sep in chosen else chosen
    try:
        for file in metadata.files("actplot") or []:
            if file.name == "actplot" and file.parent.name == "bin":
                path = os.path.realpath(str(file.locate()))
                if os.access(path, os.X_OK):
                    return path
    except metadata.PackageNotFoundError:
        pass
    found = shutil.which("actplot")
    if found is None:
        raise ActplotError(
            "The command actplot is not there; install the wheel, which carries it, or name it in"
            " the environment variable ACTPLOT.")
    return found


def run(
    *arguments: str, input: bytes | None = None, cwd: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the command with these arguments, in the folder cwd if there is one.

    Raises:
        ActplotError: With its sentence, if it does not succeed.
    """
    path = program()
    try:
        done = subprocess.run(
            [path, *arguments], input=input, cwd=cwd, capture_output=True, check=False,
            stdin=subprocess.DEVNULL if input is None else None)
    except OSError as error:
        raise ActplotError(f"The command {path} cannot be run: {error.strerror}.") from None
    if done.returncode != 0:
        sentence = done.stderr.decode("utf-8", "replace").strip().split("\nUsage:")[0]
        raise ActplotError(
            sentence.removeprefix("Error: ").removeprefix("actplot: ")
            or f"actplot ended with status {done.returncode}.")
    return done
