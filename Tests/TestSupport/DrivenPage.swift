import Foundation

/// A page in Chromium that is driven as a reader drives it, by keys that are pressed: through the
/// DevTools protocol, over two pipes.
public final class DrivenPage {
  private let browser = Process()
  private let folder: URL
  private let requests: Int32
  private let replies: Int32
  private var unread: [UInt8] = []
  private var lastID = 0
  private var session: String?

  /// A key of the keyboard.
  public enum Key: String {
    case tab = "Tab", enter = "Enter", escape = "Escape", space = " "
    case end = "End", home = "Home"
    case left = "ArrowLeft", up = "ArrowUp", right = "ArrowRight", down = "ArrowDown"

    fileprivate var code: Int {
      switch self {
      case .tab: 9
      case .enter: 13
      case .escape: 27
      case .space: 32
      case .end: 35
      case .home: 36
      case .left: 37
      case .up: 38
      case .right: 39
      case .down: 40
      }
    }

    /// What it writes.
    fileprivate var text: String? {
      switch self {
      case .enter: "\r"
      case .space: " "
      default: nil
      }
    }
  }

  /// Opens a page in a window of that size, in pixels, and waits until it is there.
  public init(_ page: [UInt8], width: Int = 1280, height: Int = 900) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "actplot-driven-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "page.html")
    try Data(page).write(to: file)
    let pipes = ["requests", "replies"].map { folder.appending(path: $0).path }
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 {
      throw Chromium.Failure(description: "no pipe can be made in \(folder.path)")
    }
    // With both directions no opening waits for the other end.
    requests = open(pipes[0], O_RDWR)
    replies = open(pipes[1], O_RDWR)
    browser.executableURL = URL(filePath: "/bin/sh")
    browser.arguments =
      ["-c", "exec \"$@\" 3<\(pipes[0]) 4>\(pipes[1])", "sh"] + Chromium.command(in: folder)
      + ["--remote-debugging-pipe", "about:blank"]
    browser.standardInput = FileHandle.nullDevice
    browser.standardOutput = FileHandle.nullDevice
    browser.standardError = FileHandle.nullDevice
    try browser.run()
    let target = try text("targetId", of: ask("Target.createTarget", ["url": "about:blank"]))
    session = try text(
      "sessionId", of: ask("Target.attachToTarget", ["targetId": target, "flatten": true]))
    try ask("Page.enable")
    try ask("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try ask(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    // Scrolling is done when it has begun.
    try ask(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-reduced-motion", "value": "reduce"]]])
    try ask("Page.navigate", ["url": file.absoluteString])
    _ = try value(
      "new Promise((done) => document.readyState === 'complete' ? done() :"
        + " addEventListener('load', () => done()))")
  }

  deinit {
    if browser.isRunning { kill(browser.processIdentifier, SIGKILL) }
    browser.waitUntilExit()
    close(requests)
    close(replies)
    try? FileManager.default.removeItem(at: folder)
  }

  /// What an expression of JavaScript is in the page, as `String` writes it.
  public func value(_ expression: String) throws -> String {
    let reply = try ask(
      "Runtime.evaluate",
      [
        "expression": "(async () => String(await (\(expression))))()", "awaitPromise": true,
        "returnByValue": true,
      ])
    guard reply["exceptionDetails"] == nil, let result = reply["result"] as? [String: Any],
      let value = result["value"] as? String
    else { throw Chromium.Failure(description: "\(expression) has no value: \(reply)") }
    return value
  }

  /// Presses a key and lets it go.
  public func press(_ key: Key, shift: Bool = false, times: Int = 1) throws {
    for _ in 0..<times {
      try strike(key.rawValue, code: key.code, text: key.text, shift: shift)
    }
  }

  /// Presses the keys of letters.
  public func type(_ letters: String) throws {
    for letter in letters {
      let code = Int(letter.uppercased().utf8.first ?? 0)
      try strike(String(letter), code: code, text: String(letter), shift: false)
    }
  }

  private func strike(_ key: String, code: Int, text: String?, shift: Bool) throws {
    var event: [String: Any] = [
      "type": text == nil ? "rawKeyDown" : "keyDown", "key": key, "windowsVirtualKeyCode": code,
      "modifiers": shift ? 8 : 0,
    ]
    if let text { event["text"] = text }
    try ask("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    try ask("Input.dispatchKeyEvent", event)
  }

  // MARK: The protocol

  private func text(_ name: String, of reply: [String: Any]) throws -> String {
    guard let text = reply[name] as? String else {
      throw Chromium.Failure(description: "no \(name) in \(reply)")
    }
    return text
  }

  /// Sends a request and waits for what is replied to it; events in between are none of its business.
  @discardableResult
  private func ask(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    var request: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if let session { request["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: request)) + [0]
    while !bytes.isEmpty {
      let count = write(requests, bytes, bytes.count)
      guard count > 0 else { throw Chromium.Failure(description: "\(method) cannot be asked") }
      bytes.removeFirst(count)
    }
    while true {
      let message = try JSONSerialization.jsonObject(with: Data(nextMessage())) as? [String: Any]
      guard let message, message["id"] as? Int == lastID else { continue }
      if let error = message["error"] {
        throw Chromium.Failure(description: "\(method): \(error)")
      }
      return message["result"] as? [String: Any] ?? [:]
    }
  }

  /// The bytes up to the next zero.
  private func nextMessage() throws -> [UInt8] {
    let end = ContinuousClock.now + .seconds(60)
    while true {
      if let zero = unread.firstIndex(of: 0) {
        defer { unread.removeSubrange(...zero) }
        return Array(unread[..<zero])
      }
      guard browser.isRunning, ContinuousClock.now < end else {
        throw Chromium.Failure(description: "Chromium does not answer; is it installed?")
      }
      var wait = pollfd(fd: replies, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 200) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(replies, &buffer, buffer.count)
      unread += buffer.prefix(max(0, count))
    }
  }
}
