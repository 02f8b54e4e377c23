import Goldens
import Testing

@Suite struct ToleranceTests {
  @Test func exactIsTheDefault() {
    #expect(Tolerance() == .exact)
  }
}
