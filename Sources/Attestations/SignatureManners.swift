internal import Casework
internal import PageLayout

/// Tells how a signature was made, from its ink and from the words about it.
struct SignatureManners {
  let sheet: Sheet

  /// - Parameters:
  ///   - box: the signature's.
  ///   - marks: its ink; empty where only words stand there.
  ///   - label: of its place; `nil` of a free signature.
  func manner(of box: Box, marks: [Mark], label: SignatureLabel?) -> SignatureManner? {
    let words = sheet.words(in: box.insetBy(dx: -2, dy: -2))
      .filter { label?.box.share(within: $0.box) ?? 0 < 0.3 }
    if words.contains(where: \.isTypedSignature) { return .typed }
    if stands(Self.proxies, about: box, label) { return .proxy }
    if stands(Self.signsOfMark, about: box, nil) || isCross(box, marks, words) { return .mark }
    guard !marks.isEmpty else { return nil }
    if sheet.reading.textSource == .pdf { return .picture }
    let areInitials =
      label.map { sheet.words(in: $0.box).contains(where: \.saysInitials) } ?? false
      || box.width <= AttestationThresholds.widestInitials
    return areInitials ? .initials : .handwritten
  }

  /// One of the phrases stands in the signature or on the two lines under it, apart from the label.
  private func stands(_ phrases: [Phrase], about box: Box, _ label: SignatureLabel?) -> Bool {
    let zone = Box(
      x: box.x - AttestationThresholds.aboutSignature, y: box.y,
      width: box.width + 2 * AttestationThresholds.aboutSignature,
      height: box.height + AttestationThresholds.aboutSignature)
    return phrases.contains { phrase in
      sheet.places(of: phrase, least: 0.88, in: zone).contains { place in
        label.map { $0.box.share(within: place.box) < 0.5 } ?? true
      }
    }
  }

  /// Two strokes across each other, about as high as wide, and nothing else.
  private func isCross(_ box: Box, _ marks: [Mark], _ words: [Word]) -> Bool {
    let isSquare = AttestationThresholds.crossAspect.contains(box.width / max(1, box.height))
    let isSmall = max(box.width, box.height) <= AttestationThresholds.largestCross
    if marks.isEmpty {
      return words.count == 1 && Phrase.normalised(words[0].text) == Array("x".utf8)
    }
    return isSquare && isSmall && marks.reduce(0) { $0 + $1.pieceCount } <= 2
      && marks.allSatisfy { $0.eulerNumber == $0.pieceCount }
      && words.allSatisfy { $0.text.count <= 1 }
  }

  private static let proxies = [
    "attorney in fact", "attorneyinfact", "by power of attorney", "under power of attorney",
    "as power of attorney", "holder of power of attorney", "as agent for", "legal guardian of",
    "his attorney", "her attorney", "signed on behalf of",
  ].map { Phrase($0) }

  private static let signsOfMark = [
    "his mark", "her mark", "their mark", "his X mark", "her X mark", "signature by mark",
    "made by mark",
  ].map { Phrase($0) }
}

extension Word {
  fileprivate var saysInitials: Bool {
    Phrase.normalised(text).starts(with: Array("initial".utf8))
  }
}
