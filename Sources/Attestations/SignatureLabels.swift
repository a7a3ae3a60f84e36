internal import Casework
internal import PageLayout

/// Words that name a place to sign.
struct SignatureLabel {
  var role: Attestation.Role
  var box: Box
  /// How surely the words were read: the least of their confidences.
  var confidence: Double
  /// Stands by itself, as labels do, and not in a sentence.
  var isAlone: Bool
  var kind: Kind

  enum Kind: Hashable {
    /// Says that somebody signs here (`Signature of complainant`).
    case signature
    /// Says who somebody is (`Notary Public`, `Witness`): the name stands under a signature, but
    /// in running text as well.
    case office
    /// Leads a signature (`By`, `X`, `/s/`).
    case lead
  }
}

/// Finds the labels of a page.
struct SignatureLabels {
  private var phrases: [(phrase: Phrase, role: Attestation.Role, kind: SignatureLabel.Kind)] = []
  /// What the forms ask for beside signatures: "Name of complainant:" is no place for one.
  private let fields: [Phrase]

  /// - Parameters:
  ///   - forms: their labels name roles; the general ones below hold for every page.
  ///   - notary: what officers sign over on every page.
  init(forms: [FormDescription], notary: Lexicon.Notary) {
    let ofSignatures = forms.flatMap {
      $0.signatureLabels.complainant + $0.signatureLabels.notary + $0.signatureLabels.witness
    }.map { Phrase($0) }
    fields = forms.flatMap(\.fieldLabels.values).flatMap(\.self).map { Phrase($0) }
      .filter { !ofSignatures.contains($0) }
    for labels in forms.map(\.signatureLabels) {
      add(labels.notary, .notary)
      add(labels.witness, .witness)
      add(labels.complainant, .complainant)
    }
    add((notary.signatureLabels + notary.officers).map(\.text), .notary)
    add(Self.witness, .witness)
    add(Self.unknown, .unknown)
    var seen: Set<Phrase> = []
    phrases = phrases.filter { seen.insert($0.phrase).inserted }
    // Longer phrases first: `signature of notary` is not `signature`.
    phrases.sort {
      ($1.phrase.text.utf8.count, $0.phrase.text) < ($0.phrase.text.utf8.count, $1.phrase.text)
    }
  }

  private mutating func add(_ texts: [String], _ role: Attestation.Role) {
    for text in texts {
      let says = text.lowercased().contains("sign")
      let kind: SignatureLabel.Kind =
        Self.leads.contains(text) ? .lead : says ? .signature : .office
      phrases.append((Phrase(text), role, kind))
    }
  }

  private static let witness = [
    "Signature of witness", "Witness signature", "Witness", "Witnesses", "Witnessed by",
  ]
  private static let unknown = [
    "Signature", "Signatures", "Signed", "Sign here", "Signature of applicant", "Your signature",
    "Authorized signature", "Signature of declarant", "Signature of affiant", "Officer signature",
    "Signature and title", "Signature of owner", "Owner signature", "Applicant signature",
    "Signature of person", "Signature of parent", "Signature date", "Signed by", "Affiant",
    "Declarant", "Petitioner", "Applicant", "Testator", "Principal", "President", "Secretary",
    "Vice President", "Chairman", "Director", "Manager", "Incorporator", "Grantor", "Trustee",
    "Attorney for", "Attorneys for", "By",
  ]
  private static let leads: Set<String> = ["By", "Signed"]

  /// Every label on the page, one a place, the topmost first.
  func labels(on sheet: Sheet) -> [SignatureLabel] {
    let fieldBoxes = fields.flatMap { sheet.places(of: $0, least: 0.85) }.map(\.box)
    var labels: [SignatureLabel] = []
    for (phrase, role, kind) in phrases {
      for place in sheet.places(of: phrase, least: kind == .lead ? 1 : 0.85) {
        let line = sheet.segments[place.line]
        // A longer label of a field holds it.
        let isOfField = fieldBoxes.contains {
          place.box.share(within: $0) > 0.9 && $0.width > place.box.width + 2
        }
        guard !isOfField,
          !labels.contains(where: {
            $0.box.share(within: place.box) > 0.5
              || place.box.share(within: $0.box) > 0.5
          })
        else { continue }
        let words = line.words[place.words]
        // "by" within a sentence leads a name.
        if kind == .lead, words.first?.text.first?.isUppercase != true { continue }
        let others = line.words.count { $0.text.contains(where: \.isLetter) } - words.count
        let isAlone =
          kind == .lead
          ? place.words.lowerBound == 0 && others <= 3
          : others <= max(2, words.count)
        labels.append(
          SignatureLabel(
            role: role, box: place.box,
            confidence: words.map(\.confidence).min() ?? 0, isAlone: isAlone, kind: kind))
      }
    }
    labels += lineSigns(on: sheet).filter { sign in
      !labels.contains { $0.box.share(within: sign.box) > 0.5 }
    }
    return labels.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// The X that is printed where a line to sign begins.
  private func lineSigns(on sheet: Sheet) -> [SignatureLabel] {
    sheet.words.filter { word in
      Phrase.normalised(word.text) == Array("x".utf8)
        && sheet.rules.contains { rule in
          let drop = rule.y(at: rule.x) - word.box.maxY
          return rule.width >= AttestationThresholds.lineAfterX
            && rule.x > word.box.x - 4 && rule.x < word.box.maxX + word.box.width + 4
            && drop > -word.box.height && drop < 7
        }
    }.map { word in
      SignatureLabel(
        role: .unknown, box: word.box, confidence: word.confidence, isAlone: true, kind: .lead)
    }
  }
}
