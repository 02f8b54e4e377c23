internal import Activations
internal import Glibc
internal import Networks
internal import Plotting
internal import Wording

extension FigureSettings {
  /// The greatest errors of approximations against their numbers of units.
  func errors(of fit: Fit, _ words: FigureWords) throws -> DataFigure {
    let errors = fit.approximations.map {
      (units: $0.unitCount, size: $0.error.size)
    }.sorted { $0.units < $1.units }
    let shown = errors.filter { $0.size > 0 }
    guard shown.count > 1 else {
      throw SettingError(
        "units",
        "Errors above 0 of two numbers of units are needed to see how they fall, and there"
          + " \(shown.count == 1 ? "is one" : "are none"); write other numbers.")
    }
    let x = shown.map { Double($0.units) }
    let rate = Fit.rate(errors)
    let label = words.greatestError(
      isLeast: fit.approximations.contains { $0.error.isLowerBound })
    var curves = [Curve(x: x, y: shown.map(\.size), label: label)]
    if let rate, let last = shown.last, let first = x.first {
      // A straight line on these axes, through the last error.
      let start = last.size * pow(first / Double(last.units), rate)
      var line = Curve(
        x: [first, Double(last.units)], y: [start, last.size],
        label: numbers.written("$\\propto n^{\(Description.short(rate))}$"), style: 1)
      line.emphasis = .trace
      curves.insert(line, at: 0)
      curves[1].style = 0
    }
    let panel = Panel(
      curves: curves,
      dots: shown.map { Dot(x: Double($0.units), y: $0.size, isFull: true, style: 0) },
      x: AxisOptions(label: words.unitsAxis), y: AxisOptions(label: label))
    let fall = rate.map { words.errorsFall(like: Description.short($0)) }
    // Whole numbers of units, not powers of ten, unless they would crowd the axis.
    let ticks = x.count <= 12 ? TickChoice(values: x) : TickChoice()
    return DataFigure(
      "fit-\(FigureRequest([fit.target]).name)-errors", [panel],
      x: AxisOptions(scale: .log, ticks: ticks), y: AxisOptions(scale: .log),
      subject: words.errorsOfApproximations(of: fit.target.label),
      summary: (fit.sentences(words) + [fall].compactMap(\.self)).joined(separator: " "))
  }
}
