internal import Glibc

/// The instant that SOURCE_DATE_EPOCH sets for everything that is made, in UTC.
///
/// Without it, files name no time at all. PNG and SVG files never do.
struct SourceDate {
  private let seconds: Int

  /// What the environment says; `nil` if it says nothing.
  static var environment: String? {
    getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) }
  }

  /// Reads seconds since 1970.
  ///
  /// - Throws: `RenderingError.sourceDate` for anything but decimal digits up to the year 9999.
  init(_ text: String) throws(RenderingError) {
    guard !text.isEmpty, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let seconds = Int(text), seconds < 253_402_300_800
    else { throw .sourceDate(text) }
    self.seconds = seconds
  }

  /// The instant as ISO 8601 writes it, to the second.
  var iso8601: String {
    let parts = parts
    return parts[..<3].joined(separator: "-") + "T" + parts[3...].joined(separator: ":") + "Z"
  }

  /// The instant as PDF writes it, to the second.
  var pdf: String { "D:" + parts.joined() + "Z" }

  /// Year, month, day, hour, minute and second, with all their digits.
  private var parts: [String] {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    let numbers = [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
      parts.tm_sec,
    ]
    return zip(numbers, [4, 2, 2, 2, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
