import Testing

@testable import Figures

@Suite("Kinds of figures")
struct FigureKindTests {
  @Test(arguments: FigureKind.all.map(\.name))
  func `a kind has each of its settings once`(name: String) throws {
    let kind = try #require(FigureKind.named(name))
    let names = kind.settings.flatMap { [$0.name] + $0.spellings }
    #expect(Set(names).count == names.count, "\(names.sorted())")
  }

  @Test func `no two kinds have a subject in common`() {
    let subjects = FigureKind.all.flatMap(\.subjects)
    #expect(Set(subjects).count == subjects.count)
  }
}
