"""Activation functions, their derivatives and networks, drawn and evaluated by ``actplot``.

The module is a thin door to the command of the same name: options are those of the command, with
underscores for hyphens, and the numbers are the command's, correct to the last digits.

    >>> import actplot
    >>> actplot.plot("gelu", grad=True)                    # a notebook shows it
    >>> actplot.plot("relu", "gelu", range="-4:4").save("figures/relu.svg")
    >>> actplot.eval("gelu", [-30.0, 0.0, 1.5], order=1)   # or a NumPy array
"""

from __future__ import annotations

import base64
import pathlib
import subprocess
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Union

from ._program import ActplotError, program, run

__all__ = ["ActplotError", "Figure", "draw", "eval", "plot", "program", "run"]
__version__ = "0.0.0"  # Set to the command's when the package is made.

Option = Union[str, float, bool, None, Sequence[Any], Mapping[str, Any]]

# How the command joins the values of an option that has several in one word.
_JOINED = {
    "range": ":", "xlim": ":", "ylim": ":",
    "order": ",", "orders": ",", "xticks": ",", "yticks": ",", "font": ",",
}


def _word(value: Any) -> str:
    """A value as the command reads it; numbers with all their digits."""
    return repr(float(value)) if isinstance(value, float) else str(value)


def _option(name: str, value: Option) -> list[str]:
    """The words of an option: ``grad=True`` is ``--grad``, ``xlim=(-1, 1)`` is ``--xlim=-1:1``."""
    option = "--" + name.strip("_").replace("_", "-")
    if value is None or value is False:
        return []
    if value is True:
        return [option]
    if isinstance(value, Mapping):
        words = []
        for key, values in value.items():
            several = isinstance(values, Iterable) and not isinstance(values, str)
            joined = ",".join(_word(one) for one in values) if several else _word(values)
            words.append(f"{option}={key}={joined}")
        return words
    if isinstance(value, Iterable) and not isinstance(value, str):
        words = [_word(one) for one in value]
        separator = _JOINED.get(name)
        if separator is not None:
            return [f"{option}={separator.join(words)}"]
        return [f"{option}={word}" for word in words]
    return [f"{option}={_word(value)}"]


def _arguments(subjects: Sequence[Any], options: Mapping[str, Option]) -> list[str]:
    words = [word for name, value in options.items() for word in _option(name, value)]
    # After "--" a formula may begin with a minus.
    return [*words, "--", *(_word(subject) for subject in subjects)]


class Figure:
    """A figure that is drawn when it is looked at or saved; a notebook shows it by itself."""

    def __init__(self, command: str, arguments: Sequence[str]) -> None:
        self.command = command
        self.arguments = list(arguments)
        self._drawn: dict[tuple[str, str], bytes] = {}

    def _draw(self, format: str, *options: str) -> bytes:
        key = (format, " ".join(options))
        if key not in self._drawn:
            drawn = run(
                self.command, "--output", "-", "--format", format, *options, *self.arguments)
            for line in drawn.stderr.decode("utf-8", "replace").splitlines():
                warnings.warn(line.removeprefix("warning: "), stacklevel=3)
            self._drawn[key] = drawn.stdout
        return self._drawn[key]

    def svg(self) -> str:
        """The figure as an SVG document."""
        return self._draw("svg").decode("utf-8")

    def png(self, dpi: float | None = None) -> bytes:
        """The figure as PNG, at 150 pixels to the inch unless there are others."""
        return self._draw("png", *_option("dpi", dpi))

    def pdf(self) -> bytes:
        """The figure as PDF."""
        return self._draw("pdf")

    def save(self, path: str | pathlib.Path, dpi: float | None = None) -> pathlib.Path:
        """Writes the figure; the extension of the path says the format.

        The file is replaced whole or not at all.
        """
        drawn = run(self.command, "--output", str(path), *_option("dpi", dpi), *self.arguments)
        for line in drawn.stderr.decode("utf-8", "replace").splitlines():
            warnings.warn(line.removeprefix("warning: "), stacklevel=2)
        return pathlib.Path(path)

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str]:
        """What a notebook shows: SVG, and PNG where SVG cannot be shown."""
        wanted = set(include or ["image/svg+xml"]) - set(exclude or [])
        bundle: dict[str, str] = {}
        if "image/svg+xml" in wanted:
            bundle["image/svg+xml"] = self.svg()
        if "image/png" in wanted:
            bundle["image/png"] = base64.b64encode(self.png()).decode("ascii")
        return bundle

    def _repr_svg_(self) -> str:
        return self.svg()

    def _repr_png_(self) -> bytes:
        return self.png()

    def __repr__(self) -> str:
        return f"<actplot {self.command} {' '.join(self.arguments)}>".replace(" -- ", " ")


def draw(command: str, *subjects: Any, **options: Option) -> Figure:
    """A figure of any kind: ``draw("network", 4, 5, 3)``, ``draw("chain", "sigmoid", depth=4)``.

    Args:
        command: plot, sheet, network, chain, fit, gradients or map.
        subjects: What the command draws, function by function or layer by layer.
        options: The command's options, as keyword arguments.

    Raises:
        ActplotError: With the command's sentence, once the figure is drawn.
    """
    return Figure(command, _arguments(subjects, options))


def plot(*functions: str, **options: Option) -> Figure:
    """A figure of activations or formulas in x, or of their derivatives.

    ``plot("gelu", grad=True)`` is the command ``actplot gelu --grad``. Values of several parts are
    sequences: ``xlim=(-1, 1)``, ``order=(0, 1)``, ``label=["ReLU", "ours"]``; assignments are
    mappings: ``set={"beta": [0.5, 1, 2]}``.

    Raises:
        ActplotError: With the command's sentence, once the figure is drawn.
    """
    return draw("plot", *functions, **options)


def eval(function: str, x: Any, order: int = 0, **options: Option) -> Any:
    """The value of a function, or its derivative of an order, at x.

    Args:
        function: An activation or a formula in x.
        x: A number, a sequence of numbers, or a NumPy array of any shape.
        order: 0 for the value, 1 for the first derivative, and so on to 20.
        options: ``set``, ``let``, ``define``, ``wrt`` and ``convention`` of ``actplot eval``.

    Returns:
        A float for a number, an array of the same shape for an array, and a list for anything else.
        At a kink the convention's value; NaN where there is none.

    Raises:
        ActplotError: With the command's sentence.
    """
    is_array = hasattr(x, "reshape") and hasattr(x, "shape")
    is_number = not is_array and not isinstance(x, Iterable)
    flat = x.reshape(-1).tolist() if is_array else [x] if is_number else list(x)
    points = "".join(f"{float(value)!r}\n" for value in flat)
    values: list[float] = []
    if flat:
        table = run(
            "eval", "--order", str(order), *_arguments([function], options),
            input=points.encode("ascii")).stdout.decode("ascii")
        values = [float(row.rsplit(",", 1)[1]) for row in table.splitlines()[1:]]
    if is_number:
        return values[0]
    if is_array:
        import numpy

        return numpy.array(values, dtype=float).reshape(x.shape)
    return values


def load_ipython_extension(shell: Any) -> None:
    """``%load_ext actplot`` gives notebooks the magics ``%actplot`` and ``%%actplot``."""
    from ._magic import register

    register(shell)


def main() -> int:
    """Runs the command with the arguments of the process, as ``python -m actplot`` does."""
    import sys

    return subprocess.call([program(), *sys.argv[1:]])
