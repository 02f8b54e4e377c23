internal import Activations
internal import Figures
internal import Files

/// What the reader of a page searches and compares with. All of it needs scripts.
extension CatalogPage {
  func addFilters(to html: inout Markup) {
    html.raw("<p class=\"notice page-notice script\" role=\"status\"></p>\n")
    guard entries.count > 1 else { return }
    html.open("form", ["class": "filters script", "role": "search", "autocomplete": "off"])
    html.open("label", ["class": "search"])
    html.element("span", text: words.search)
    html.open(
      "input", ["type": "search", "id": "search", "placeholder": words.searchHint], end: ">")
    html.close("label")
    let families = Activation.Family.allCases.filter { family in
      entries.contains { $0.report.activation?.family == family }
    }
    addChoice("family", words.family, families.map { ($0.rawValue, words.name(of: $0)) }, to: &html)
    let frameworks = Framework.allCases.filter { framework in
      entries.contains { $0.report.activation?.names[framework] != nil }
    }
    addChoice("framework", words.framework, frameworks.map { ($0.rawValue, $0.title) }, to: &html)
    html.open("fieldset", ["class": "properties"])
    html.element("legend", text: words.property)
    for property in GalleryProperty.allCases {
      html.open("label")
      html.open(
        "input", ["type": "checkbox", "name": "property", "value": property.rawValue], end: ">")
      html.element("span", text: words.name(of: property))
      html.close("label")
    }
    html.close("fieldset")
    html.raw("<output class=\"shown\" aria-live=\"polite\"></output>\n")
    html.open("button", ["type": "reset", "hidden": ""])
    html.text(words.reset)
    html.raw("</button>\n</form>\n")
  }

  private func addChoice(
    _ id: String, _ label: String, _ choices: [(value: String, title: String)],
    to html: inout Markup
  ) {
    guard choices.count > 1 else { return }
    html.open("label")
    html.element("span", text: label)
    html.open("select", ["id": id])
    html.element("option", ["value": ""], text: words.any)
    for choice in choices { html.element("option", ["value": choice.value], text: choice.title) }
    html.raw("</select>")
    html.close("label")
  }

  /// The comparison, which is empty until functions are chosen.
  func addExplorer(to html: inout Markup) {
    html.open(
      "section",
      ["id": "explorer", "class": "explorer script", "aria-label": words.comparison, "hidden": ""])
    html.raw("<div class=\"explorer-head\">")
    html.element("h2", text: words.comparison)
    html.raw("<ul class=\"chosen\"></ul>")
    html.open("button", ["type": "button", "class": "close"])
    html.text(words.close)
    html.raw("</button></div>\n<p class=\"notice\" role=\"status\"></p>\n")
    html.raw("<form class=\"choices\" autocomplete=\"off\">\n")
    addRadios("order", words.order, Array(zip(["0", "1", "2"], words.orders)), to: &html)
    addRadios(
      "scale", words.scale, [("linear", words.linear), ("log", words.logarithmic)], to: &html)
    addRadios("range", words.range, [("near", words.near), ("far", words.far)], to: &html)
    html.open("label", ["class": "single"])
    html.raw("<input type=\"checkbox\" name=\"single\">")
    html.element("span", text: words.single)
    html.element("small", text: words.singleHint)
    html.close("label")
    html.open("label", ["class": "threshold"])
    html.element("span", text: words.threshold)
    html.raw("<input type=\"range\" name=\"threshold\" min=\"0\" max=\"24\" value=\"0\">")
    html.raw("<output></output>")
    html.close("label")
    html.raw("</form>\n<div class=\"chart\"></div>\n")
    html.open("div", ["class": "reading"])
    html.open("label")
    html.element("span", text: words.readAt)
    html.raw("<input type=\"range\" name=\"x\" min=\"0\" max=\"320\" value=\"160\">")
    html.close("label")
    html.raw("<output aria-live=\"off\"></output>")
    html.close("div")
    html.element("p", ["class": "note"], text: words.readingNote)
    html.raw("<ul class=\"dead\"></ul>\n")
    html.open("div", ["class": "command"])
    html.open("label")
    html.element("span", text: words.command)
    html.raw("<select name=\"format\">")
    for format in ["svg", "pdf", "png"] { html.element("option", text: format) }
    html.raw("</select>")
    html.close("label")
    html.addCode("", "", copy: words.copy)
    html.close("div")
    html.element("p", ["class": "note command-note", "hidden": ""], text: words.commandNote)
    html.close("section")
  }

  private func addRadios(
    _ name: String, _ legend: String, _ choices: [(value: String, title: String)],
    to html: inout Markup
  ) {
    html.open("fieldset")
    html.element("legend", text: legend)
    for choice in choices {
      html.open("label")
      html.open("input", ["type": "radio", "name": name, "value": choice.value], end: ">")
      html.element("span", text: choice.title)
      html.close("label")
    }
    html.close("fieldset")
  }
}
