import Casework
import PageLayout
import WrittenDates

/// Which part each date of one page plays: the nearest of what speaks for one.
///
/// Everything that speaks for a role has a cost, in points of the page as it were; the cheapest
/// wins. Being first on the page is worth nothing.
struct RoleAssignment {
  let sheet: Sheet
  let role: PageRole
  let labels: [PlacedLabel]
  let attestations: [Attestation]
  /// The boxes of all dates of the page.
  let dateBoxes: [Box]
  /// The page has a notary block, or wording that only such a block has. Looked at only where the
  /// words around a date make it matter.
  private let isNotarial: Bool

  init(
    _ sheet: Sheet, role: PageRole, labels: [PlacedLabel], attestations: [Attestation],
    dates: [PlacedDate], notary: Lexicon.Notary
  ) {
    self.sheet = sheet
    self.role = role
    self.labels = labels
    self.attestations = attestations
    dateBoxes = dates.map(\.firstLineBox)
    let mayBeNotarial = dates.contains {
      $0.expression.role == .notarized || $0.expression.role == .commissionExpires
    }
    isNotarial =
      attestations.contains { $0.kind == .notary || $0.kind == .seal }
      || mayBeNotarial
        && (notary.actPhrases.map(\.phrase) + notary.officers).contains {
          !sheet.places(of: $0).isEmpty
        }
  }

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
    if let line, isFaxHeader(line) { votes.append(Vote(role: .other, cost: RoleCosts.faxHeader)) }
    if role == .envelope { votes.append(Vote(role: .postmark, cost: RoleCosts.envelope)) }
    let isStory = line.map { sheet.lines[$0].words.count > DateLabels.stampLineWords } ?? false
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
    let isSentence = cue.role == .notarized || cue.distance > RoleCosts.farTokens
    let token = isSentence ? RoleCosts.tokenOfSentence : RoleCosts.token
    return [Vote(role: cue.role, cost: RoleCosts.words + token * Double(cue.distance))]
  }

  // MARK: - Labels

  private func vote(of label: PlacedLabel, for first: Box, _ box: Box) -> Vote? {
    guard let cost = cost(of: label, for: first, box) else { return nil }
    guard let role = label.role else { return bareDate(label, box, cost) }
    return Vote(role: role, cost: cost, isLabel: true)
  }

  private func cost(of label: PlacedLabel, for first: Box, _ box: Box) -> Double? {
    let height = max(min(first.height, label.box.height), 7)
    if first.isInRow(with: label.box, share: 0.4) {
      let gap = first.x - label.box.maxX
      if gap > -RoleCosts.overlap, gap < RoleCosts.farthestBefore {
        return isBlocked(between: label.box, and: first)
          ? nil : max(0, gap) * RoleCosts.pointBefore
      }
      let after = label.box.x - first.maxX
      return after > -RoleCosts.overlap && after < RoleCosts.farthestAfter * height
        && !label.pointsRight && !hasOwnDate(label) ? RoleCosts.after + after : nil
    }
    guard !hasOwnDate(label) else { return nil }
    let slip = abs(label.box.x - box.x)
    let isAligned =
      label.box.x < box.maxX + RoleCosts.alignment && label.box.maxX > box.x - RoleCosts.alignment
    let below = first.y - label.box.maxY
    if below > -0.4 * height {
      if label.isStampWord, below < RoleCosts.farthestStampWordOver,
        label.box.midX > box.x - RoleCosts.halfStamp,
        label.box.midX < box.maxX + RoleCosts.halfStamp
      {
        return RoleCosts.stampWordOver + below
      }
      return isAligned && below < RoleCosts.farthestOver * height && slip < RoleCosts.widestSlipOver
        ? RoleCosts.over + RoleCosts.pointOver * below + RoleCosts.slip * slip : nil
    }
    let above = label.box.y - box.maxY
    guard above > -0.4 * height, isAligned else { return nil }
    if label.isStampWord, above < RoleCosts.farthestStampWordUnder {
      return RoleCosts.stampWordUnder + above
    }
    return above < RoleCosts.farthestUnder * height && !label.pointsRight
      && slip < RoleCosts.widestSlipUnder
      ? RoleCosts.under + RoleCosts.pointUnder * above + RoleCosts.slip * slip : nil
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
      let gap = date.x - label.box.maxX
      return date.isInRow(with: label.box, share: 0.4) && gap > -RoleCosts.overlap
        && gap < RoleCosts.ownDate
    }
  }

  /// What a bare "Date" means: it belongs to the signature on its line or next to it.
  private func bareDate(_ label: PlacedLabel, _ box: Box, _ cost: Double) -> Vote? {
    let around = label.box.union(box).insetBy(
      dx: -RoleCosts.signatureBeside, dy: -RoleCosts.signatureAbove)
    let signatures = attestations.filter {
      $0.kind == .signature && $0.place.box.intersection(around) != nil
    }
    let nearest = signatures.min {
      abs($0.place.box.midY - label.box.midY) < abs($1.place.box.midY - label.box.midY)
    }
    let role: DatedFact.Role? =
      switch nearest?.role {
      case .complainant, .unknown: .signed
      case .notary: .notarized
      case .witness: .other
      case nil: nil
      }
    if let role { return Vote(role: role, cost: cost + RoleCosts.bareDate, isLabel: true) }
    // Without an attestation, the caption of the place to sign says as much.
    let hasCaption = sheet.lines.contains { line in
      line.box.intersection(around) != nil
        && line.words.contains { Self.signatureWords.contains($0.text.lowercasedLetters) }
    }
    return hasCaption
      ? Vote(role: .signed, cost: cost + RoleCosts.bareDateAtCaption, isLabel: true) : nil
  }

  private static let signatureWords: Set<String> = [
    "signature", "signed", "sign", "declarant", "affiant", "complainant", "signer",
  ]

  // MARK: - Attestations

  private func vote(of attestation: Attestation, for box: Box) -> Vote? {
    func holds(_ place: Box) -> Bool { box.share(within: place.insetBy(dx: -4, dy: -4)) > 0.5 }
    switch attestation.kind {
    case .notary:
      let elements = attestation.notary?.elements ?? [:]
      if let place = elements[.date]?.box, holds(place) {
        return Vote(role: .notarized, cost: RoleCosts.notarialBlank)
      }
      if let place = elements[.commissionExpires]?.box, holds(place) {
        return Vote(role: .commissionExpires, cost: RoleCosts.commissionBlank)
      }
      return holds(attestation.place.box)
        ? Vote(role: .notarized, cost: RoleCosts.notaryBlock) : nil
    case .seal:
      // A seal bears the end of the commission and no other date.
      return holds(attestation.place.box)
        ? Vote(role: .commissionExpires, cost: RoleCosts.seal) : nil
    case .stamp:
      guard attestation.purpose?.isOfArrival ?? true else { return nil }
      return holds(attestation.place.box) ? Vote(role: .received, cost: RoleCosts.stamp) : nil
    case .signature, .digitalSignature, .checkBox, .formField:
      return nil
    }
  }

  // MARK: - Where it stands

  /// A line at the very edge with a time of day: put there by a fax machine.
  private func isFaxHeader(_ index: Int) -> Bool {
    let line = sheet.lines[index]
    guard
      line.box.midY < RoleCosts.faxHead * sheet.height
        || line.box.midY > RoleCosts.faxFoot * sheet.height
    else {
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

extension String {
  /// Its letters, lower case and without accents.
  var lowercasedLetters: String { filter(\.isLetter).folded }
}
