"""True values of formulas that lose their digits as they are written.

Prints the rows of Tests/ActivationsTests/DigitReference.swift: formula, x and the derivatives from
order 0 on, computed by mpmath with 900 digits or more from the definitions as they stand.
"""

import mpmath
from mpmath import mp, mpf

mp.dps = 700


def phi(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


e = mpmath.exp
log = mpmath.log
tanh = mpmath.tanh

# The formula as actplot reads it, the function, the points, and the highest order.
FORMULAS = [
    ("(exp(x)-1)/x", lambda x: (e(x) - 1) / x, ["2.2e-16", "1e-6", "1e-300", "-3e-20"], 3),
    ("tanh(x)/x", lambda x: tanh(x) / x, ["1e-6", "1e-20", "2e-300"], 2),
    ("x/(exp(x)-1)", lambda x: x / (e(x) - 1), ["1e-6", "-1e-20"], 2),
    ("log(1+x)/x", lambda x: log(1 + x) / x, ["1e-6", "1e-20"], 2),
    ("(1-cos(x))/x^2", lambda x: (1 - mpmath.cos(x)) / x**2, ["1e-6", "1e-20"], 2),
    ("log(x)/(x-1)", lambda x: log(x) / (x - 1), ["1.0000001", "1.0000000000000002"], 2),
    ("x*normal_cdf(x)/x", lambda x: phi(x), ["1e-6", "1e-20"], 2),
    ("1/tanh(x)-1/x", lambda x: 1 / tanh(x) - 1 / x, ["1e-6", "1e-20"], 2),
    ("(x-sin(x))/x^3", lambda x: (x - mpmath.sin(x)) / x**3, ["1e-6", "1e-30"], 2),
    ("exp(x)/(exp(x)+exp(-x))", lambda x: e(x) / (e(x) + e(-x)), ["36", "40", "300"], 2),
    ("exp(x)/(exp(x)+2)", lambda x: e(x) / (e(x) + 2), ["40", "300", "-300"], 2),
    ("exp(x)/(exp(x)+exp(1)+exp(-2))", lambda x: e(x) / (e(x) + e(1) + e(-2)), ["40", "500"], 2),
    ("x*exp(x)/(1+exp(x))", lambda x: x * e(x) / (1 + e(x)), ["40", "200"], 2),
    (
        "x*((1+exp(x))^2-1)/((1+exp(x))^2+1)",
        lambda x: x * ((1 + e(x)) ** 2 - 1) / ((1 + e(x)) ** 2 + 1),
        ["40", "100", "-40"],
        2,
    ),
    ("log(1+exp(x)+exp(2*x))", lambda x: log(1 + e(x) + e(2 * x)), ["40", "-40", "200"], 2),
    ("log(1+2*exp(x))", lambda x: log(1 + 2 * e(x)), ["40", "300"], 2),
    ("log((exp(x)+exp(-x))/2)", lambda x: log((e(x) + e(-x)) / 2), ["40", "1e-10", "300"], 2),
    ("0.5+0.5*tanh(0.5*x)", lambda x: 0.5 + 0.5 * tanh(x / 2), ["-80", "-700"], 2),
    ("log(tanh(x))", lambda x: log(tanh(x)), ["40", "300"], 2),
    ("1-tanh(x)^3", lambda x: 1 - tanh(x) ** 3, ["40", "300"], 2),
    ("log(1-tanh(x)^2)", lambda x: log(1 - tanh(x) ** 2), ["1e-10", "300"], 2),
    ("x*(1+x^2)^(-0.5)", lambda x: x / mpmath.sqrt(1 + x**2), ["1e10", "-1e100"], 2),
    ("log(normal_cdf(x))", lambda x: log(phi(x)), ["-1e5", "-1e3", "30"], 3),
    ("erfc(x)*exp(x^2)", lambda x: mpmath.erfc(x) * e(x**2), ["5", "100", "1e5"], 3),
    ("sin(x)", lambda x: mpmath.sin(x), ["1073741825", "1e22", "1e300"], 2),
    ("sin(x)-cos(x)*tan(x)+x^5", lambda x: x**5, ["0.7", "3"], 2),
    ("abs(x)^(1/3)*sign(x)-x", lambda x: abs(x) ** (mpf(1) / 3) * mpmath.sign(x) - x, ["1e-30"], 2),
]


def derivatives(function, x, order):
    """The value and central differences, with as many digits as those of the step take."""
    with mp.workdps(900 + int(6 * abs(mpmath.log10(abs(x))))):
        values = []
        step = mpf(10) ** -100 * min(abs(x), 1)
        # Central differences with a step so small that the error is below the last bit by far.
        points = [function(x + k * step) for k in range(-2, 3)]
        values.append(points[2])
        if order >= 1:
            values.append((points[3] - points[1]) / (2 * step))
        if order >= 2:
            values.append((points[3] - 2 * points[2] + points[1]) / step**2)
        if order >= 3:
            values.append(
                (points[4] - 2 * points[3] + 2 * points[1] - points[0]) / (2 * step**3)
            )
        return values


def main():
    for text, function, points, order in FORMULAS:
        for point in points:
            x = mpf(float(point))
            numbers = [repr(float(v)) for v in derivatives(function, x, order)]
            print(f"    {text} | {float(point)!r} | {' '.join(numbers)}")


main()
