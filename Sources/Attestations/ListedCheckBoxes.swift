internal import Casework
internal import PageLayout

/// The check boxes of a form page that stand before words, as findings.
struct ListedCheckBoxes {
  let sheet: Sheet

  struct Found {
    var box: Box
    var state: Attestation.State
    var confidence: Double
    /// The words that it stands before.
    var label: String
    var reason: String
    /// Of the place in the form's description.
    var name: String?
    var onBlankForm: Attestation.State?
  }

  func find() -> [Found] {
    var found: [Found] = []
    for candidate in fields() + signs() + squares() + unclearSquares()
    where !found.contains(where: { $0.box.isNested(with: candidate.box) }) {
      found.append(candidate)
    }
    return found
  }

  private func fields() -> [Found] {
    sheet.fields.filter { $0.kind == .button && $0.value != nil }.compactMap { field in
      let state = CheckBoxes.state(of: field, on: sheet)
      let isContradicted = state == .uncertain
      return label(after: field.box).map {
        Found(
          box: field.box, state: state,
          confidence: isContradicted ? Contradiction.confidence : 0.98, label: $0,
          reason: "a field of the document's form"
            + (isContradicted ? " says one thing and the page shows another" : ""))
      }
    }
  }

  private func signs() -> [Found] {
    sheet.words.compactMap { word in
      guard let state = CheckBoxes.state(ofSign: word.text) else { return nil }
      return label(after: word.box).map {
        Found(
          box: word.box, state: state, confidence: word.source == .pdf ? 0.95 : 0.8, label: $0,
          reason: "a sign for a check box")
      }
    }
  }

  private func squares() -> [Found] {
    let boxes = CheckBoxes(on: sheet) { followsWord($0.box) }
    // A tick reaches over its box: where the other boxes are in one column it is known by that.
    let ticked = sheet.marks.filter { mark in
      boxes.reference != nil && !CheckBoxes.isSquare(mark.box)
        && max(mark.box.width, mark.box.height) <= CheckBoxThresholds.largestTick
        && min(mark.box.width, mark.box.height) >= CheckBoxThresholds.narrowestTick
        && boxes.squares.contains { abs($0.box.x - mark.box.x) < 4 }
        && !followsAnything(mark)
    }
    return
      (boxes.squares.map { (mark: $0, state: state(of: $0, among: boxes)) }
      + ticked.map { (mark: $0, state: .present) })
      .compactMap { mark, state in
        guard let state, let label = label(after: mark.box) else { return nil }
        return Found(
          box: mark.box, state: state, confidence: state == .uncertain ? 0.5 : 0.85, label: label,
          reason: "a square of ink before words")
      }
  }

  /// Squares that OCR read as letters, or that stand so near to the word behind them that the two are
  /// one mark. They are known by their size, which others on the page have too.
  private func unclearSquares() -> [Found] {
    let read = sheet.words.compactMap { word in
      CheckBoxes.state(ofSignInPlace: word.text).map { (box: word.box, state: $0) }
    }
    let inked = sheet.marks.filter {
      $0.pieceCount <= ListedCheckBoxThresholds.mostPieces
        && $0.box.height < $0.largestPieceHeight + 2
    }.map { mark in
      let box = Box(
        x: mark.box.x, y: mark.box.y, width: mark.largestPieceWidth,
        height: mark.largestPieceHeight)
      let isCrossed =
        mark.pieceCount == 1 && CheckBoxes.isCrossed(fill: mark.inkArea / max(1, box.area))
      return (box: box, state: isCrossed ? Attestation.State.present : .uncertain)
    }
    let unclear = (read + inked).filter { CheckBoxes.isSquare($0.box) && !followsWord($0.box) }
    let alike = unclear.map(\.box) + sheet.marks.map(\.box).filter(CheckBoxes.isSquare)
    return unclear.filter { one in
      alike.contains { !$0.isNested(with: one.box) && CheckBoxes.areAlike($0, one.box) }
    }.compactMap { box, state in
      label(after: box, isRead: false).map {
        Found(
          box: box, state: state, confidence: state == .uncertain ? 0.5 : 0.7, label: $0,
          reason: "a square before words, as others of the page")
      }
    }
  }

  private func state(of mark: Mark, among boxes: CheckBoxes) -> Attestation.State? {
    let fill = mark.inkArea / max(1, mark.box.area)
    // The letter of a section in white on black looks like a box that was filled.
    if fill > ListedCheckBoxThresholds.solidFill { return boxes.reference.map { _ in .uncertain } }
    let state = boxes.state(ofInk: mark.inkArea)
    return state != nil && CheckBoxes.isCrossed(fill: fill) ? .present : state
  }

  /// An unread letter (`Section A`) is as square as a box, and stands closer to the word before it.
  private func followsWord(_ box: Box) -> Bool {
    sheet.words.contains { word in
      abs(word.box.midY - box.midY) < box.height / 2
        && (-1..<ListedCheckBoxThresholds.afterWord).contains(box.x - word.box.maxX)
        && word.text.contains(where: \.isLetter)
    }
  }

  /// A letter of a hand has words or ink before it, a box has white.
  private func followsAnything(_ mark: Mark) -> Bool {
    let before = Box(
      x: mark.box.x - ListedCheckBoxThresholds.reach, y: mark.box.y,
      width: ListedCheckBoxThresholds.reach, height: mark.box.height)
    return sheet.words.contains { $0.box.share(within: before) > 0.2 }
      || sheet.marks.contains { $0 != mark && $0.box.share(within: before) > 0.2 }
  }

  /// The words right of a box up to the next one; `nil` where none begin there.
  ///
  /// - Parameter isRead: the first of them has to be read surely.
  private func label(after box: Box, isRead: Bool = true) -> String? {
    for line in sheet.segments {
      guard abs(line.box.midY - box.midY) < max(box.height, line.box.height) / 2 + 2 else {
        continue
      }
      let words = line.words.drop { $0.box.midX < box.maxX }
      guard let first = words.first,
        first.box.x - box.maxX < ListedCheckBoxThresholds.reach,
        first.isSurelyRead || !isRead,
        first.text.contains(where: \.isLetter), CheckBoxes.state(ofSign: first.text) == nil
      else { continue }
      var end = box.maxX + ListedCheckBoxThresholds.reach
      let own = words.prefix { word in
        defer { end = word.box.maxX + sheet.usualHeight }
        // White that wide has the next box in it, or behind it.
        return word.box.x < end && CheckBoxes.state(ofSign: word.text) == nil
      }
      return own.prefix(ListedCheckBoxThresholds.mostWords).map(\.text).joined(separator: " ")
    }
    return nil
  }
}

/// Lengths in points.
enum ListedCheckBoxThresholds {
  /// A box stands this near before its words.
  static let reach = 20.0
  static let mostWords = 12
  /// A space between two words is narrower, the white before a box wider.
  static let afterWord = 6.0
  static let solidFill = 0.75
  /// A box and the word behind it.
  static let mostPieces = 5
}
