internal import Files

extension Markup {
  /// Adds a command or a line of code, with a button that copies it if that has a name.
  ///
  /// - Parameter varied: The same for a parameter that is varied, with “{name}” and “{value}” for the
  ///   script to fill.
  mutating func addCode(_ label: String, _ code: String, copy: String?, varied: String? = nil) {
    open("div", ["class": "code"])
    element("span", text: label)
    element("code", varied.map { ["data-varied": $0] } ?? [:], text: code)
    if let copy {
      open("button", ["type": "button", "class": "script copy"])
      text(copy)
      raw("</button>")
    }
    close("div")
  }
}
