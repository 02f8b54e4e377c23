import Figures
import Foundation
import Testing

@testable import Books

/// The cells of a notebook are read as those of Markdown.
@Suite struct NotebookTests {
  private struct Read {
    var figures: [FigureEntry] = []
    var problems: [Problem] = []
    var remarks: [Problem] = []
    let file: NotebookFile

    init(_ text: String) throws {
      file = try NotebookFile(
        Array(text.utf8), path: "a.ipynb")
      file.read { reading in
        switch reading {
        case .figure(let entry): figures.append(entry)
        case .problem(let problem): problems.append(problem)
        case .remark(let remark): remarks.append(remark)
        }
      }
    }
  }

  /// As Jupyter writes it: a line of a cell in a line of the file.
  private func notebook(_ cells: [(type: String, source: String)], language: String = "python")
    -> String
  {
    let written = cells.map { type, source in
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      let texts = lines.enumerated().map { index, line in
        let end = index + 1 < lines.count ? "\\n" : ""
        return "    \"\(line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\(end)\""
      }
      return
        "  {\n   \"cell_type\": \"\(type)\",\n   \"source\": [\n\(texts.joined(separator: ",\n"))\n   ]\n  }"
    }
    return
      "{\n \"cells\": [\n\(written.joined(separator: ",\n"))\n ],\n \"metadata\": {\"language_info\": {\"name\": \"\(language)\"}},\n \"nbformat\": 4\n}\n"
  }

  @Test func figuresAndTheirPlaces() throws {
    let text = notebook([
      ("markdown", "# A\n\n```actplot\nrelu --name \"r\"\n```"),
      ("code", "%matplotlib inline\nimport torch\nx = torch.arange(-8.0, 8.0, 0.1)"),
      ("raw", "```actplot\ngelu\n```"),
      ("code", "y = torch.tanh(x)\nd2l.plot(x, y)\nd2l.plot(x, z)"),
      ("markdown", "```actplot\nrelu 'a"), ("markdown", "```actplot\nelu\n```"),
    ])
    let read = try Read(text)
    #expect(read.figures.map { $0.settings["functions"] } == [["relu"], ["tanh"], ["elu"]])
    #expect(read.figures.map(\.isOfCell) == [false, true, false])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[read.figures[0].place.line - 1].contains("relu --name"))
    #expect(lines[read.figures[1].place.line - 1].contains("d2l.plot(x, y)"))
    // A block that does not end takes only its cell with it.
    #expect(read.problems.count == 1)
    #expect(lines[try #require(read.problems.first).place.line - 1].contains("actplot"))
    #expect(read.remarks.count == 1 && read.remarks[0].message.contains("“z” is not set"))
    let problem = read.file.problem(at: read.figures[1].place, "A.")
    #expect(problem?.line == "d2l.plot(x, y)")
    #expect(read.file.problem(at: Place(file: "b", line: 1), "A.") == nil)
  }

  @Test func linesOfOneLineAreCountedOn() throws {
    let read = try Read(
      "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"```actplot\\nrelu\\n```\\n\"}]}")
    #expect(read.figures.map(\.place.line) == [2])
    #expect(
      read.remarks.count == 1 && read.remarks[0].message.contains("counted from where they begin"))
  }

  @Test func codeOfOtherLanguagesIsNotLookedAt() throws {
    let read = try Read(
      notebook(
        [("code", "d2l.plot(x, y)"), ("markdown", "```actplot\nelu\n```")], language: "julia"))
    #expect(read.figures.count == 1 && read.remarks.isEmpty)
  }

  @Test(arguments: [
    ("", "not JSON"), ("a: b", "not JSON"), ("{}", "no cells"),
    ("{\"worksheets\": []}", "no cells"),
  ])
  func whatIsNoNotebook(_ text: String, _ words: String) {
    let problem = #expect(throws: Problem.self) { try Read(text) }
    #expect(problem?.message.contains(words) == true)
  }

  @Test func nothingInIt() throws {
    for cells in [
      "[]", "[1]", "[{\"cell_type\": \"code\", \"source\": []}]", "[{\"source\": \"a\"}]",
    ] {
      let read = try Read("\u{FEFF}{\"cells\": \(cells)}")
      #expect(read.figures.isEmpty && read.remarks.isEmpty && read.problems.isEmpty)
    }
  }
}
