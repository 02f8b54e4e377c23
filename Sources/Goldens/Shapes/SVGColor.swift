/// A colour of 8 bits a channel, which is what a page can show of it.
package struct SVGColor: Sendable, Hashable, CustomStringConvertible {
  /// Red, green and blue from 0 to 255.
  package var channels: SIMD3<UInt8>
  /// From 0 for clear to 1 for opaque.
  package var alpha = 1.0

  static let black = SVGColor(channels: .zero)

  /// As `#rrggbb`.
  package var description: String {
    let digits = Array("0123456789abcdef")
    return [channels.x, channels.y, channels.z].reduce(into: "#") {
      $0 += [digits[Int($1 >> 4)], digits[Int($1 & 15)]]
    }
  }

  init(channels: SIMD3<UInt8>, alpha: Double = 1) {
    self.channels = channels
    self.alpha = alpha
  }

  /// Reads `#rgb`, `#rrggbb`, either with alpha, `rgb(…)`, `rgba(…)`, `hsl(…)`, `hsla(…)` or a
  /// name; `nil` if it is none of them.
  init?(_ text: String) {
    let text = text.lowercased()
    if text.hasPrefix("#") {
      self.init(hexadecimal: text.dropFirst())
    } else if text.hasPrefix("rgb"), let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      self.init(function: text[text.index(after: open)...].dropLast())
    } else if text.hasPrefix("hsl"), let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      self.init(hues: text[text.index(after: open)...].dropLast())
    } else if let digits = Self.names[text[...]] {
      self.init(hexadecimal: digits)
    } else if text == "transparent" {
      self.init(channels: .zero, alpha: 0)
    } else {
      return nil
    }
  }

  private init?(hexadecimal digits: Substring) {
    var values = digits.compactMap { $0.hexDigitValue.map(UInt8.init) }
    guard values.count == digits.count else { return nil }
    if values.count == 3 || values.count == 4 { values = values.flatMap { [$0, $0] } }
    guard values.count == 6 || values.count == 8 else { return nil }
    let bytes = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    self.init(
      channels: [bytes[0], bytes[1], bytes[2]],
      alpha: bytes.count > 3 ? Double(bytes[3]) / 255 : 1)
  }

  /// What is between the parentheses: numbers to 255, or percentages, and perhaps an alpha.
  private init?(function text: Substring) {
    var scanner = SVGScanner(text)
    var values: [Double] = []
    scanner.skipSpace()
    while !scanner.isAtEnd {
      guard let number = scanner.number(), values.count < 4 else { return nil }
      let whole = values.count < 3 ? 255.0 : 1
      values.append(min(max(scanner.skip("%") ? number / 100 * whole : number, 0), whole))
      scanner.skipSeparator()
      if scanner.skip("/") { scanner.skipSpace() }
    }
    guard values.count >= 3 else { return nil }
    let channels = values.prefix(3).map { UInt8($0.rounded()) }
    self.init(
      channels: [channels[0], channels[1], channels[2]], alpha: values.count > 3 ? values[3] : 1)
  }

  /// A hue in degrees, a saturation and a lightness in percent, and perhaps an alpha.
  private init?(hues text: Substring) {
    var scanner = SVGScanner(text)
    var values: [Double] = []
    scanner.skipSpace()
    while !scanner.isAtEnd {
      guard var number = scanner.number(), number.isFinite, values.count < 4 else { return nil }
      let isPercentage = scanner.skip("%"), unit = isPercentage ? "" : scanner.word()
      // Only hues are angles, and only alphas may be plain.
      guard values.isEmpty ? !isPercentage && ["", "deg"].contains(unit) : unit.isEmpty,
        isPercentage || values.isEmpty || values.count == 3
      else { return nil }
      if isPercentage { number /= 100 }
      values.append(values.isEmpty ? number : min(max(number, 0), 1))
      scanner.skipSeparator()
      if scanner.skip("/") { scanner.skipSpace() }
    }
    guard values.count >= 3 else { return nil }
    let reach = values[1] * min(values[2], 1 - values[2])
    let channels = [0.0, 8, 4].map { offset -> UInt8 in
      let turned = (offset + values[0].truncatingRemainder(dividingBy: 360) / 30 + 12)
        .truncatingRemainder(dividingBy: 12)
      let share = values[2] - reach * max(-1, min(turned - 3, 9 - turned, 1))
      return UInt8((min(max(share, 0), 1) * 255).rounded())
    }
    self.init(
      channels: [channels[0], channels[1], channels[2]], alpha: values.count > 3 ? values[3] : 1)
  }

  /// The names of CSS, with hexadecimal digits after each.
  private static let names: [Substring: Substring] = {
    let words = list.split { $0 == " " || $0 == "\n" }
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: words.count, by: 2).map {
        (words[$0], words[$0 + 1])
      })
  }()

  private static let list = """
    aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc
    bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a
    burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50
    cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b
    darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9
    darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00
    darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b
    darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3
    deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff
    firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc
    ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f
    grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0
    khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd
    lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2
    lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a
    lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899
    lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6
    magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3
    mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a
    mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa
    mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000
    olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa
    palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5
    peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080
    rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513
    salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0
    skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
    springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347
    turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00
    yellowgreen 9acd32
    """
}
