# Writes the SVG files of this folder; run with matplotlib 3.11.
import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np


def save(name, color="#1f77b4", limits=(-4, 4)):
    figure, axes = plt.subplots(figsize=(3, 2))
    x = np.linspace(-4, 4, 41)
    axes.plot(x, np.tanh(x), color=color, label="tanh")
    axes.fill_between(x, 0, np.tanh(x), alpha=0.2)
    axes.plot([0], [0], "o")
    axes.set_xlim(*limits)
    axes.grid(True)
    axes.legend()
    figure.savefig(name, metadata={"Date": None})


save("tanh.svg")
save("orange.svg", color="#ff7f0e")
save("wide.svg", limits=(-5, 5))
