#!/usr/bin/env python3
"""True values of activations, for Tests/ActivationsTests/References.

    activation_references.py                       computes every number of all files again
    activation_references.py gelu mish             those of some files
    activation_references.py --new NAME DEFINITION [PARAMETER=VALUE ...]
                                                   prints the file of a new activation

A definition is a Python expression of x and the parameters, written apart from the catalogue. It is
evaluated with Taylor polynomials over mpmath's numbers, at growing precision until two agree to 30
digits, and rounded once to binary64. Needs mpmath 1.3 (pip install mpmath).
"""

import pathlib
import re
import sys
from fractions import Fraction

from mpmath import mp, mpf

FOLDER = pathlib.Path(__file__).parent.parent / "ActivationsTests" / "References"
PRECISIONS = (300, 800, 2500, 9000)


class Taylor:
    """The coefficients of a function at a point, as many as there are."""

    def __init__(self, coefficients):
        self.c = list(coefficients)

    def of(self, value):
        return value if isinstance(value, Taylor) else Taylor([mpf(value)] + [mpf(0)] * (len(self.c) - 1))

    def __add__(self, other):
        return Taylor(a + b for a, b in zip(self.c, self.of(other).c))

    def __neg__(self):
        return Taylor(-a for a in self.c)

    def __sub__(self, other):
        return self + -self.of(other)

    def __rsub__(self, other):
        return self.of(other) - self

    def __mul__(self, other):
        a, b = self.c, self.of(other).c
        return Taylor(mp.fsum(a[j] * b[k - j] for j in range(k + 1)) for k in range(len(a)))

    def __truediv__(self, other):
        a, b, q = self.c, self.of(other).c, []
        if a[0] == b[0] == 0:
            # As sin(x) / x at 0; one order less is left.
            return Taylor(a[1:]) / Taylor(b[1:])
        for k in range(len(a)):
            q.append((a[k] - mp.fsum(q[j] * b[k - j] for j in range(k))) / b[0])
        return Taylor(q)

    def __rtruediv__(self, other):
        return self.of(other) / self

    def __pow__(self, power):
        if power == int(power) and power >= 0:
            result = self.of(1)
            for _ in range(int(power)):
                result = result * self
            return result
        v = [mp.power(self.c[0], power)]
        for k in range(1, len(self.c)):
            terms = ((power * j - (k - j)) * self.c[j] * v[k - j] for j in range(1, k + 1))
            v.append(mp.fsum(terms) / (k * self.c[0]))
        return Taylor(v)

    def integral(self, inner, first):
        """The function with the value `first` whose derivative by `inner` this is."""
        v = [first]
        for k in range(1, len(self.c)):
            v.append(mp.fsum(j * inner.c[j] * self.c[k - j] for j in range(1, k + 1)) / k)
        return Taylor(v)

    # What decides, decides at the point.
    def __lt__(self, other): return self.c[0] < self.of(other).c[0]
    def __le__(self, other): return self.c[0] <= self.of(other).c[0]
    def __gt__(self, other): return self.c[0] > self.of(other).c[0]
    def __ge__(self, other): return self.c[0] >= self.of(other).c[0]
    def __eq__(self, other): return self.c[0] == self.of(other).c[0]

    __radd__, __rmul__ = __add__, __mul__


# Beyond it the exponential of an exponential has more digits in its exponent than memory has room.
FAR = mpf(10) ** 1000


def plain_exp(x):
    return mp.exp(x) if abs(x) < FAR else mpf(0) if x < 0 else mp.inf


def exp(u):
    if not isinstance(u, Taylor):
        return mp.exp(u)
    v = [plain_exp(u.c[0])]
    for k in range(1, len(u.c)):
        v.append(mp.fsum(j * u.c[j] * v[k - j] for j in range(1, k + 1)) / k)
    return Taylor(v)


def expm1(u):
    x = u.c[0]
    return Taylor([mp.expm1(x) if abs(x) < FAR else plain_exp(x) - 1] + exp(u).c[1:])


def log(u):
    return (1 / u).integral(u, mp.log(u.c[0])) if isinstance(u, Taylor) else mp.log(u)


def log1p(u):
    return (1 / (1 + u)).integral(u, mp.log1p(u.c[0]))


def sqrt(u):
    return u ** mpf("0.5") if isinstance(u, Taylor) else mp.sqrt(u)


def sin(u):
    return waves(u)[0]


def cos(u):
    return waves(u)[1]


def waves(u):
    s, c = [mp.sin(u.c[0])], [mp.cos(u.c[0])]
    for k in range(1, len(u.c)):
        s.append(mp.fsum(j * u.c[j] * c[k - j] for j in range(1, k + 1)) / k)
        c.append(-mp.fsum(j * u.c[j] * s[k - j] for j in range(1, k + 1)) / k)
    return Taylor(s), Taylor(c)


def tanh(u):
    # 1 - tanh^2 loses all digits in the tails, and 1 / cosh^2 none.
    x = u.c[0]
    t, s = ([mp.tanh(x)], [mp.sech(x) ** 2]) if abs(x) < FAR else ([mp.sign(x)], [mpf(0)])
    for k in range(1, len(u.c)):
        t.append(mp.fsum(j * u.c[j] * s[k - j] for j in range(1, k + 1)) / k)
        s.append(-2 * mp.fsum(
            j * u.c[j] * mp.fsum(t[i] * s[k - j - i] for i in range(k - j + 1))
            for j in range(1, k + 1)) / k)
    return Taylor(t)


def atan(u):
    return (1 / (1 + u * u)).integral(u, mp.atan(u.c[0]))


def asinh(u):
    return (1 / sqrt(1 + u * u)).integral(u, mp.asinh(u.c[0]))


