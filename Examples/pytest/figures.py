"""The figures of a paper, drawn by matplotlib."""

import numpy as np
from matplotlib.figure import Figure


def tanh():
    """The hyperbolic tangent and its gradient."""
    x = np.linspace(-4, 4, 161)
    figure = Figure(figsize=(4, 2.5), layout="constrained")
    axes = figure.subplots()
    axes.plot(x, np.tanh(x), label="tanh(x)")
    axes.plot(x, 1 - np.tanh(x) ** 2, label="tanh′(x)")
    axes.set_xlabel("x")
    axes.grid()
    axes.legend()
    return figure


def histogram():
    """Values of a million units at the start of training, by a fixed seed."""
    values = np.random.default_rng(7).normal(size=1_000_000)
    figure = Figure(figsize=(4, 2.5), layout="constrained")
    axes = figure.subplots()
    axes.hist(values, bins=40, range=(-4, 4))
    axes.set_ylabel("units")
    return figure


FIGURES = {"tanh": tanh, "histogram": histogram}
