"""The programs that the benchmarks compare: where they are, and how they are built."""

import shlex
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class BenchmarkError(Exception):
    """Why there is nothing to report, as a full sentence."""


def find_actplot(path):
    """The actplot at a path, or the release that Scripts/actplot builds."""
    if path is None:
        run(str(ROOT / "Scripts" / "actplot"), "--version")
        path = str(ROOT / ".build" / "release" / "actplot")
    found = shutil.which(path)
    if found is None:
        raise BenchmarkError(f"“{path}” is not a program that can be run.")
    # A bare name is looked up once, here, so that the search is no part of what is measured.
    return str(Path(found).absolute())


def build_plain_c(folder):
    program = str(folder / "plain-cairo")
    flags = shlex.split(run("pkg-config", "--cflags", "--libs", "cairo"))
    run("cc", "-O2", str(HERE / "plain-cairo.c"), "-o", program, *flags, "-lm")
    return program


def find_gnuplot():
    """The path of gnuplot; None, said, if it is not installed."""
    gnuplot = shutil.which("gnuplot")
    if not gnuplot:
        print("gnuplot is not installed and is left out.")
    return gnuplot


def find_matplotlib(python):
    """The path of a Python that has matplotlib; None, said, if there is none."""
    path = shutil.which(python)
    probe = [path, "-c", "import matplotlib"]
    if path and subprocess.run(probe, capture_output=True).returncode == 0:
        return path
    print(f"matplotlib is not installed for “{python}” and is left out.")
    return None


def run(*command):
    """What a command that prepares the measurement prints."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except OSError as error:
        raise BenchmarkError(f"“{command[0]}” could not be run: {error.strerror}.") from error
    except subprocess.CalledProcessError as error:
        raise BenchmarkError(
            f"“{shlex.join(command)}” failed and says:\n{error.stderr.strip()}"
        ) from error
