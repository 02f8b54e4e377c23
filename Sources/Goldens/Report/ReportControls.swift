/// The controls of the HTML report. Those of class `script` are seen only where a script can run.
enum ReportControls {
  static let toolbar = """
    <form class="toolbar" autocomplete="off" aria-label="View">
    <fieldset class="choice"><legend class="unseen">View</legend>
    \(choices("view", views))</fieldset>
    <fieldset class="choice"><legend class="unseen">Size</legend>
    \(choices("size", sizes))</fieldset>
    <label class="script filter"><span class="unseen">Filter</span>\
    <input type="search" name="filter" placeholder="Filter by name or finding" title="Key: /">\
    </label>
    <output class="script shown" aria-live="polite"></output>
    <button type="button" class="script keys" title="Key: ?">Keys</button>
    <p class="still">Point at a picture to see its golden.</p>
    </form>

    """

  /// - Parameter canDecide: Whether images can be accepted and refused.
  static func help(canDecide: Bool) -> String {
    """
    <dialog aria-labelledby="keys:title">
    <h2 id="keys:title">Keys</h2>
    <dl>
    <div><dt><kbd>j</kbd> <kbd>→</kbd></dt><dd>Next image</dd></div>
    <div><dt><kbd>k</kbd> <kbd>←</kbd></dt><dd>Previous image</dd></div>
    \(views.enumerated().map(helpLine).joined())<div><dt><kbd>+</kbd> <kbd>−</kbd></dt>\
    <dd>Larger, smaller</dd></div>
    \(canDecide ? deciding : "")\
    <div><dt><kbd>/</kbd></dt><dd>Filter; <kbd>Esc</kbd> clears it</dd></div>
    <div><dt><kbd>?</kbd></dt><dd>These keys</dd></div>
    </dl>
    <button type="button" autofocus>Close</button>
    </dialog>

    """
  }

  private static let deciding = """
    <div><dt><kbd>a</kbd></dt><dd>Accept the image, or undo that</dd></div>
    <div><dt><kbd>r</kbd></dt><dd>Refuse the image, or undo that</dd></div>

    """

  private struct Choice {
    let value: String
    let label: String
    var key = ""
    var needsScript = false
  }

  private static let views = [
    Choice(value: "side", label: "Side by side", key: "s"),
    Choice(value: "slider", label: "Slider", key: "l", needsScript: true),
    Choice(value: "overlay", label: "Overlay", key: "o"),
    Choice(value: "blink", label: "Blink", key: "b"),
    Choice(value: "difference", label: "Difference", key: "d"),
  ]

  private static let sizes = [
    Choice(value: "fit", label: "Fit"), Choice(value: "1", label: "1:1"),
    Choice(value: "2", label: "2×"), Choice(value: "4", label: "4×"),
  ]

  private static func choices(_ name: String, _ choices: [Choice]) -> String {
    choices.enumerated().map { place, choice in
      let key = choice.key.isEmpty ? "" : " title=\"Key: \(choice.key) or \(place + 1)\""
      let data = choice.key.isEmpty ? "" : " data-key=\"\(choice.key)\""
      return """
        <label\(choice.needsScript ? " class=\"script\"" : "")\(key)><input type="radio" \
        name="\(name)" value="\(choice.value)"\(data)\(place == 0 ? " checked" : "")>\
        <span>\(choice.label)</span></label>

        """
    }.joined()
  }

  private static func helpLine(_ place: Int, _ view: Choice) -> String {
    """
    <div><dt><kbd>\(view.key)</kbd> <kbd>\(place + 1)</kbd></dt><dd>\(view.label)</dd></div>

    """
  }
}
