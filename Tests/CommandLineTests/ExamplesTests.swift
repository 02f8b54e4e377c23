import Foundation
import Testing

/// What users copy out of `Examples/`.
@Suite struct ExamplesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func python(_ words: String) -> Bool {
    ((try? Actplot().shell("python3 -c '\(words)'"))?.status ?? 1) == 0
  }

  /// Matplotlib's figures against their goldens, and its RMS against that of a comparison.
  @Test(
    .enabled("Python has no matplotlib and pytest") { python("import matplotlib, pytest") })
  func pytestPasses() throws {
    let actplot = try Actplot()
    let example = Self.root.appending(path: "Examples/pytest")
    try FileManager.default.copyItem(at: example, to: actplot.folder.appending(path: "pytest"))
    let result = try actplot.shell(
      "cd pytest && python3 -m pytest -q -p no:cacheprovider 2>&1")
    #expect(result.status == 0, "\(result.text)")
    try actplot.write("", to: "empty")
    // What changed is said.
    let figures = try String(contentsOf: example.appending(path: "figures.py"), encoding: .utf8)
    try actplot.write(
      figures.replacing("np.linspace(-4, 4, 161)", with: "np.linspace(-4, 3, 161)"),
      to: "pytest/figures.py")
    let changed = try actplot.shell("cd pytest && python3 -m pytest -q -p no:cacheprovider 2>&1")
    #expect(changed.status == 1)
    #expect(changed.text.contains("tanh.png is not like"))
    #expect(changed.text.contains("The RMS is greater than 10."))
  }
}
