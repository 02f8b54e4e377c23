"""Makes the references of NetworksTests: python3 Tests/Tools/network_references.py.

gradients.json       values and gradients of random networks by JAX in float64 on the CPU
random-numbers.json  SplitMix64, uniform and normal numbers and initialisations
exact-facts.json     pieces, regions and ranks in rational numbers

They were made with Python 3.11, jax 0.10.2 and numpy 2.4. The programs share nothing with the
package but the definitions in the literature.
"""

import json
import math
import os
import random
from fractions import Fraction
from itertools import combinations

FOLDER = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "NetworksTests", "References")


def write(name, value):
    with open(os.path.join(FOLDER, name), "w") as file:
        rows = ",\n".join(json.dumps(row) for row in value)
        file.write("[\n" + rows + "\n]\n")


# --- Gradients ---------------------------------------------------------------------------------


def gradients():
    import jax
    import jax.numpy as jnp
    import numpy as np

    jax.config.update("jax_enable_x64", True)
    functions = {
        "sigmoid": jax.nn.sigmoid,
        "tanh": jnp.tanh,
        "relu": jax.nn.relu,
        "gelu": lambda x: jax.nn.gelu(x, approximate=False),
        "swish": jax.nn.silu,
        "softplus": jax.nn.softplus,
        "elu": jax.nn.elu,
        "leaky_relu": jax.nn.leaky_relu,
    }
    chosen = np.random.default_rng(20240614)

    def numbers(*shape):
        return np.round(chosen.normal(size=shape), 3)

    def forward(parameters, x, names):
        for (w, b), name in zip(parameters, names):
            x = x @ w + b
            if name:
                x = functions[name](x)
        return x

    def loss(parameters, x, names, y):
        return jnp.sum((forward(parameters, x, names) - y) ** 2) / (2 * x.shape[0])

    cases = [
        ([4, 5, 3], ["relu", ""]),
        ([4, 5, 3], ["sigmoid", ""]),
        ([3, 4, 4, 2], ["tanh", "gelu", ""]),
        ([2, 6, 3, 1], ["swish", "softplus", "sigmoid"]),
        ([1, 4, 4, 4, 1], ["elu", "leaky_relu", "tanh", ""]),
    ]
    for sizes, names in cases:
        parameters = [
            (numbers(d, h), numbers(h)) for d, h in zip(sizes, sizes[1:])
        ]
        x, y = numbers(3, sizes[0]), numbers(3, sizes[-1])
        by_parameters, by_x = jax.grad(loss, argnums=(0, 1))(parameters, x, names, y)
        yield {
            "sizes": sizes,
            "activations": names,
            "weights": [w.tolist() for w, _ in parameters],
            "biases": [b.tolist() for _, b in parameters],
            "inputs": x.tolist(),
            "targets": y.tolist(),
            "outputs": forward(parameters, x, names).tolist(),
            "loss": float(loss(parameters, x, names, y)),
            "weightGradients": [w.tolist() for w, _ in by_parameters],
            "biasGradients": [b.tolist() for _, b in by_parameters],
            "inputGradients": by_x.tolist(),
        }


# --- Random numbers ----------------------------------------------------------------------------


class Generator:
    """SplitMix64 as in Vigna's splitmix64.c, and Karney's algorithm N on its numbers."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        mask = 2**64 - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def uniform(self):
        return math.ldexp(self.bits() >> 11, -53)

    def run_is_even(self, start, accept):
        length, last = 0, start
        while True:
            u = self.uniform()
            if not (u < last and accept()):
                return length % 2 == 0
            length, last = length + 1, u

    def bernoulli_h(self):
        return self.run_is_even(0.5, lambda: True)

    def bernoulli_b(self, k, x):
        return self.run_is_even(x, lambda: self.uniform() * (2 * k + 2) < 2 * k + x)

    def normal(self):
        while True:
            k = 0
            while self.bernoulli_h():
                k += 1
            if not all(self.bernoulli_h() for _ in range(k * (k - 1))):
                continue
            x = self.uniform()
            if not all(self.bernoulli_b(k, x) for _ in range(k + 1)):
                continue
            y = k + x
            return -y if self.bits() >> 63 else y


def random_numbers():
    for seed in [0, 1, 1234567, 2**64 - 1]:
        bits, uniform, normal = Generator(seed), Generator(seed), Generator(seed)
        yield {
            "seed": str(seed),
            "bits": [str(bits.bits()) for _ in range(5)],
            "uniform": [uniform.uniform() for _ in range(5)],
            "normal": [normal.normal() for _ in range(20)],
        }


def initialisations():
    d, h, seed = 3, 2, 42
    scales = {
        "constant": 0.125,
        "normal": 0.01,
        "uniform": 0.1,
        "xavierUniform": math.sqrt(6 / (d + h)),
        "xavierNormal": math.sqrt(2 / (d + h)),
        "heUniform": math.sqrt(6 / d),
        "heNormal": math.sqrt(2 / d),
    }
    for name, scale in scales.items():
        generator = Generator(seed)
        if name == "constant":
            draw = lambda: scale
        elif "niform" in name:
            draw = lambda: (2 * generator.uniform() - 1) * scale
        else:
            draw = lambda: generator.normal() * scale
        weights = [[draw() for _ in range(h)] for _ in range(d)]
        biases = [(2 * generator.uniform() - 1) * 0.5 for _ in range(h)]
        yield {"name": name, "weights": weights, "biases": biases}


# --- Exact facts -------------------------------------------------------------------------------


def exact(matrix):
    return [[Fraction(x) for x in row] for row in matrix]


def affine(x, weights, biases):
    return [
        sum(xi * row[j] for xi, row in zip(x, weights)) + biases[j]
        for j in range(len(biases))
    ]


def value(layers, x, slope):
    for i, (weights, biases) in enumerate(layers):
        x = affine(x, weights, biases)
        if i < len(layers) - 1:
            x = [z if z >= 0 else slope * z for z in x]
    return x


def pieces(layers, slope):
    """Bends of x -> outputs, and the slopes between them, by cutting the line at every unit's roots."""
    places = []

    def line_of(prefix, a, b):
        """Slope and height of each unit's input on the stretch (a, b) where all before are straight."""
        x0, x1 = inside(a, b)
        z0, z1 = inputs_at(prefix, x0), inputs_at(prefix, x1)
        return [((q - p) / (x1 - x0), p - (q - p) / (x1 - x0) * x0) for p, q in zip(z0, z1)]

    def inside(a, b):
        if a is None and b is None:
            return Fraction(0), Fraction(1)
        if a is None:
            return b - 2, b - 1
        if b is None:
            return a + 1, a + 2
        return a + (b - a) / 3, a + (b - a) * 2 / 3

    def inputs_at(count, x):
        h = [x]
        for i in range(count):
            h = affine(h, *layers[i])
            if i < count - 1:
                h = [z if z >= 0 else slope * z for z in h]
        return h

    for depth in range(1, len(layers)):
        ends = [None] + sorted(set(places)) + [None]
        for a, b in zip(ends, ends[1:]):
            for m, c in line_of(depth, a, b):
                if m != 0:
                    root = -c / m
                    if (a is None or root > a) and (b is None or root < b):
                        places.append(root)
    ends = [None] + sorted(set(places)) + [None]
    slopes, bends = [], []
    for a, b in zip(ends, ends[1:]):
        here = [m for m, _ in line_of(len(layers), a, b)]
        if slopes and slopes[-1] == here:
            continue
        if slopes:
            bends.append(a)
        slopes.append(here)
    return bends, slopes


