import BlankForms
import Casework
import PageLayout

/// Where one may write on a page, by what is printed.
extension BlankGround {
  /// Cells, lines and boxes, those of the document's own form first.
  func places() -> [LearntPlace] {
    let ofForm = formFields()
    var boxes = checkBoxes()
    let combs = self.combs()
    boxes.removeAll { box in combs.contains { box.box.isNested(with: $0.box) } }
    let printed = combs + boxes + cellPlaces(besides: boxes.map(\.box)) + linePlaces()
    var places = ofForm
    for place in printed + openPlaces(besides: printed.map(\.box)) where isFree(place) {
      let isKnown = places.contains {
        $0.box.isNested(with: place.box) || isOnLine(of: $0, place)
      }
      if !isKnown { places.append(place) }
    }
    return places.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// Whether there is room to write: in pictures there are lines, too.
  private func isFree(_ place: LearntPlace) -> Bool {
    if case .comb = place.shape { return true }
    guard !place.isBox else { return true }
    let area = PixelArea(place.box.insetBy(dx: 1, dy: 1), pointsPerPixel: pointsPerPixel)
    return Double(ink.cut(area).inkCount)
      < LearningThresholds.mostInk * Double(max(1, area.pixelCount))
  }

  /// Fields of a document's form stand a little off the lines that they are meant for.
  private func isOnLine(of field: LearntPlace, _ place: LearntPlace) -> Bool {
    guard case .field = field.shape, !place.isBox else { return false }
    let grown = field.box.insetBy(dx: -4, dy: -6)
    return place.box.share(within: grown) > 0.3
      && min(field.box.maxX, place.box.maxX) - max(field.box.x, place.box.x)
        > 0.5 * min(field.box.width, place.box.width)
  }

  private func formFields() -> [LearntPlace] {
    reading.fields.compactMap { field in
      switch field.kind {
      case .text, .choice, .signature, .unknown:
        guard field.box.width >= 6, field.box.height >= 5 else { return nil }
        return LearntPlace(
          shape: .field(field.kind), box: field.box, label: label(of: field.box),
          context: context(of: field.box))
      // One without a state is pressed, and not ticked.
      case .button:
        guard field.value != nil, field.box.width >= 4, field.box.height >= 4 else { return nil }
        return LearntPlace(
          shape: .field(.button), box: field.box, label: label(ofBox: field.box),
          context: context(of: field.box))
      }
    }
  }

  // MARK: - Boxes

  private func checkBoxes() -> [LearntPlace] {
    (squares.map { $0.insetBy(dx: -1, dy: -1) } + brackets()).map {
      LearntPlace(shape: .box, box: $0, label: label(ofBox: $0), context: context(of: $0))
    }
  }

  /// `[ ]` and `( )` in type.
  private func brackets() -> [Box] {
    let open: Set<String> = ["[", "("]
    let closed: Set<String> = ["[]", "()", "[_]", "(_)", "[__]", "(__)", "[___]", "(___)"]
    var found: [Box] = []
    for line in reading.lines {
      for (index, word) in line.words.enumerated() {
        if closed.contains(word.text) {
          found.append(word.box)
        } else if open.contains(word.text), index + 1 < line.words.count {
          let next = line.words[index + 1]
          if next.text.first.map({ "])".contains($0) }) == true, next.box.x - word.box.maxX < 18 {
            found.append(
              Box(
                x: word.box.x, y: word.box.y, width: next.box.x + 4 - word.box.x,
                height: word.box.height))
          }
        }
      }
    }
    return found
  }

  /// Rows of boxes that touch: one letter in each.
  private func combs() -> [LearntPlace] {
    let narrow = (cells + squares).filter {
      $0.width >= LearningThresholds.leastCombCell && $0.width < LearningThresholds.leastCell.width
        && print(in: $0).isEmpty
    }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var runs: [[Box]] = []
    for box in narrow {
      let match = runs.lastIndex { run in
        guard let last = run.last else { return false }
        return abs(last.y - box.y) < 2 && abs(last.height - box.height) < 2
          && (-1..<LearningThresholds.combGap).contains(box.x - last.maxX)
      }
      if let match { runs[match].append(box) } else { runs.append([box]) }
    }
    return runs.filter { $0.count >= LearningThresholds.fewestOfComb }.compactMap { run in
      Box.around(run).map {
        LearntPlace(shape: .comb, box: $0, label: label(of: $0), context: context(of: $0))
      }
    }
  }

  // MARK: - Cells

  private func cellPlaces(besides boxes: [Box]) -> [LearntPlace] {
    let least = LearningThresholds.leastCell
    return cells.filter { $0.width >= least.width && $0.height >= least.height }
      .compactMap { cell in
        guard !boxes.contains(where: { cell.holdsMiddle(of: $0) }), !hasLines(in: cell),
          !cells.contains(where: { $0 != cell && $0.share(within: cell) > 0.9 }),
          let free = freePart(of: cell)
        else { return nil }
        let own = print(in: cell)
        if !own.isEmpty, isColumnHead(cell) || isHeading(own) && free.x > cell.x + 2 { return nil }
        let label = own.isEmpty ? label(ofEmptyCell: cell) : own
        return LearntPlace(shape: .cell, box: free, label: label, context: label)
      }
  }

  /// Over an empty cell of its width.
  private func isColumnHead(_ cell: Box) -> Bool {
    cells.contains { other in
      abs(other.x - cell.x) < 4 && abs(other.maxX - cell.maxX) < 4
        && (0..<4).contains(other.y - cell.maxY) && print(in: other).isEmpty
    }
  }

  /// Lines to write on that are not its own edges.
  private func hasLines(in cell: Box) -> Bool {
    level.contains { line in
      line.width >= LearningThresholds.leastPart && cell.insetBy(dx: 2, dy: 3).holdsMiddle(of: line)
    }
  }

  /// What of a cell is left white beside its label.
  private func freePart(of cell: Box) -> Box? {
    let words = print(in: cell)
    guard let said = Box.around(words.map(\.box)) else { return cell.insetBy(dx: 1, dy: 1) }
    let least = LearningThresholds.leastCell
    let clear = LearningThresholds.clearance
    let below = Box(
      x: cell.x, y: said.maxY + clear, width: cell.width,
      height: max(0, cell.maxY - said.maxY - clear))
    let beside = Box(
      x: said.maxX + clear, y: cell.y, width: max(0, cell.maxX - said.maxX - clear),
      height: cell.height)
    let above = Box(
      x: cell.x, y: cell.y, width: cell.width, height: max(0, said.y - clear - cell.y))
    if said.area > LearningThresholds.mostPrint * cell.area, below.height < 2 * least.height {
      return nil
    }
    if below.height >= least.height { return below }
    if beside.width >= 1.5 * least.width, said.height < 3 * usualHeight { return beside }
    return above.height >= least.height ? above : nil
  }

  // MARK: - Lines

  private func linePlaces() -> [LearntPlace] {
    let edges = cells.filter { $0.width >= LearningThresholds.leastCell.width } + squares
    let lines = level.filter { line in
      !edges.contains { cell in
        (abs(cell.y - line.maxY) < 3.5 || abs(cell.maxY - line.y) < 3.5)
          && min(cell.maxX, line.maxX) - max(cell.x, line.x) > 0.5 * min(line.width, cell.width)
      }
    }
    let wide =
      (Box.around(print.map(\.box))?.width ?? reading.width) * LearningThresholds.separatorShare
    return lines.flatMap { line -> [LearntPlace] in
      guard line.width < wide || isOfSeries(line, lines) || hasLabel(line) else { return [] }
      return freeParts(of: line).compactMap { part in place(over: part, of: line) }
    }
  }

  /// Words lead to it, or small ones stand under it; under a line between sections stands a heading.
  private func hasLabel(_ line: Box) -> Bool {
    let under = wordsUnder(line)
    let isOfNext =
      isHeading(under) || under.allSatisfy { $0.text == $0.text.uppercased() }
      || line.y > LearningThresholds.foot * reading.height
    if !under.isEmpty && !isOfNext || !words(before: line, on: line.maxY).isEmpty { return true }
    let parts = freeParts(of: line)
    return parts.count == 1 && parts[0].lowerBound > line.x + 1 && !isHeading(standing(on: line))
  }

  /// Lines one under the other are an answer's.
  private func isOfSeries(_ line: Box, _ lines: [Box]) -> Bool {
    lines.contains { other in
      other != line && LearningThresholds.lineSpacing.contains(abs(other.y - line.y))
        && abs(other.maxX - line.maxX) < 12 && other.width > 0.5 * line.width
    }
  }

  private func standing(on line: Box) -> [Word] {
    print.filter {
      $0.box.maxX > line.x && $0.box.x < line.maxX && (-4..<9).contains(line.y - $0.box.maxY)
        && $0.box.midY < line.y
    }.sorted { $0.box.x < $1.box.x }
  }

  /// What of a line no word stands on.
  private func freeParts(of line: Box) -> [ClosedRange<Double>] {
    let standing = standing(on: line).map(\.box)
    var parts: [ClosedRange<Double>] = []
    var left = line.x
    for word in standing {
      if word.x - left > 1 { parts.append(left...(word.x - 1)) }
      left = max(left, word.maxX + 1)
    }
    if line.maxX > left { parts.append(left...line.maxX) }
    return parts.filter { part in
      let width = part.upperBound - part.lowerBound
      return standing.isEmpty || width >= LearningThresholds.leastPart
    }
  }

  private func place(over part: ClosedRange<Double>, of line: Box) -> LearntPlace? {
    let (x, width) = (part.lowerBound, part.upperBound - part.lowerBound)
    let over = print.map(\.box) + level.filter { $0 != line }
    let top =
      over.filter { $0.midY < line.y - 1 && $0.maxX > x + 1 && $0.x < part.upperBound - 1 }
      .map(\.maxY).max() ?? 0
    let free = line.y - top
    guard free >= LearningThresholds.leastAbove else { return nil }
    let height = min(free, LearningThresholds.writingHeight)
    let box = Box(x: x, y: line.y - height, width: width, height: height)
    let before = words(before: box, on: line.y)
    let after = words(after: box, on: line.y)
    if width <= LearningThresholds.longestTickLine, before.isEmpty, !after.isEmpty {
      return LearntPlace(shape: .box, box: box, label: after, context: after)
    }
    return LearntPlace(
      shape: .line, box: box, label: label(of: box), context: context(of: box))
  }

  // MARK: - White

  /// White beside labels that end in a colon and have nothing to write on: several one under the other,
  /// or one within a frame.
  private func openPlaces(besides places: [Box]) -> [LearntPlace] {
    let right = print.map(\.box.maxX).max() ?? reading.width
    let open = reading.lines.flatMap(\.segments).compactMap { segment -> LearntPlace? in
      let words = segment.words.filter(\.hasText)
      guard segment.words.last?.text.hasSuffix(":") == true,
        words.count <= LearningThresholds.wordsOfOpenLabel, let said = Box.around(words.map(\.box))
      else { return nil }
      let row = Box(
        x: said.maxX + 2, y: said.y - 2, width: max(0, right - said.maxX - 2),
        height: said.height + 4)
      let frame = cells.filter { $0.holdsMiddle(of: said) }.min { $0.area < $1.area }
      let ends =
        (print.map(\.box) + upright + places).filter {
          $0.maxX > row.x + 1 && $0.isInRow(with: row, share: 0.3)
        }.map(\.x) + [frame?.maxX ?? right]
      let box = Box(
        x: row.x, y: row.y, width: max(0, (ends.min() ?? right) - row.x - 2), height: row.height)
      guard box.width >= LearningThresholds.leastOpen else { return nil }
      return LearntPlace(shape: .cell, box: box, label: words, context: words)
    }
    return open.filter { place in
      let isFramed = cells.contains { $0.holdsMiddle(of: place.box) }
      let isOfColumn = open.contains {
        abs($0.box.y - place.box.y) > 4 && abs($0.box.y - place.box.y) < 3.2 * place.box.height
      }
      return isFramed || isOfColumn || place.label.count <= 2
    }
  }
}