def erf(u):
    return (2 / mp.sqrt(mp.pi) * exp(-u * u)).integral(u, mp.erf(u.c[0]))


def erfc(u):
    x = u.c[0]
    # mpmath's own overflows there, where the first term of the asymptotic series is all.
    far = mp.exp(-x * x) / (x * mp.sqrt(mp.pi)) if x > 1e100 else mpf(2) if x < -1e100 else None
    value = mp.erfc(x) if far is None else far
    return (-2 / mp.sqrt(mp.pi) * exp(-u * u)).integral(u, value)


def ncdf(u):
    return erfc(-u / mp.sqrt(2)) / 2


def sign(u):
    return u.of(mp.sign(u.c[0]))


def absolute(u):
    return -u if u < 0 else u


def choice(is_better):
    def choose(*arguments):
        best = arguments[0]
        for other in arguments[1:]:
            # Numbers are on the left of comparisons too.
            a = other if isinstance(other, Taylor) else best.of(other) if isinstance(best, Taylor) else other
            if is_better(a, best):
                best = a
        return best
    return choose


NAMES = {
    "exp": exp, "expm1": expm1, "log": log, "log1p": log1p, "sqrt": sqrt, "sin": sin, "cos": cos,
    "tanh": tanh, "atan": atan, "asinh": asinh, "erf": erf, "erfc": erfc, "ncdf": ncdf, "sign": sign,
    "abs": absolute, "max": choice(lambda a, b: a > b), "min": choice(lambda a, b: a < b),
}


def number(text):
    """A decimal stands for the binary64 nearest to it, a fraction for itself."""
    if "/" in text:
        numerator, denominator = text.split("/")
        return mpf(numerator) / mpf(denominator)
    return mpf(float(text))


def derivatives(definition, parameters, x, highest):
    """f, f', … at x, each rounded once."""
    code = re.sub(r"(?<![\w.])(\d+\.?\d*)", r"number('\1')", definition)
    before = None
    for digits in PRECISIONS:
        with mp.workdps(digits):
            # One more than is asked for, which a quotient of zeros takes.
            point = Taylor([mpf(x), mpf(1)] + [mpf(0)] * highest)
            scope = {"number": number, "pi": mp.pi, "x": point, **NAMES}
            scope.update((name, number(text)) for name, text in parameters.items())
            value = point.of(eval(code, {"__builtins__": {}}, scope))
            now = [value.c[k] * mp.factorial(k) for k in range(highest + 1)]
        if before is not None and all(agree(a, b, digits) for a, b in zip(before, now)):
            return [rounded(a) for a in now]
        before = now
    raise SystemExit(f"{definition} at {x!r}: {PRECISIONS[-1]} digits are too few.")


def agree(a, b, digits):
    # What sinks with the precision is 0, and rounds to it in any case.
    is_zero = abs(b) < mpf(10) ** (-digits * 9 // 10)
    return is_zero or abs(a - b) <= abs(b) * mpf("1e-30")


def rounded(value):
    """The nearest binary64, subnormal ones included."""
    if value == 0 or not mp.isfinite(value):
        return float(value)
    sign_bit, mantissa, exponent, bits = value._mpf_
    if exponent + bits < -1100:
        return -0.0 if sign_bit else 0.0
    if exponent + bits > 1024:
        return float("-inf") if sign_bit else float("inf")
    fraction = Fraction(int(mantissa)) * Fraction(2) ** exponent
    try:
        return float(-fraction if sign_bit else fraction)
    except OverflowError:
        return float("-inf") if sign_bit else float("inf")


def numeral(value):
    text = repr(value)
    text = re.sub(r"e([+-])0*", lambda m: "e" + m.group(1).strip("+"), text)
    return text.removesuffix(".0") if value != 0 else text


def read(path):
    lines = path.read_text().splitlines()
    definition = lines[0].split(": ", 1)[1]
    assigned = re.findall(r"(\w+) = ([^,]+?)(?=, |\.$)", lines[1])
    return lines, definition, dict(assigned)


def check(name):
    """Whether each number of a file is what comes out now."""
    lines, definition, parameters = read(FOLDER / f"{name}.txt")
    first, wrong, count = 0, 0, 0
    for line in lines[2:]:
        if line.startswith("#"):
            first = 3 if line.startswith("# orders 3") else first
            continue
        x, *given = (float(field) for field in line.split())
        true = derivatives(definition, parameters, x, first + len(given) - 1)[first:]
        for order, (a, b) in enumerate(zip(given, true), first):
            count += 1
            if a != b:
                wrong += 1
                print(f"{name}, order {order} at {x!r}: {a!r} in the file, {b!r} now")
    print(f"{name}: {count} numbers, {wrong} of them others now", flush=True)
    return wrong == 0


def new(name, definition, parameters):
    """The file of an activation, at the points of sigmoid."""
    lines, _, _ = read(FOLDER / "sigmoid.txt")
    words = ", ".join(f"{key} = {text}" for key, text in parameters.items()) or "none"
    print(f"# {name}: {definition}\n# Parameters: {words}.")
    first, highest = 0, 2
    for line in lines[2:]:
        if line.startswith("#"):
            if line.startswith("# orders 3"):
                first, highest = 3, 10
            print(line)
            continue
        field = line.split()[0]
        values = derivatives(definition, parameters, float(field), highest)[first:]
        print(field, *map(numeral, values))


def main(words):
    if words[:1] == ["--new"] and len(words) >= 3:
        new(words[1], words[2], dict(word.split("=", 1) for word in words[3:]))
        return
    names = words or sorted(path.stem for path in FOLDER.glob("*.txt"))
    results = [check(name) for name in names]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
