internal import Glibc
internal import Plotting
internal import Typesetting
internal import Wording

/// A scene in the characters of a terminal: curves as dots of braille, sides of the axes as lines, and
/// words as words. Grid, ticks and areas are left out, for which there is no room.
package struct TextPicture {
  private let columns: Int
  private let rows: Int
  private let isColored: Bool
  private var cells: [Cell]

  /// What is seen in the room of a character.
  fileprivate struct Cell {
    /// Dots of braille, as Unicode numbers them.
    var dots: UInt8 = 0
    /// To which sides a line goes on: left, right, up and down.
    var line: UInt8 = 0
    /// What is written there; empty behind a character of two columns.
    var text: Character?
    /// A code of colour, as terminals number them.
    var color: Int?
  }

  /// The room of a character in points. A digit of DejaVu Sans at 10 pt is as wide.
  private static let cell = (width: 6.4, height: 12.8)

  /// Lays a drawing out on so many characters.
  ///
  /// - Parameter isColored: Whether the terminal shows colours.
  /// - Throws: Why it cannot be laid out, which is so in too little room.
  package init(
    _ drawing: any Drawing, columns: Int, rows: Int, isColored: Bool
  ) throws {
    self.columns = columns
    self.rows = rows
    self.isColored = isColored
    cells = Array(repeating: Cell(), count: max(0, columns * rows))
    let scene = try FigureRenderer().scene(
      of: drawing, width: Double(columns) * Self.cell.width,
      height: Double(rows) * Self.cell.height)
    for element in scene.elements { draw(element) }
  }

  /// The lines of text, without spaces at their ends.
  package var text: String {
    (0..<rows).map { row in
      var line = "", color: Int?
      let cells = cells[row * columns..<(row + 1) * columns]
      let end = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? cells.startIndex
      for cell in cells[..<end] {
        if isColored, cell.color != color, !cell.isEmpty {
          line += cell.color.map { "\u{1B}[\($0)m" } ?? "\u{1B}[0m"
          color = cell.color
        }
        line += cell.shown
      }
      return line + (color == nil ? "" : "\u{1B}[0m") + "\n"
    }.joined()
  }

  // MARK: Elements

  private mutating func draw(_ element: Scene.Element) {
    let color = Self.color(of: element.mark)
    switch (element.mark, element.shape) {
    case (.gridLine, _), (.tick, _), (.minorTick, _): break
    case (.spine, .stroke(let runs, _, _)): for run in runs { drawSide(run) }
    case (_, .stroke(let runs, let style, let clip)):
      for run in runs { draw(run, style.dashes, within: clip, color) }
    case (_, .box(let box, let style)):
      if style.opacity > 0.5 { clear(box) }
      // What is nearly round is a unit or a dot.
      if style.edgeWidth > 0, style.cornerRadius > 0.4 * min(box.width, box.height) {
        drawEllipse(in: box, color)
      }
    case (_, .area): break
    case (_, .text(let line)): write(line)
    }
  }

  /// The colours of curves go round; everything else has that of text.
  private static func color(of mark: Scene.Mark) -> Int? {
    switch mark {
    case .curve(let index), .legendHandle(let index), .dot(let index):
      [34, 35, 32, 31, 36, 33][index % 6]
    default: nil
    }
  }

  private func place(_ point: Point) -> (column: Int, row: Int)? {
    let column = (point.x / Self.cell.width).rounded(.down)
    let row = (point.y / Self.cell.height).rounded(.down)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return (Int(column), Int(row))
  }

  // MARK: Lines

  /// A side of the axes, along whole characters.
  private mutating func drawSide(_ run: [Point]) {
    guard var first = run.first, var last = run.last else { return }
    // So far up that the numbers below are never in the same row.
    first.y -= 0.45 * Self.cell.height
    last.y -= 0.45 * Self.cell.height
    guard let start = place(first), let end = place(last) else { return }
    if start.row == end.row {
      for column in min(start.column, end.column)..<max(start.column, end.column) {
        cells[start.row * columns + column].line |= 2
        cells[start.row * columns + column + 1].line |= 1
      }
    } else if start.column == end.column {
      for row in min(start.row, end.row)..<max(start.row, end.row) {
        cells[row * columns + start.column].line |= 8
        cells[(row + 1) * columns + start.column].line |= 4
      }
    }
  }

  /// A line in dots, with the gaps that it has.
  private mutating func draw(
    _ run: [Point], _ dashes: [Double], within clip: Rectangle?, _ color: Int?
  ) {
    let period = dashes.reduce(0, +)
    var way = 0.0
    for (from, to) in zip(run, run.count == 1 ? run : Array(run.dropFirst())) {
      let length = hypot(to.x - from.x, to.y - from.y)
      // A dot is a quarter of a character high; far beyond the page nothing is seen.
      let steps = max(1, Int(min(length, 1e5)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let point = Point(
          x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y))
        if period > 0,
          isInGap((way + share * length).truncatingRemainder(dividingBy: period), dashes)
        {
          continue
        }
        if let clip, !clip.contains(point) { continue }
        set(point, color)
      }
      way += length
    }
  }

  private func isInGap(_ place: Double, _ dashes: [Double]) -> Bool {
    var end = 0.0
    for (index, dash) in dashes.enumerated() {
      end += dash
      if place < end { return index % 2 == 1 }
    }
    return false
  }

  private mutating func drawEllipse(in box: Rectangle, _ color: Int?) {
    let count = max(8, Int(2 * (box.width + box.height)))
    for step in 0..<count {
      let angle = 2 * .pi * Double(step) / Double(count)
      set(
        Point(x: box.midX + box.width / 2 * cos(angle), y: box.midY + box.height / 2 * sin(angle)),
        color)
    }
  }

  private mutating func set(_ point: Point, _ color: Int?) {
    guard let (column, row) = place(point) else { return }
    let x = point.x / Self.cell.width - Double(column)
    let y = point.y / Self.cell.height - Double(row)
    let bits: [[UInt8]] = [[1, 2, 4, 64], [8, 16, 32, 128]]
    let index = row * columns + column
    cells[index].dots |= bits[min(1, Int(2 * x))][min(3, Int(4 * y))]
    cells[index].color = color
  }

  private mutating func clear(_ box: Rectangle) {
    let left = max(0, Int((box.left / Self.cell.width).rounded()))
    let right = min(columns, Int(((box.left + box.width) / Self.cell.width).rounded()))
    let top = max(0, Int((box.top / Self.cell.height).rounded()))
    let bottom = min(rows, Int(((box.top + box.height) / Self.cell.height).rounded()))
    for row in top..<max(top, bottom) {
      for column in left..<max(left, right) { cells[row * columns + column] = Cell() }
    }
  }

  // MARK: Words

  private mutating func write(_ line: Scene.Text) {
    let middle = 0.35 * line.fontSize
    if line.angle == 0 {
      var next = 0
      for case .glyphs(let run) in line.pieces {
        let start = Point(x: line.origin.x + run.origin.x, y: line.origin.y - middle)
        guard let (_, row) = place(Point(x: max(0, start.x), y: start.y)) else { continue }
        // What is closer than a character follows at once, as an index does.
        var column = Int((start.x / Self.cell.width).rounded())
        if next > 0, column <= next + 1 { column = next }
        for character in run.string {
          put(character, column, row)
          column += max(1, character.columns)
        }
        next = column
      }
    } else {
      // Turned words go down, a character a row, as on a sign.
      let words = line.pieces.map { if case .glyphs(let run) = $0 { run.string } else { "" } }
        .joined()
      let length = line.pieces.reduce(0) { length, piece in
        guard case .glyphs(let run) = piece else { return length }
        return max(length, run.origin.x + 0.6 * run.fontSize * Double(run.string.count))
      }
      guard
        let (column, row) = place(Point(x: line.origin.x - middle, y: line.origin.y - length / 2))
      else { return }
      for (index, character) in words.enumerated() {
        put(character, column, row - words.count / 2 + index)
      }
    }
  }

  private mutating func put(_ character: Character, _ column: Int, _ row: Int) {
    guard row >= 0, row < rows, column >= 0, column + max(1, character.columns) <= columns,
      !String(character).hasInvisible
    else { return }
    cells[row * columns + column] = Cell(text: character)
    if character.columns == 2 { cells[row * columns + column + 1] = Cell(text: "\0") }
  }
}

extension TextPicture.Cell {
  fileprivate var isEmpty: Bool { text == nil && dots == 0 && line == 0 }

  /// Words stand before dots, and dots before lines.
  fileprivate var shown: String {
    if let text { return text == "\0" ? "" : String(text) }
    if dots > 0, let braille = Unicode.Scalar(0x2800 + UInt32(dots)) {
      return String(Character(braille))
    }
    return Self.lines[Int(line)]
  }

  /// By the sides to which they go on: left 1, right 2, up 4, down 8.
  private static let lines = [
    " ", "─", "─", "─", "│", "┘", "└", "┴", "│", "┐", "┌", "┬", "│", "┤", "├", "┼",
  ]
}

extension Rectangle {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= left + width && point.y >= top && point.y <= top + height
  }
}
