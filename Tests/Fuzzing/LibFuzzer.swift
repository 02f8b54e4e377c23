import Files

#if LIBFUZZER
  import Figures
  import Glibc

  /// libFuzzer in place of the loop with a mutator of our own: it sees which code an input reaches.
  enum LibFuzzer {
    nonisolated(unsafe) private static var check: ([UInt8]) throws -> Void = { _ in }

    @_silgen_name("LLVMFuzzerRunDriver")
    private static func runDriver(
      _ count: UnsafeMutablePointer<CInt>,
      _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
      _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    static func run<Target: FuzzTarget>(_ type: Target.Type, _ options: Options) throws {
      check = checker(try type.init())
      let corpus = "\(options.folder)/\(type.name).corpus"
      mkdir(corpus, 0o777)
      for (index, input) in try type.corpus.enumerated() {
        try CurrentInput("\(corpus)/\(index)").set(input)
      }
      let dictionary = "\(options.folder)/\(type.name).words"
      try CurrentInput(dictionary).set(Array(type.words.map(entry).joined().utf8))
      // libFuzzer has its own clock for inputs that take too long.
      CurrentInput.limitTime(to: 0)
      let seed = options.seed % UInt64(Int32.max)
      let status = run([
        "Fuzzing", corpus, "-max_total_time=\(options.seconds)", "-seed=\(seed)", "-timeout=10",
        "-rss_limit_mb=3072", "-max_len=\(Mutator.longest)", "-dict=\(dictionary)",
        "-artifact_prefix=\(options.folder)/\(type.name)-", "-print_final_stats=1", "-verbosity=0",
      ])
      guard status == 0 else { throw Violation("libFuzzer ended with status \(status).") }
    }

    private static func checker<Target: FuzzTarget>(
      _ target: Target
    ) -> ([UInt8]) throws -> Void {
      var target = target
      return { _ = try target.check(Target.repaired($0)) }
    }

    /// A line of a dictionary.
    private static func entry(_ word: String) -> String {
      let bytes = word.utf8.map { byte in
        let digits = String(byte, radix: 16)
        return "\\x\(digits.count == 1 ? "0" : "")\(digits)"
      }
      return "\"\(bytes.joined())\"\n"
    }

    /// Runs libFuzzer with these words of its command line, and gives its status.
    private static func run(_ words: [String]) -> CInt {
      var count = CInt(words.count)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: words.count + 1)
      for (index, word) in words.enumerated() { list[index] = strdup(word) }
      list[words.count] = nil
      var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = list
      return runDriver(&count, &arguments) { bytes, count in
        do {
          try LibFuzzer.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        } catch {
          writeToStandardError("\(error)\n")
          abort()
        }
        return 0
      }
    }
  }
#endif
