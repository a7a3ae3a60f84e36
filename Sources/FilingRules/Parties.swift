import Casework

/// Who complains of whom, as the form's fields say it.
struct Parties {
  /// A field of every page that has one. Empty where none was found.
  let complainant: [LabelledField]
  let respondent: [LabelledField]
  let certificate: [LabelledField]
  let printed: [LabelledField]
  /// The complainant's name at the head of continuation sheets.
  let continuations: [LabelledField]

  init(in facts: FilingFacts, by fields: FormDescription.Parties) {
    func found(_ field: FormDescription.Field, on pages: [PageReference]) -> [LabelledField] {
      LabelledField.fields(field, on: pages, in: facts)
    }
    let form = facts.pages(.form)
    complainant = found(fields.complainantName, on: form).saying(facts.amendments.complainant)
    respondent = found(fields.respondentName, on: form).saying(facts.amendments.respondent)
    certificate = found(fields.respondentCertificate, on: form)
    printed = found(fields.printedName, on: form)
    continuations = found(fields.continuationName, on: facts.pages(.continuation))
  }
}

extension [LabelledField] {
  /// What was read well in them.
  var read: [Quote] {
    compactMap(\.surelyRead).filter { $0.text.contains { $0.isLetter || $0.isNumber } }
  }

  var namesRead: [Quote] { read.filter { !PersonName($0.text).isEmpty } }

  /// What was read well in them and may be a name, or what a person says in its place.
  var names: [Quote] {
    flatMap { field -> [Quote] in
      guard let said = field.said else { return [field].namesRead }
      var quote = field.value ?? field.label
      (quote.text, quote.confidence) = (said, 1)
      return [quote]
    }
  }

  /// - Parameter name: what a person says; the first field is the one that they have looked at.
  func saying(_ name: String?) -> [LabelledField] {
    var fields = self
    if !fields.isEmpty { fields[0].said = name }
    return fields
  }

  /// For the reviewer: what was read, or else where it would stand.
  var quotes: [Quote] { map { $0.value ?? $0.label } }

  /// Whether it was read, and not what: names stand in the passages and nowhere else.
  var inWords: String {
    if !read.isEmpty { return "read" }
    if contains(where: \.isFilled) { return "there, and not read well" }
    return isEmpty ? "not found by the checker" : "nothing was found in its field by the checker"
  }
}

/// Whether some of `left` and some of `right` may be names of one person.
func someAgree(_ left: [String], _ right: [String]) -> Bool {
  left.contains { one in right.contains { PersonName(one).agrees(with: PersonName($0)) } }
}
