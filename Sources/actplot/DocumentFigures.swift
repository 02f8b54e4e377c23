import ArgumentParser
import Books
import Figures
import Files
import Work

/// The most that another program sends of a document.
private let largestDocument = 1 << 28

/// What another program sends of a document on standard input.
func standardInputOfDocument() throws -> [UInt8] {
  do throws(ReadingError) {
    return try wholeStandardInput(atMost: largestDocument)
  } catch {
    throw switch error {
    case .system(let number): FileError(path: standardInputPath, errorNumber: number)
    default: ValidationError("Standard input has more than \(largestDocument) bytes.")
    }
  }
}

/// Draws those figures of a document that have changed, and tells on standard error what is wrong.
///
/// - Parameter format: The format of every figure, whatever they say.
/// - Returns: The links to the images by what describes them, with paths below the folder.
func drawFigures(
  of sources: [any FigureSource], into folder: String, as format: ImageFormat
) throws -> [String: [FigureLink]] {
  guard !sources.isEmpty else { return [:] }
  Interruption.watch()
  var options = Batch.Options()
  options.folder = folder
  options.jobs = Batch.cores
  options.overrides["format"] = [format.rawValue]
  options.reading = { Book.source(at: $0) }
  let batch = Batch(sources, options: options, reporter: DocumentReporter())
  guard batch.hasFigures() else { return [:] }
  let summary = try batch.build()
  if let signal = summary.signal { throw ExitCode(128 + signal) }
  guard summary.isGood else { throw ExitCode(1) }
  return try batch.links(named: summary.names)
}

/// Tells what is wrong on standard error: standard output is for the document.
private struct DocumentReporter: BatchReporter {
  func begin(_ count: Int) {}
  func report(_ figure: FigureReport) {}
  func report(_ problem: Problem) { writeToStandardError("\(problem)\n") }
  func remark(_ sentence: String) { writeToStandardError("note: \(sentence)\n") }
}
