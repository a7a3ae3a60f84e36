import Casework
import PageLayout

/// Which part each date of one page plays: the nearest of what speaks for one.
///
/// Everything that speaks for a role has a cost, in points of the page as it were; the cheapest
/// wins. Being first on the page is worth nothing.
struct RoleAssignment {
  let reading: Reading
  let role: PageRole
  let labels: [PlacedLabel]
  let attestations: [Attestation]
  /// The boxes of all dates of the page.
  let dateBoxes: [Box]
  /// The page has a notary block, or wording that only such a block has. Looked at only where the
  /// words around a date make it matter.
  private let isNotarial: Bool

  init(
    _ reading: Reading, role: PageRole, labels: [PlacedLabel], attestations: [Attestation],
    dates: [PlacedDate]
  ) {
    self.reading = reading
    self.role = role
    self.labels = labels
    self.attestations = attestations
    dateBoxes = dates.map(\.firstLineBox)
    let mayBeNotarial = dates.contains {
      $0.expression.role == .notarized || $0.expression.role == .commissionExpires
    }
    isNotarial =
      attestations.contains { $0.kind == .notary || $0.kind == .seal }
      || mayBeNotarial && Self.notarialWords.contains { !reading.places(of: $0).isEmpty }
  }

  private static let notarialWords = [
    Phrase("notary public"), Phrase("subscribed and sworn"), Phrase("sworn to and subscribed"),
    Phrase("signed and sworn"), Phrase("sworn to before me"), Phrase("acknowledged before me"),
  ]

  private struct Vote {
    var role: DatedFact.Role
    var cost: Double
    /// A label of a date field, not words in a sentence.
    var isLabel = false
  }

  /// The role of a date that stands at `box`, and whether a label says so.
  ///
  /// - Parameters:
  ///   - first: the part of the date on its first line.
  ///   - line: index of that line; `nil` for the value of a form field.
  ///   - cue: what the words of the passage say.
  func role(
    of box: Box, first: Box, line: Int?, cue: (role: DatedFact.Role, distance: Int)?
  ) -> (role: DatedFact.Role, isLabelled: Bool) {
    var votes = labels.compactMap { vote(of: $0, for: first, box) }
    if let cue { votes += vote(of: cue) }
    votes += attestations.compactMap { vote(of: $0, for: box) }
    if let line, isFaxHeader(line) { votes.append(Vote(role: .other, cost: 2)) }
    if role == .envelope { votes.append(Vote(role: .postmark, cost: 90)) }
    let isStory = line.map { reading.lines[$0].words.count > DateLabels.stampLineWords } ?? false
    let admissible = votes.filter { isAdmissible($0, isStory: isStory) }
    guard let best = admissible.min(by: { $0.cost < $1.cost }) else { return (.other, false) }
    return (best.role, best.isLabel)
  }

  /// Exhibits tell of other people's dates: what happened, and when somebody learned of it, is
  /// taken from the complaint's own pages or from a label.
  ///
  /// - Parameter isStory: the date stands on a line with more words than stamps, fields and footers
  ///   have.
  private func isAdmissible(_ vote: Vote, isStory: Bool) -> Bool {
    switch vote.role {
    case .occurrence, .learned: vote.isLabel || role == .form || role == .continuation
    case .notarized, .commissionExpires: vote.isLabel || isNotarial
    // "The plan was revised on 4/24/2019", "Received 28 October: a letter".
    case .received, .postmark, .formRevision:
      vote.isLabel || !isStory || role != .form && role != .continuation
    default: true
    }
  }

  private func vote(of cue: (role: DatedFact.Role, distance: Int)) -> [Vote] {
    // Sworn statements put names and counties between the words and the date.
    let perToken = cue.role == .notarized || cue.distance > 12 ? 1.5 : 5.0
    return [Vote(role: cue.role, cost: 12 + perToken * Double(cue.distance))]
  }

  // MARK: - Labels

  private func vote(of label: PlacedLabel, for first: Box, _ box: Box) -> Vote? {
    guard let cost = cost(of: label, for: first, box) else { return nil }
    guard let role = label.role else { return bareDate(label, box, cost) }
    return Vote(role: role, cost: cost, isLabel: true)
  }

  private func cost(of label: PlacedLabel, for first: Box, _ box: Box) -> Double? {
    let height = max(min(first.height, label.box.height), 7)
    let overlap = min(first.maxY, label.box.maxY) - max(first.y, label.box.y)
    if overlap > 0.4 * min(first.height, label.box.height) {
      let gap = first.x - label.box.maxX
      if gap > -3, gap < 300 {
        return isBlocked(between: label.box, and: first) ? nil : max(0, gap) * 0.25
      }
      // "06/03/2024 (date received)"
      let after = label.box.x - first.maxX
      return after > -3 && after < 4 * height && !label.pointsRight && !hasOwnDate(label)
        ? 60 + after : nil
    }
    guard !hasOwnDate(label) else { return nil }
    let slip = abs(label.box.x - box.x)
    let isAligned = label.box.x < box.maxX + 12 && label.box.maxX > box.x - 12
    let below = first.y - label.box.maxY
    let above = label.box.y - box.maxY
    if below > -0.4 * height {
      if label.isStampWord, below < 48, label.box.midX > box.x - 60, label.box.midX < box.maxX + 60
      {
        return 24 + below
      }
      return isAligned && below < 3 * height && slip < 150 ? 22 + 1.5 * below + slip / 5 : nil
    }
    guard above > -0.4 * height else { return nil }
    if label.isStampWord, above < 30, isAligned { return 34 + above }
    return isAligned && above < 2.5 * height && !label.pointsRight && slip < 120
      ? 44 + 2 * above + slip / 5 : nil
  }

