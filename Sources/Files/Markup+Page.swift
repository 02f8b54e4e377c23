internal import Wording

extension Markup {
  /// Opens a page that loads nothing, and whose one script, if it has any, is known by its digest.
  package mutating func addHead(title: String, language: String, style: String, script: String?) {
    // Styles may stand in attributes, where formulas and figures have some.
    let scripts = script.map { "; script-src 'sha256-\(Digest(of: $0.utf8).base64)'" } ?? ""
    let policy =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
      + "form-action 'none'\(scripts)"
    raw("<!DOCTYPE html>\n")
    open("html", ["lang": language], end: ">\n<head>\n<meta charset=\"utf-8\">\n")
    open("meta", ["http-equiv": "Content-Security-Policy", "content": policy], end: ">\n")
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    element("title", text: title)
    raw("<style>\n\(style)</style>\n</head>\n")
  }
}
