import Casework
package import PageLayout

extension PipelineFolder {
  package static let wordingFile = "wording.yaml"

  /// The wording in `wording.yaml`.
  package func lexicon() throws(SettingsProblem) -> Lexicon {
    let file = Self.wordingFile
    return try StrictYAML.decode(LexiconFile.self, from: text(of: file), file: file).lexicon
  }
}

/// A lexicon as its file has it, with what is asked of its words.
private struct LexiconFile: Decodable, Validated {
  let lexicon: Lexicon

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Section.self)
    let notary = try keys.nestedContainer(keyedBy: Group.self, forKey: .notary)
    // A block without wording of an act is `unknown`, and `looseCertificates` has the words of those.
    let acts: [NotaryBlock.Act] = [
      .jurat, .acknowledgment, .signatureWitnessing, .copyCertification,
    ]
    try notary.check(.acts, known: acts.map(\.rawValue), "kind of notarial act")
    let circumstances = NotaryBlock.Circumstance.allCases.filter { $0 != .looseCertificate }
    try notary.check(
      .circumstances, known: circumstances.map(\.rawValue), "circumstance of a notarial act")
    let stamps = try keys.nestedContainer(keyedBy: Group.self, forKey: .stamps)
    // Words of other keys make a stamp a notary's.
    try stamps.check(
      .purposes, known: StampPurpose.allCases.filter { $0 != .notary }.map(\.rawValue),
      "purpose of a stamp")
    let forms = try keys.nestedContainer(keyedBy: Group.self, forKey: .forms)
    try forms.check(
      .dateRoles, known: DatedFact.Role.allCases.map(\.rawValue), "part of a date")
    lexicon = try Lexicon(from: decoder)
  }

  private enum Section: CodingKey { case notary, stamps, forms }
  private enum Group: CodingKey { case acts, circumstances, purposes, dateRoles }

  var unusableValues: [UnusableValue] {
    let (notary, letters, stamps) = (lexicon.notary, lexicon.letters, lexicon.stamps)
    let (formulas, forms) = (notary.formulas, lexicon.forms)
    let phrases: [(String, [Phrase])] =
      byKey("notary.acts", notary.acts) + [
        ("notary.officers", notary.officers), ("notary.signatureLabels", notary.signatureLabels),
        ("notary.venues", notary.venues), ("notary.stateLabels", notary.stateLabels),
        ("notary.countyLabels", notary.countyLabels),
        ("notary.officerNameLabels", notary.officerNameLabels),
        ("notary.commissionNumberLabels", notary.commissionNumberLabels),
        ("notary.commissionExpiresLabels", notary.commissionExpiresLabels),
        ("notary.pageCountLabels", notary.pageCountLabels),
        ("notary.formulas.before", formulas.before),
        ("notary.formulas.appeared", formulas.appeared),
        ("notary.formulas.known", formulas.known), ("notary.formulas.hand", formulas.hand),
        ("notary.formulas.seal", formulas.seal), ("notary.formulas.oaths", formulas.oaths),
        ("notary.formulas.day", formulas.day),
        ("notary.looseCertificates", notary.looseCertificates),
        ("notary.mentions", notary.mentions),
      ] + byKey("notary.circumstances", notary.circumstances) + [
        ("letters.salutations", letters.salutations), ("letters.closings", letters.closings),
        ("signatures.refusals", lexicon.signatures.refusals),
        ("forms.signatures", forms.signatures), ("forms.notaries", forms.notaries),
        ("forms.witnesses", forms.witnesses), ("forms.names", forms.names),
        ("forms.dates", forms.dates), ("forms.daysOfSentences", forms.daysOfSentences),
        ("forms.headings", forms.headings), ("forms.continuation", forms.continuation),
        ("forms.editions", forms.editions),
      ] + byKey("forms.dateRoles", forms.dateRoles)
      + forms.languages.map { ("forms.languages.\($0.key)", $0.value) }.sorted { $0.0 < $1.0 }
    let words =
      byKey("stamps.purposes", stamps.purposes) + [
        ("stamps.officers", stamps.officers), ("stamps.notary", stamps.notary),
        ("stamps.besideCommission", stamps.besideCommission), ("stamps.stock", stamps.stock),
      ]
    return phrases.flatMap { key, phrases in
      UnusableValue.phrases(key, phrases.map(\.text))
    }
      + words.flatMap { key, words in
        words.enumerated().filter { !$0.element.isFoldedWord }.map { index, word in
          UnusableValue(
            "\(key)[\(index + 1)]",
            "is '\(word)'; write one word in lower-case letters without accents")
        }
      }
  }

  private func byKey<Key: RawRepresentable<String>, Value>(
    _ key: String, _ lists: [Key: [Value]]
  ) -> [(String, [Value])] {
    lists.map { ("\(key).\($0.key.rawValue)", $0.value) }.sorted { $0.0 < $1.0 }
  }
}

extension String {
  fileprivate var isFoldedWord: Bool {
    !isEmpty && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
  }
}
