package import Casework
import Foundation
package import PageLayout

/// Makes a description of a form out of its blank.
package struct FormLearner {
  private let wording: Lexicon.Forms

  package init(wording: Lexicon.Forms) { self.wording = wording }

  /// A page of the blank, and what jurat finds on it without knowing the form.
  package struct Page {
    package var reading: Reading
    package var attestations: [Attestation]

    package init(reading: Reading, attestations: [Attestation]) {
      self.reading = reading
      self.attestations = attestations
    }
  }

  /// What of a form can be taken from its blank.
  package struct Learnt: Hashable, Sendable {
    package var titles: [String]
    package var anchors: [String]
    package var continuation: [String]
    package var continuationPages: [Int]
    package var edition: String?
    package var language: String?
    package var places: [FormPlace]
    package var blank: BlankForm
  }

  /// - Parameter pages: In the order of the form. Those whose ink was not kept have no places.
  package func learn(_ pages: [Page]) -> Learnt {
    var names = PlaceNames()
    var places: [FormPlace] = []
    for (index, page) in pages.enumerated() {
      for place in self.places(on: page) {
        let (label, kind) = (place.found.labelText.asLabel, place.kind)
        places.append(
          FormPlace(
            name: names.name(label: label, kind: kind, page: index + 1), kind: kind,
            labels: Phrase(label).isEmpty ? [] : [label], value: place.found.side, page: index + 1,
            box: place.found.box.roundedToTenth, signer: place.signer, date: place.date))
      }
    }
    let headings = FormHeadings(pages.map(\.reading), wording: wording)
    return Learnt(
      titles: headings.titles, anchors: headings.anchors, continuation: headings.continuation,
      continuationPages: headings.continuationPages, edition: headings.edition,
      language: headings.language, places: places,
      blank: BlankForm(pages: pages.compactMap { BlankPage($0.reading) }))
  }

  private struct Understood {
    var found: LearntPlace
    var kind: FormPlace.Kind
    var signer: Attestation.Role?
    var date: DatedFact.Role?
  }

  private func places(on page: Page) -> [Understood] {
    guard let ground = BlankGround(page.reading, headings: wording.headings) else { return [] }
    let meaning = PlaceMeaning(
      wording: wording,
      notaryBlocks: page.attestations.filter { $0.kind == .notary }.map {
        $0.place.box.insetBy(dx: -30, dy: -14)
      },
      signatures: page.attestations.filter { $0.kind == .signature }.map { ($0.place.box, $0.role) }
    )
    let hasFields = page.reading.fields.count >= LearningThresholds.enoughFields
    return ground.places().compactMap { found in
      let kind = meaning.kind(of: found)
      if hasFields, !found.isField, kind != .signature, kind != .date { return nil }
      return Understood(
        found: found, kind: kind, signer: kind == .signature ? meaning.signer(of: found) : nil,
        date: kind == .date ? meaning.dateRole(of: found) : nil)
    }
  }
}

extension BlankPage {
  /// - Returns: `nil` where the ink of the page was not kept.
  package init?(_ reading: Reading) {
    guard let ink = reading.ink else { return nil }
    self.init(
      width: reading.width, height: reading.height,
      lines: reading.lines.compactMap { line in line.filtered(\.hasText) }, ink: ink)
  }
}

extension LearntPlace {
  /// "By" and "of" stand everywhere: a field is not looked for by them.
  private var saysEnough: Bool {
    labelText.count(where: \.isLetter) >= LearningThresholds.lettersOfLabel
  }

  /// Where the value stands, seen from the label; `nil` where the label does not say enough to find it.
  fileprivate var side: FieldValueSide? {
    guard let said = Box.around(label.map(\.box)), !isBox, saysEnough else { return nil }
    if said.midY < box.y { return .below }
    if said.midY > box.maxY { return .above }
    return .beside
  }
}

extension String {
  /// Without what leads to a blank.
  fileprivate var asLabel: String {
    trimmingCharacters(in: CharacterSet(charactersIn: " :_.…-–—•*"))
  }
}

extension LearntPlace {
  fileprivate var isField: Bool { if case .field = shape { true } else { false } }
}

/// Names for places, by their labels.
private struct PlaceNames {
  private var taken: Set<String> = []

  mutating func name(label: String, kind: FormPlace.Kind, page: Int) -> String {
    let words = label.lowercased().split { !$0.isASCII || !$0.isLetterOrNumber }.prefix(5)
    let base = words.isEmpty ? "page-\(page)-\(kind.rawValue)" : words.joined(separator: "-")
    var (name, number) = (base, 1)
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }
}
