import Foundation
import Testing

@testable import Books

/// The YAML files that users copy, or that other programs read.
@Suite struct ExampleFilesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func node(_ path: String) throws -> YAMLNode {
    let bytes = Array(try Data(contentsOf: Self.root.appending(path: path)))
    let reader = try YAMLReader(SourceText(bytes, file: path))
    let node = try reader.node(try #require(try reader.root()))
    try reader.end()
    #expect(reader.takeProblems().isEmpty)
    return node
  }

  private func entries(_ node: YAMLNode) -> [String: YAMLNode] {
    guard case .mapping(let entries) = node.value else { return [:] }
    return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  @Test func hooksHaveWhatPreCommitWants() throws {
    guard case .list(let hooks) = try node(".pre-commit-hooks.yaml").value else {
      Issue.record("There is no list of hooks.")
      return
    }
    #expect(
      hooks.compactMap { entries($0)["id"]?.text } == ["actplot-batch", "actplot-golden-check"])
    for hook in hooks {
      #expect(["name", "entry", "language"].allSatisfy { entries(hook)[$0]?.text != nil })
      #expect(entries(hook)["language"]?.text == "system")
    }
  }

  @Test(arguments: [
    ("Examples/github-actions/figures.yml", "jobs"),
    ("Examples/github-actions/pre-commit-config.yaml", "repos"),
  ])
  func examplesAreYAML(_ path: String, _ key: String) throws {
    #expect(entries(try node(path))[key] != nil)
  }
}
