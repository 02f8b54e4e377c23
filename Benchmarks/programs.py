"""The programs that the benchmarks compare: where they are, and how they are built and measured."""

import os
import shlex
import shutil
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class BenchmarkError(Exception):
    """Why there is nothing to report, as a full sentence."""


def find_actplot(path):
    """The actplot at a path, or the release that Scripts/actplot builds."""
    if path is None:
        run(str(ROOT / "Scripts" / "actplot"), "--version")
        path = str(ROOT / ".build" / "static" / "release" / "actplot")
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


def find_python(python, modules, name):
    """The path of a Python that has the modules; None, said, if there is none."""
    path = shutil.which(python)
    probe = [path, "-c", f"import {modules}"]
    if path and subprocess.run(probe, capture_output=True).returncode == 0:
        return path
    print(f"{name} is not installed for “{python}” and is left out.")
    return None


def find_matplotlib(python):
    """The path of a Python that has matplotlib; None, said, if there is none."""
    return find_python(python, "matplotlib", "matplotlib")


def find_numpy(python):
    """The path of a Python that has Pillow and NumPy; None, said, if there is none."""
    return find_python(python, "numpy, PIL", "Pillow or NumPy")


def find_imagemagick():
    """The command of ImageMagick's compare; None, said, if it is not installed."""
    for name, *subcommand in (["compare"], ["compare-im6.q16"], ["magick", "compare"]):
        path = shutil.which(name)
        # Others have a program of that name too.
        if path and "ImageMagick" in subprocess.run(
            [path, "-version"], capture_output=True, text=True
        ).stdout:
            return [path, *subcommand]
    print("ImageMagick is not installed and is left out.")
    return None


def wall_time(command, cores=None, status=0):
    """The wall time of a command that ends with a status, on so many cores, in seconds."""
    all_cores = os.sched_getaffinity(0)
    if cores:
        os.sched_setaffinity(0, sorted(all_cores)[:cores])
    try:
        start = time.perf_counter()
        process = subprocess.run(command, capture_output=True, text=True)
        seconds = time.perf_counter() - start
    finally:
        os.sched_setaffinity(0, all_cores)
    if process.returncode != status:
        raise BenchmarkError(
            f"“{' '.join(command)[:200]}” ended with status {process.returncode} and says:\n"
            f"{process.stderr.strip()[:2000]}"
        )
    return seconds


def peak_memory(command, status=0):
    """The peak of the resident memory of a command that ends with a status, in MB."""
    # Linux counts what a process holds when it starts its program as the program's own. A process
    # that was forked holds little of this one's memory; one that was spawned shares it all.
    process = os.fork()
    if process == 0:
        try:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.execv(command[0], command)
        finally:
            os._exit(127)
    _, ended, usage = os.wait4(process, 0)
    check_status(command, ended, status)
    return usage.ru_maxrss * 1024 / 1e6


def check_status(command, ended, status=0):
    """Objects if a process did not end with a status."""
    code = os.waitstatus_to_exitcode(ended)
    if code != status:
        raise BenchmarkError(f"“{shlex.join(command)}” ended with status {code}.")


def judge(is_met):
    return "met" if is_met else "MISSED"


def positive(text):
    """The type of options that are numbers from 1 on."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


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
