import Glibc

/// The terminal that standard input and output are, from which keys are read as they are pressed.
struct ReviewTerminal {
  /// The terminal; `nil` if there is none.
  init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
  }

  /// Waits for a key; `nil` at the end of input, or when a signal came.
  func key() -> Character? {
    withKeys(timeout: nil) {
      var byte: UInt8 = 0
      return read(STDIN_FILENO, &byte, 1) == 1 ? Character(Unicode.Scalar(byte)) : nil
    }
  }

  /// Asks the terminal something, and reads its answer up to a character; what came until it said
  /// nothing for a while, if it does not end so.
  func answer(to question: String, upTo end: UInt8) -> String {
    withKeys(timeout: 3) {
      let bytes = Array(question.utf8)
      guard write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { return "" }
      var answer: [UInt8] = []
      var byte: UInt8 = 0
      while answer.count < 200, read(STDIN_FILENO, &byte, 1) == 1 {
        answer.append(byte)
        if byte == end { break }
      }
      return String(decoding: answer, as: UTF8.self)
    }
  }

  /// Runs `body` while keys come as they are pressed, and are not shown.
  ///
  /// - Parameter timeout: After how many tenths of a second there is none; `nil` to wait for one.
  private func withKeys<Value>(timeout: UInt8?, _ body: () -> Value) -> Value {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
    var keys = before
    keys.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &keys.c_cc) { characters in
      characters[Int(VMIN)] = timeout == nil ? 1 : 0
      characters[Int(VTIME)] = timeout ?? 0
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &keys)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    return body()
  }

  /// How wide it is in pixels; a guess by its columns if it does not say.
  var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 640 }
    return size.ws_xpixel > 0 ? Int(size.ws_xpixel) : 8 * Int(size.ws_col)
  }

  /// How it shows pictures, by what the environment says of it, or by its own answer.
  func way(_ environment: (String) -> String?) -> PictureWay {
    let name = environment("TERM") ?? "dumb"
    if ["dumb", "linux", ""].contains(name) { return .none }
    if let way = PictureWay(environment) { return way }
    // Every terminal answers the second question, by which the first is known to be unanswered.
    let answer = answer(
      to: "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c", upTo: UInt8(ascii: "c"))
    return PictureWay(answer: answer)
  }
}

extension PictureWay {
  /// What is known by the names of terminals; `nil` for nothing. Within tmux and screen they are not
  /// those that show anything.
  init?(_ environment: (String) -> String?) {
    guard environment("TMUX") == nil, environment("STY") == nil else { return nil }
    let name = environment("TERM") ?? ""
    if environment("KITTY_WINDOW_ID") != nil || name == "xterm-kitty" || name == "xterm-ghostty"
      || ["WezTerm", "ghostty"].contains(environment("TERM_PROGRAM") ?? "")
    {
      self = .kitty
    } else if name.hasPrefix("foot") || name.hasPrefix("mlterm") || name.contains("sixel") {
      self = .sixel
    } else {
      return nil
    }
  }

  /// What a terminal answers for itself: that it took a picture in Kitty's way, or 4 among what it
  /// can do, which is Sixel.
  init(answer: String) {
    let attributes =
      answer.split(separator: "\u{1B}[?").last?.dropLast().split(separator: ";") ?? []
    self =
      answer.contains("_Gi=31;OK") ? .kitty : attributes.dropFirst().contains("4") ? .sixel : .none
  }
}
