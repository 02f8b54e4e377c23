internal import Files

extension Markup {
  /// Adds a command or a line of code, with a button that copies it if that has a name.
  mutating func addCode(_ label: String, _ code: String, copy: String?) {
    open("div", ["class": "code"])
    element("span", text: label)
    element("code", text: code)
    if let copy {
      open("button", ["type": "button", "class": "script copy"])
      text(copy)
      raw("</button>")
    }
    close("div")
  }
}
