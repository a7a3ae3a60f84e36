internal import Casework
internal import IdentityMasking
internal import PageLayout

/// The fields of a form page that its description names, and how each was filled in.
struct FilledFields {
  let sheet: Sheet
  /// By where the value stands.
  let labels: [FieldValueSide: [String]]

  struct Found {
    var label: String
    var state: Attestation.State
    var confidence: Double
    var writing: DatedFact.Writing?
    /// The place of the value.
    var box: Box
    var reason: String
    /// What was written by a machine, masked.
    var value: String?
    /// Of the place in the form's description.
    var name: String?
    var onBlankForm: Attestation.State?
  }

  func find() -> [Found] {
    var found: [Found] = []
    for side in FieldValueSide.allCases {
      for label in FieldLabel.all(of: labels[side] ?? [], value: side, on: sheet) {
        let field = field(label, side)
        // One label may be the end of another that names the same field.
        if !found.contains(where: { $0.box.share(within: field.box) > 0.8 }) { found.append(field) }
      }
    }
    return found
  }

  private func field(_ label: FieldLabel, _ side: FieldValueSide) -> Found {
    let content = FieldContent(of: label, value: side, on: sheet)
    let words = content.words.flatMap(\.words)
    let zone = content.zone
    let name = label.line.words[label.words].map(\.text).joined(separator: " ")
    func found(
      _ state: Attestation.State, _ confidence: Double, _ writing: DatedFact.Writing?, _ box: Box,
      _ reason: String
    ) -> Found {
      Found(
        label: name, state: state, confidence: confidence, writing: writing, box: box,
        reason: reason,
        value: FieldValue.text(
          of: content.fieldValue.map(\.words) ?? words, as: writing, label: name))
    }
    if content.fieldValue != nil {
      return found(.present, 0.98, .field, zone, "a field of the document's form is filled in")
    }
    guard content.isFilled else {
      guard sheet.isWellRead, content.ink <= AttestationThresholds.emptyInk,
        !sheet.reading.isContradicted(in: zone)
      else {
        return found(.uncertain, 0.5, nil, zone, "whether it is filled in cannot be said")
      }
      return found(.blank, 0.85, nil, zone, "neither words nor ink stand at the label")
    }
    let box =
      Box.around(words.map(\.box) + content.marks.map(\.box))
      .flatMap { $0.intersection(zone) } ?? zone
    let how = sheet.writing(of: words, content.marks)
    return switch how {
    case .hand: found(.present, 0.75, how, box, "ink like handwriting stands at the label")
    case .print, .field:
      found(.present, 0.9, how, box, "words that read as print stand at the label")
    case nil: found(.present, 0.6, nil, box, "ink stands at the label")
    }
  }
}

/// What a field says, as far as a machine wrote it.
enum FieldValue {
  /// - Returns: `nil` of what was written by hand, was not read surely, or is a story.
  static func text(of words: [Word], as writing: DatedFact.Writing?, label: String) -> String? {
    guard writing == .print || writing == .field, !words.isEmpty,
      words.count <= AttestationThresholds.wordsOfValue, words.allSatisfy(\.isSurelyRead)
    else { return nil }
    return IdentityMask.maskedValue(words.map(\.text).joined(separator: " "), ofField: label)
  }
}
