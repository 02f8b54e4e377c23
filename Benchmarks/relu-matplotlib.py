"""Draws the relu figure with matplotlib, as Dive into Deep Learning does.

    python3 relu-matplotlib.py FILE.png|FILE.svg ...

PNG images have 150 dots to the inch. Files that differ in their extensions alone are one figure.
"""

import sys

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402  The backend has to be chosen first.

x = [(i - 80) / 10 for i in range(160)]
figures = {}
for path in sys.argv[1:]:
    figures.setdefault(path.rsplit(".", 1)[0], []).append(path)
for paths in figures.values():
    figure, axes = plt.subplots(figsize=(5, 2.5))
    axes.plot(x, [max(value, 0.0) for value in x])
    axes.set_xlabel("x")
    axes.set_ylabel("relu(x)")
    axes.grid()
    for path in paths:
        figure.savefig(path, dpi=150, bbox_inches="tight")
    plt.close(figure)
