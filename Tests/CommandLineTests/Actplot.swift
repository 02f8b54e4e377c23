import Foundation

/// The built executable, run as a user runs it, in a folder of its own.
final class Actplot {
  /// The folder that commands run in; gone when the value is.
  let folder: URL

  struct Result {
    let status: Int32
    let output: [UInt8]
    let error: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder of the executable: the one that `ACTPLOT_PRODUCTS` names, or the test runner's.
  ///
  /// In a debug build ArgumentParser checks every command's options at each start, which takes
  /// longer than all that the tests ask for; `Scripts/test` has a release by then.
  private static let products =
    ProcessInfo.processInfo.environment["ACTPLOT_PRODUCTS"].map { URL(filePath: $0) }
    ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "actplot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs `actplot` with arguments.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try run(arguments, environment: environment)
  }

  /// Runs `actplot` with arguments.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    try run(
      Self.products.appending(path: "actplot").path, arguments, environment: environment)
  }

  /// Runs `actplot golden` with arguments, as at home and not in CI.
  func golden(_ arguments: String...) throws -> Result {
    try run(["golden"] + arguments, environment: ["CI": ""])
  }

  /// A book of two figures, each as PNG and as SVG.
  static let book = """
    defaults: {format: [png, svg]}
    figures:
      relu: {caption: One.}
      slope: {functions: relu, grad: true}
    """

  /// Runs a command line in a shell that finds `actplot` on its path, as at home and not in CI.
  func shell(_ command: String) throws -> Result {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try run(
      "/bin/sh", ["-c", command], environment: ["PATH": "\(Self.products.path):\(path)", "CI": ""])
  }

  /// The command line where /proc is empty.
  static func withoutProc(_ command: String) -> String {
    let inner = "mount -t tmpfs none /proc && \(command)".replacing("'", with: "'\\''")
    return "unshare --map-root-user --mount sh -c '\(inner)'"
  }

  /// Whether this user and system let a process do without /proc.
  static func canHideProc() throws -> Bool {
    try Actplot().shell(withoutProc("true")).status == 0
  }

  /// Starts `actplot` with arguments, and does not wait for it. What it prints is lost.
  func start(_ arguments: String...) throws -> Process {
    let process = process(Self.products.appending(path: "actplot").path, arguments, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts `actplot` with arguments, and tells what it has printed so far whenever that is asked.
  func watch(_ arguments: String...) throws -> (Process, output: () throws -> String) {
    let process = process(Self.products.appending(path: "actplot").path, arguments, [:])
    let file = folder.appending(path: ".output")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    return (process, { String(decoding: try Data(contentsOf: file), as: UTF8.self) })
  }

  private func process(
    _ executable: String, _ arguments: [String], _ environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private func run(
    _ executable: String, _ arguments: [String], environment: [String: String]
  ) throws -> Result {
    let process = process(executable, arguments, environment)
    // Files rather than pipes: they take any amount without a reader.
    let outputFile = folder.appending(path: ".stdout"),
      errorFile = folder.appending(path: ".stderr")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    defer {
      try? FileManager.default.removeItem(at: outputFile)
      try? FileManager.default.removeItem(at: errorFile)
    }
    return Result(
      status: process.terminationStatus,
      output: Array(try Data(contentsOf: outputFile)),
      error: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  /// The files below the folder, as paths within it, sorted.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in
        let file = folder.appending(path: path)
        return try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true
      }
      .sorted()
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  /// Writes a file whose name keeps its code points, which Foundation may compose.
  func shellWrite(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: folder.appending(path: "passing"))
    let result = try shell("cp passing '\(path)' && rm passing")
    guard result.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }
}
