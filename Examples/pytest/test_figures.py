"""The figures against their goldens."""

import pytest
from figures import FIGURES, tanh
from matplotlib.testing.compare import calculate_rms
from matplotlib.image import imread

from conftest import GOLDENS, compare, save


@pytest.mark.parametrize("name", FIGURES)
def test_figure(golden, name):
    # As far off as matplotlib's own tests let images be, for another version of it or of FreeType.
    golden(FIGURES[name](), name, "--rms", "10")


def test_shapes(golden):
    # SVG is compared by what is drawn: a finding names the curve and the tick.
    golden(tanh(), "tanh", "--points", "1.5", type="svg")


def test_another_colour_is_found(tmp_path):
    figure = tanh()
    figure.axes[0].lines[0].set_color("tab:red")
    save(figure, tmp_path / "tanh.png")
    with pytest.raises(pytest.fail.Exception, match="tanh.png is not like"):
        compare(GOLDENS / "tanh.png", tmp_path / "tanh.png")


def test_rms_is_that_of_matplotlib(tmp_path):
    figure = tanh()
    save(figure, tmp_path / "old.png")
    figure.axes[0].lines[0].set_linewidth(2)
    save(figure, tmp_path / "new.png")
    old, new = (imread(tmp_path / name)[..., :3] * 255 for name in ("old.png", "new.png"))
    found = compare(tmp_path / "old.png", tmp_path / "new.png", "--rms", "50")
    assert found["pixels"]["rms"] == pytest.approx(calculate_rms(old.round(), new.round()))
