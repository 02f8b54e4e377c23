import Figures
import Files
import Glibc
import TestSupport

/// Tries mutated inputs on what reads them, until something breaks a promise or the time is over.
@main
enum Fuzzing {
  private static var targets: [any FuzzTarget.Type] {
    [
      FormulaTarget.self, LabelTarget.self, SpecTarget.self, MarkdownTarget.self, PNGTarget.self,
      SVGTarget.self, DocumentTarget.self,
    ]
  }

  private static let usage = """
    usage: Fuzzing TARGET [--seconds N] [--seed N] [--folder FOLDER]
           Fuzzing TARGET --input FILE
           Fuzzing --list

    Of the same seed come the same inputs. The one that is being tried stands in
    FOLDER/TARGET.current, from where it is taken if the process ends at it, and one that breaks a
    promise in FOLDER/TARGET-SEED-NUMBER.

    """

  static func main() {
    var words = CommandLine.arguments.dropFirst()
    if words.first == "--list" {
      print(targets.map { $0.name }.joined(separator: "\n"))
      return
    }
    guard let name = words.popFirst(), let target = targets.first(where: { $0.name == name }),
      let options = Options(words)
    else {
      writeToStandardError(usage)
      exit(64)
    }
    do {
      if let input = options.input {
        print(try tried(target, bytes(of: input)))
      } else {
        try run(target, options)
      }
    } catch {
      print("\(name): \(error)")
      exit(1)
    }
  }

  private static func tried(_ target: (some FuzzTarget).Type, _ input: [UInt8]) throws -> String {
    var target = try target.init()
    return try target.check(input)
  }

  #if LIBFUZZER
    private static func run(_ target: (some FuzzTarget).Type, _ options: Options) throws {
      try LibFuzzer.run(target, options)
    }
  #else
    private static func run<Target: FuzzTarget>(_ type: Target.Type, _ options: Options) throws {
      var target = try type.init()
      var mutator = Mutator(seed: options.seed, words: type.words)
      var inputs: [[UInt8]] = []
      var fresh = try type.corpus[...]
      var seen: Set<String> = []
      var count = 0
      let current = try CurrentInput("\(options.folder)/\(type.name).current")
      let end = ContinuousClock.now + .seconds(options.seconds)
      while !fresh.isEmpty || ContinuousClock.now < end {
        let isGood = !fresh.isEmpty
        var input = fresh.popFirst()
        if input == nil, let start = mutator.pick(inputs), let other = mutator.pick(inputs) {
          input = type.repaired(mutator.mutated(start, with: other))
        }
        guard let input else { break }
        count += 1
        try current.set(input)
        do {
          // What is treated like none before is worth going on from.
          if seen.insert(try target.check(input)).inserted || isGood { inputs.append(input) }
        } catch {
          let path = "\(options.folder)/\(type.name)-\(options.seed)-\(count)"
          try CurrentInput(path).set(input)
          throw Violation("\(error)\nThe input is \(path), of seed \(options.seed).")
        }
      }
      CurrentInput.limitTime(to: 0)
      print(
        "\(type.name): \(count) inputs of seed \(options.seed), \(seen.count) ways to treat them")
    }
  #endif

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Violation("\(path) cannot be read.") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}

/// What is said at the prompt.
struct Options {
  var seconds = 20
  var seed: UInt64 = 1
  var folder = "."
  var input: String?

  init?(_ words: ArraySlice<String>) {
    var words = words
    while let name = words.popFirst() {
      guard let value = words.popFirst() else { return nil }
      switch name {
      case "--seconds":
        guard let seconds = Int(value), (1...1_000_000).contains(seconds) else { return nil }
        self.seconds = seconds
      case "--seed":
        guard let seed = UInt64(value) else { return nil }
        self.seed = seed
      case "--folder": folder = value
      case "--input": input = value
      default: return nil
      }
    }
  }
}

/// A file that holds the input that is being tried, whatever becomes of the process.
final class CurrentInput {
  private let descriptor: Int32
  /// The seconds of computing that an input may take; more is a fault, and ends the process.
  private static let mostSeconds = 10

  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Violation("\(path) cannot be written.") }
  }

  deinit { close(descriptor) }

  func set(_ input: [UInt8]) throws {
    let written = input.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    guard written == input.count, ftruncate(descriptor, off_t(written)) == 0 else {
      throw Violation("The input cannot be kept.")
    }
    Self.limitTime(to: Self.mostSeconds)
  }

  /// Ends the process after so many seconds of computing, 0 for never, whatever else runs.
  static func limitTime(to seconds: Int) {
    var limit = itimerval()
    limit.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
  }
}
