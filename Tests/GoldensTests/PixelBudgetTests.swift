import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Goldens

/// How many images are decoded at once.
@Suite struct PixelBudgetTests {
  private struct Use {
    var bytes = 0
    var most = 0
    var runs = 0
  }

  /// However threads meet, no more is spent than there is, but by one that has it all to itself.
  @Test func nobodySpendsMoreThanThereIs() {
    let budget = PixelBudget(bytes: 10)
    let use = Mutex(Use())
    DispatchQueue.concurrentPerform(iterations: 400) { index in
      let wanted = [1, 3, 4, 10, 25, 0][index % 6]
      budget.spending(wanted) {
        use.withLock {
          $0.bytes += wanted
          $0.runs += 1
          if $0.bytes > 10 { #expect($0.bytes == 25) }
        }
        use.withLock { $0.bytes -= wanted }
      }
    }
    #expect(use.withLock { $0.runs } == 400)
    #expect(use.withLock { $0.bytes } == 0)
  }

  @Test func whatFailsGivesBack() {
    struct Failure: Error {}
    let budget = PixelBudget(bytes: 1)
    for _ in 0..<3 {
      #expect(throws: Failure.self) { try budget.spending(1) { throw Failure() } }
    }
    #expect(budget.spending(1) { true })
  }

  @Test(
    arguments: [
      (40, 30, 8, 4800), (40, 30, 16, 9600), (40, 30, 1, 4800), (8192, 8192, 16, 536_870_912),
      // These are refused before memory is taken.
      (8192, 8193, 16, 0), (.max, .max, 16, 0), (.max, .max, 8, 0),
    ] as [(UInt32, UInt32, UInt8, Int)])
  func pixelsAreKnownFromTheHeader(
    _ width: UInt32, _ height: UInt32, _ depth: UInt8, _ bytes: Int
  ) {
    let file = TestPNG.header(width: width, height: height, depth: depth)
    #expect(PNGHeader(file)?.decodedBytes == bytes)
    #expect(PNGHeader(Array(file.prefix(24))) == nil)
  }
}
