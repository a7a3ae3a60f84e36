package import Casework

/// Which piece of which page is cut out as the picture of which finding.
package struct CropPlan: Hashable, Sendable {
  package struct Crop: Hashable, Sendable {
    package var id: FindingID
    /// In points of the upright page, within the page.
    package var box: Box
  }

  /// In the order of the findings.
  package private(set) var crops: [PageReference: [Crop]] = [:]

  /// The pages that have crops, in order.
  package var pages: [PageReference] { crops.keys.sorted() }

  /// Plans a crop for every attestation but fields with a birth date in them, every date but birth
  /// dates, and every passage but those beside something hidden. Since checks rest on these, every
  /// check's evidence has its picture.
  ///
  /// A date or passage is shown with the line that it stands on: `05/06/2024` alone does not say
  /// whose date it is.
  ///
  /// - Parameter margin: white around the finding, in points.
  package init(facts: CaseFacts, passages: [Passage], margin: Double) {
    let sheets = Self.sheets(of: facts)
    func add(_ id: FindingID, _ place: Place, context: Box?) {
      guard let sheet = sheets[place.page] else { return }
      let seen = context.map(place.box.union) ?? place.box
      guard let box = Self.frame(seen, margin: margin, in: sheet.size) else { return }
      crops[place.page, default: []].append(Crop(id: id, box: box))
    }
    let births = facts.dates.filter { $0.role == .birth }.map(\.place)
    for attestation in facts.attestations
    where attestation.kind != .formField || !births.contains(where: attestation.place.meets) {
      add(attestation.id, attestation.place, context: nil)
    }
    for date in facts.dates where date.role != .birth {
      add(date.id, date.place, context: sheets[date.place.page]?.line(at: date.place.box))
    }
    for passage in passages where !passage.isMasked {
      add(
        passage.id, passage.place, context: sheets[passage.place.page]?.line(at: passage.place.box))
    }
  }

  private struct Sheet {
    var size: Box
    var lines: [TextLine]

    /// The lines that `box` stands on: those whose height it shares for more than half of the
    /// lower of the two.
    func line(at box: Box) -> Box? {
      Box.around(
        lines.map(\.box).filter { line in
          let shared = min(line.maxY, box.maxY) - max(line.y, box.y)
          let gap = max(line.x, box.x) - min(line.maxX, box.maxX)
          return shared > min(line.height, box.height) / 2 && gap < Self.reach
        })
    }

    /// How far beside a date, in points, a piece of text still belongs to its line.
    private static let reach = 72.0
  }

  /// Smaller pictures are hard to place on the page, in points.
  private static let leastWidth = 144.0
  private static let leastHeight = 36.0

  private static func sheets(of facts: CaseFacts) -> [PageReference: Sheet] {
    var sheets: [PageReference: Sheet] = [:]
    for document in facts.documents {
      for page in document.survey.pages {
        let reference = PageReference(document: document.ingested.id, page: page.number)
        sheets[reference] = Sheet(
          size: Box(x: 0, y: 0, width: page.width, height: page.height), lines: [])
      }
      for page in document.pages {
        guard let reading = page.reading else { continue }
        sheets[page.page] = Sheet(
          size: Box(x: 0, y: 0, width: reading.width, height: reading.height),
          lines: reading.lines)
      }
    }
    return sheets
  }

  /// `box` with its margin and at least the least size, moved and cut to lie within `page`; `nil`
  /// where it lies beside the page.
  private static func frame(_ box: Box, margin: Double, in page: Box) -> Box? {
    let wanted = box.insetBy(
      dx: -max(margin, (leastWidth - box.width) / 2),
      dy: -max(margin, (leastHeight - box.height) / 2))
    guard box.width >= 0, box.height >= 0, wanted.intersection(page) != nil else { return nil }
    var moved = wanted
    moved.x = max(0, min(wanted.x, page.maxX - wanted.width))
    moved.y = max(0, min(wanted.y, page.maxY - wanted.height))
    return moved.intersection(page)
  }
}

extension Place {
  fileprivate func meets(_ other: Place) -> Bool {
    page == other.page && box.intersection(other.box) != nil
  }
}