  /// Whether another date stands between a label and a date to the right of it.
  private func isBlocked(between label: Box, and date: Box) -> Bool {
    dateBoxes.contains { other in
      other.midY > min(label.y, date.y) && other.midY < max(label.maxY, date.maxY)
        && other.midX > label.maxX && other.maxX <= date.x + 1
    }
  }

  /// Whether a date stands right of the label on its line: the label is that date's.
  private func hasOwnDate(_ label: PlacedLabel) -> Bool {
    dateBoxes.contains { date in
      let overlap = min(date.maxY, label.box.maxY) - max(date.y, label.box.y)
      let gap = date.x - label.box.maxX
      return overlap > 0.4 * min(date.height, label.box.height) && gap > -3 && gap < 160
    }
  }

  /// What a bare "Date" means: it belongs to the signature on its line or next to it.
  private func bareDate(_ label: PlacedLabel, _ box: Box, _ cost: Double) -> Vote? {
    let around = label.box.union(box).insetBy(dx: -400, dy: -16)
    let signatures = attestations.filter {
      $0.kind == .signature && $0.place.box.intersection(around) != nil
    }
    let nearest = signatures.min {
      abs($0.place.box.midY - label.box.midY) < abs($1.place.box.midY - label.box.midY)
    }
    switch nearest?.role {
    case .complainant, .unknown: return Vote(role: .signed, cost: cost + 10, isLabel: true)
    case .notary: return Vote(role: .notarized, cost: cost + 10, isLabel: true)
    case .witness: return Vote(role: .other, cost: cost + 10, isLabel: true)
    case nil: break
    }
    // Without an attestation, the caption of the place to sign says as much.
    let hasCaption = reading.lines.contains { line in
      line.box.intersection(around) != nil
        && line.words.contains { Self.signatureWords.contains($0.text.lowercasedLetters) }
    }
    return hasCaption ? Vote(role: .signed, cost: cost + 20, isLabel: true) : nil
  }

  private static let signatureWords: Set<String> = [
    "signature", "signed", "sign", "declarant", "affiant", "complainant", "signer",
  ]

  // MARK: - Attestations

  private func vote(of attestation: Attestation, for box: Box) -> Vote? {
    switch attestation.kind {
    case .notary:
      if let block = attestation.notary {
        if let place = block.elements[.date]?.box, place.covers(box) {
          return Vote(role: .notarized, cost: 6)
        }
        if let place = block.elements[.commissionExpires]?.box, place.covers(box) {
          return Vote(role: .commissionExpires, cost: 5)
        }
      }
      return attestation.place.box.covers(box) ? Vote(role: .notarized, cost: 110) : nil
    case .seal:
      // A seal bears the end of the commission and no other date.
      return attestation.place.box.covers(box) ? Vote(role: .commissionExpires, cost: 40) : nil
    case .stamp:
      guard attestation.purpose?.isOfArrival ?? true else { return nil }
      return attestation.place.box.covers(box) ? Vote(role: .received, cost: 80) : nil
    case .signature, .digitalSignature, .checkBox, .formField:
      return nil
    }
  }

  // MARK: - Where it stands

  /// A line at the very edge with a time of day: put there by a fax machine.
  private func isFaxHeader(_ index: Int) -> Bool {
    let line = reading.lines[index]
    guard line.box.midY < 0.05 * reading.height || line.box.midY > 0.96 * reading.height else {
      return false
    }
    let words = line.words.map { $0.text.lowercasedLetters }
    guard !words.contains("filed"), !words.contains("received") else { return false }
    let hasTime = line.words.contains { word in
      let parts = word.text.split(separator: ":")
      return parts.count >= 2 && parts[0].count <= 2 && parts[0].allSatisfy(\.isASCIIDigit)
        && (parts[1].first?.isASCIIDigit ?? false)
    }
    return hasTime || words.contains("fax")
  }
}

extension Box {
  /// Whether most of `other` lies within the box.
  func covers(_ other: Box) -> Bool {
    guard other.area > 0, let common = insetBy(dx: -4, dy: -4).intersection(other) else {
      return false
    }
    return common.area > 0.5 * other.area
  }
}

extension String {
  /// Its letters, lower case and without accents.
  var lowercasedLetters: String { String(filter(\.isLetter).map(\.folded)) }
}
