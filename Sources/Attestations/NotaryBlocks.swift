internal import Casework
internal import PageLayout

/// A notarial certificate on a page, found by its wording.
struct NotaryWording {
  var act: NotaryBlock.Act
  /// Around the wording that was found.
  var box: Box
  /// The line that says which act it is; `nil` where none does.
  var actLine: Int?
}

/// Finds the notarial certificates of a page.
///
/// One phrase is no certificate: statutes, contracts and instructions speak of notaries too. It
/// takes an act and two more pieces of a certificate (venue, date, officer, commission) close by,
/// or four pieces without an act.
struct NotaryBlocks {
  let sheet: Sheet
  let lexicon: Lexicon

  private struct Piece {
    var family: String
    /// `nil` for the label of a place to sign.
    var line: Int?
    var box: Box
    var act: NotaryBlock.Act?
  }

  /// The wording of a certificate that is of no act in particular.
  private var others: [(phrases: [Phrase], family: String)] {
    let notary = lexicon.notary
    return [
      (notary.stateLabels, "state"), (notary.countyLabels, "county"),
      (notary.officers, "officer"), (notary.commissionExpiresLabels, "commission"),
      (notary.commissionNumberLabels, "number"), (notary.formulas.day, "day"),
      (notary.formulas.before, "before"), (notary.formulas.appeared, "appeared"),
      (notary.formulas.known, "known"), (notary.formulas.hand, "hand"),
      (notary.formulas.seal, "seal"), (notary.formulas.oaths, "oaths"),
    ]
  }

  /// - Parameter labels: of the page; those of places where an officer signs are pieces too.
  func find(_ labels: [SignatureLabel]) -> [NotaryWording] {
    let officers = labels.filter { $0.role == .notary && $0.kind == .signature && $0.isAlone }
    return clusters(of: pieces(officers)).compactMap { wording(of: $0) }
  }

  private func pieces(_ officers: [SignatureLabel]) -> [Piece] {
    var pieces = officers.map { Piece(family: "officer", line: nil, box: $0.box, act: nil) }
    for (phrase, act) in lexicon.notary.actPhrases {
      for place in sheet.places(of: phrase, least: 0.85) {
        pieces.append(
          Piece(family: "act", line: place.line, box: place.box, act: act))
      }
    }
    for (phrases, family) in others {
      for place in phrases.flatMap({ sheet.places(of: $0, least: 0.88) }) {
        pieces.append(Piece(family: family, line: place.line, box: place.box, act: nil))
      }
    }
    return pieces.sorted { ($0.box.y, $0.box.x, $0.family) < ($1.box.y, $1.box.x, $1.family) }
  }

  /// Pieces that follow each other down the page. An officer's line ends a certificate: what comes
  /// after it belongs to the next one if it begins like one.
  private func clusters(of pieces: [Piece]) -> [[Piece]] {
    var clusters: [[Piece]] = []
    for piece in pieces {
      guard let last = clusters.last, let bottom = last.map(\.box.maxY).max() else {
        clusters.append([piece])
        continue
      }
      let begins = piece.family == "state" || piece.family == "act"
      let isComplete =
        last.contains { $0.family == "act" || $0.family == "appeared" }
        && last.contains {
          $0.family == "officer" || $0.family == "commission"
        }
        && piece.box.y > bottom + 14
      let isFar = piece.box.y > bottom + BlockThresholds.widestGap
      // The words of a seal stand beside the block, often below its last line.
      if isFar || isComplete && begins && opensBlock(piece, pieces) {
        clusters.append([piece])
      } else {
        clusters[clusters.count - 1].append(piece)
      }
    }
    return clusters
  }

  /// Whether more of a certificate follows the piece: a second block, not a stray phrase.
  private func opensBlock(_ piece: Piece, _ pieces: [Piece]) -> Bool {
    let following = pieces.filter {
      $0.box.y > piece.box.y + 4 && $0.box.y < piece.box.y + BlockThresholds.widestGap
    }
    return following.contains { $0.family == "officer" || $0.family == "commission" }
      && (piece.family == "act" || following.contains { $0.family == "act" })
  }

  private func wording(of pieces: [Piece]) -> NotaryWording? {
    let families = Set(pieces.map(\.family))
    let weight = families.reduce(0) { $0 + ($1 == "act" ? 2 : 1) }
    let namesOfficer =
      families.contains("officer") || families.contains("commission") || families.contains("hand")
      || families.contains("seal")
    guard let box = Box.around(pieces.map(\.box)), namesOfficer,
      weight >= BlockThresholds.leastWeight,
      !families.isDisjoint(with: ["act", "before", "appeared"])
    else { return nil }
    let acts = pieces.filter { $0.act != nil }
    return NotaryWording(
      act: Self.act(of: acts.compactMap(\.act)), box: box, actLine: acts.first?.line)
  }

  /// Jurat wording outweighs an acknowledgment's: `personally appeared` opens both.
  private static func act(of acts: [NotaryBlock.Act]) -> NotaryBlock.Act {
    for act in [
      NotaryBlock.Act.copyCertification, .jurat, .acknowledgment, .signatureWitnessing,
    ] where acts.contains(act) {
      return act
    }
    return .unknown
  }
}
