package import Casework

/// What stands in the place where the value of a field belongs.
package struct FieldContent {
  /// Where the value stands.
  package let zone: Box
  /// The words in it, with the lines that they stand on, in reading order.
  package let words: [(line: TextLine, words: [Word])]
  /// The value, where the document has a field there that is filled in.
  package let fieldValue: TextLine?
  /// Ink that is neither print nor a rule or the side of a cell.
  package let marks: [Mark]

  /// - Parameter label: its zone is levelled around its middle, as a scan that slopes asks for.
  package init(of label: FieldLabel, value side: FieldValueSide, on sheet: Sheet) {
    let zone = label.zone(side, on: sheet)
    self.zone = zone
    func levelled(_ box: Box) -> Box { sheet.levelled(box, around: label.box.midX) }
    words = sheet.lines.compactMap { line in
      let words = line.words.filter { word in
        zone.holdsMiddle(of: levelled(word.box)) && word.text.contains(where: Self.isText)
      }
      return words.isEmpty ? nil : (line, words)
    }
    fieldValue = sheet.reading.fieldLines.first { levelled($0.box).intersection(zone) != nil }
    marks = sheet.marks.filter {
      levelled($0.box).intersection(zone) != nil && !Self.isSideOfCell($0)
    }
  }

  /// Words, a form's value, or as much ink as handwriting has.
  package var isFilled: Bool { fieldValue != nil || !words.isEmpty || ink >= Self.leastInk }

  /// Of the marks, in square points.
  package var ink: Double { marks.reduce(0) { $0 + $1.inkArea } }

  /// Not a speck that was taken for a comma, or a rule for a bar.
  private static func isText(_ character: Character) -> Bool {
    character.isLetterOrNumber || "$§&".contains(character)
  }

  /// A line between two cells, too short for a rule. No figure is as tall and as straight.
  private static func isSideOfCell(_ mark: Mark) -> Bool {
    mark.pieceCount == 1 && mark.box.height >= 15 && mark.box.width <= 0.1 * mark.box.height
  }

  /// Handwriting covers at least so much, in square points; less is dirt.
  private static let leastInk = 4.0
}