def region_count(weights, biases, side):
    """How many regions lines cut a square into: 1 + the lines through it + the crossings in it."""
    lines = [(weights[0][j], weights[1][j], biases[j]) for j in range(len(biases))]
    corners = [(x, y) for x in (-side, side) for y in (-side, side)]
    through = 0
    for p, q, r in lines:
        heights = [p * x + q * y + r for x, y in corners]
        through += min(heights) < 0 < max(heights)
    points = {}
    for i, k in combinations(range(len(lines)), 2):
        (p, q, r), (s, t, u) = lines[i], lines[k]
        determinant = p * t - q * s
        if determinant == 0:
            continue
        x, y = (q * u - r * t) / determinant, (r * s - p * u) / determinant
        if abs(x) < side and abs(y) < side:
            points.setdefault((x, y), set()).update((i, k))
    return 1 + through + sum(len(meeting) - 1 for meeting in points.values())


def rank(matrix):
    rows, count = [row[:] for row in matrix], 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(count, len(rows)) if rows[i][column] != 0), None)
        if pivot is None:
            continue
        rows[count], rows[pivot] = rows[pivot], rows[count]
        for i in range(count + 1, len(rows)):
            factor = rows[i][column] / rows[count][column]
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[count])]
        count += 1
    return count


def exact_facts():
    chosen = random.Random(7)

    def numbers(rows, columns):
        return [[chosen.uniform(-1, 1) for _ in range(columns)] for _ in range(rows)]

    for sizes, slope in [
        ([1, 8, 1], 0.0), ([1, 8, 2], 0.25), ([1, 5, 5, 1], 0.0), ([1, 4, 4, 4, 2], 0.1),
    ]:
        layers = [(numbers(d, h), numbers(1, h)[0]) for d, h in zip(sizes, sizes[1:])]
        exactly = [(exact(w), exact([b])[0]) for w, b in layers]
        bends, slopes = pieces(exactly, Fraction(slope))
        values = [value(exactly, [x], Fraction(slope)) for x in bends]
        yield {
            "kind": "pieces",
            "slope": slope,
            "weights": [w for w, _ in layers],
            "biases": [b for _, b in layers],
            "bends": [float(x) for x in bends],
            "slopes": [[float(m) for m in row] for row in slopes],
            "values": [[float(v) for v in row] for row in values],
        }
    for count in [3, 8, 12]:
        weights, biases = numbers(2, count), numbers(1, count)[0]
        if count == 12:  # all through one point, and some through another
            biases = [0.0] * 8 + biases[8:]
        yield {
            "kind": "regions",
            "weights": [weights],
            "biases": [biases],
            "count": region_count(exact(weights), exact([biases])[0], 2),
        }
    for sizes in [(4, 5, 3), (4, 2, 3), (6, 6, 6), (5, 3, 4, 5)]:
        factors = [numbers(d, h) for d, h in zip(sizes, sizes[1:])]
        if sizes == (6, 6, 6):  # two rows in a proportion that Doubles hold, one a sum of others
            factors[0][3] = [2 * x for x in factors[0][1]]
            factors[0] = [[math.ldexp(round(x * 1024), -10) for x in row] for row in factors[0]]
            factors[0][5] = [x + y for x, y in zip(factors[0][0], factors[0][2])]
        product = exact(factors[0])
        for factor in factors[1:]:
            product = [affine(row, exact(factor), [0] * len(factor[0])) for row in product]
        yield {"kind": "rank", "weights": factors, "rank": rank(product)}


if __name__ == "__main__":
    write("random-numbers.json", random_numbers())
    write("initialisations.json", initialisations())
    write("exact-facts.json", exact_facts())
    write("gradients.json", gradients())
