"""Compares pairs of PNG files with Pillow and NumPy: compare-numpy.py A B A B …"""

import sys

import numpy as np
from PIL import Image

for expected, actual in zip(sys.argv[1::2], sys.argv[2::2]):
    a = np.asarray(Image.open(expected).convert("RGBA"), dtype=np.float64)
    b = np.asarray(Image.open(actual).convert("RGBA"), dtype=np.float64)
    if a.shape != b.shape:
        print(f"{actual}: another size")
        continue
    difference = np.abs(a - b)
    changed = np.count_nonzero(difference.max(axis=2))
    rms = np.sqrt(np.mean(difference**2))
    print(f"{actual}: {changed} pixels changed, RMS {rms:.3f}")
