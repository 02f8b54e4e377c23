import ArgumentParser
import Goldens
import Wording

/// Where a comparison is told.
struct ReportOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write a report with all pictures that differ, one file for any browser.", valueName: "FILE"))
  var html: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write the results as JUnit XML, for CI.", valueName: "FILE"))
  var junit: String?

  @Flag(help: "Tell what is found in JSON, an object a line.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    for (option, file) in [("html", html), ("junit", junit)] {
      guard let file else { continue }
      guard file != "", file != "-" else {
        throw ValidationError("--\(option) needs the name of a file, as in --html report.html.")
      }
      // What is named like an image may be one that is compared.
      guard !ImageFolder.isImage(file) else {
        throw ValidationError(
          "--\(option): \(quoted(file)) is named like an image; name it as in --html report.html.")
      }
    }
    guard html == nil || html != junit else {
      throw ValidationError("--html and --junit name the same file; one would replace the other.")
    }
  }
}
