#if canImport(Testing)
  import Foundation
  internal import Testing

  #if canImport(XCTest)
    internal import XCTest
  #endif

  /// The test that an expectation is part of, which has to hear what is wrong: each framework drops
  /// what the other's tests record without a word.
  enum RunningTest {
    /// Makes the running test fail, whichever framework runs it.
    ///
    /// Where none does the process ends with the sentence, for a check that fails unheard is worse
    /// than none.
    static func fail(_ issue: String, at place: SourceLocation) {
      if Test.current != nil {
        Issue.record(Comment(rawValue: issue), sourceLocation: place)
      } else if !failXCTest("\(place.fileID):\(place.line): \(issue)") {
        fatalError(
          """
          expectGolden at \(place.fileID):\(place.line) is called where no test is running that could \
          fail; call it in the task of a Swift Testing test or in an XCTest method, not in a detached \
          task or a thread.
          \(issue)
          """)
      }
    }

    /// Whether pictures can be attached.
    static var keepsAttachments: Bool { Test.current != nil }

    #if canImport(XCTest)
      /// Makes the running XCTest method fail.
      ///
      /// - Returns: Whether there is one.
      private static func failXCTest(_ issue: String) -> Bool {
        let before = failures.count
        XCTFail(issue)
        return failures.count > before
      }

      static let failures = XCTestFailures()
    #else
      private static func failXCTest(_ issue: String) -> Bool { false }
    #endif
  }

  #if canImport(XCTest)
    /// Counts the failures of XCTest methods, which is the only way to learn whether one is running.
    final class XCTestFailures: NSObject, XCTestObservation, @unchecked Sendable {
      private let lock = NSLock()
      private var counted = 0

      override init() {
        super.init()
        XCTestObservationCenter.shared.addTestObserver(self)
      }

      var count: Int { lock.withLock { counted } }

      func testCase(
        _ testCase: XCTestCase, didFailWithDescription description: String, inFile file: String?,
        atLine line: Int
      ) {
        lock.withLock { counted += 1 }
      }
    }
  #endif
#endif
