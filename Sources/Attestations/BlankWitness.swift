internal import BlankForms
internal import Casework
internal import PageLayout

/// What the blank form says of the places on a page, beside words and ink.
///
/// It is a witness of its own: where it does not agree with the others nothing is said for certain.
struct BlankWitness {
  let sheet: Sheet
  /// `nil` where the page fits no form: then it says nothing.
  let match: MatchedPage?

  // MARK: - Places to sign

  /// The places that words found, and those of the form that they did not.
  func completed(_ places: [SignaturePlace]) -> [SignaturePlace] {
    let known = places.map { place in
      var place = place
      if let signer = judged(at: place.box, of: [.signature])?.place.signer { place.role = signer }
      return place
    }
    let missing = (match?.places ?? []).filter { judged in
      judged.place.kind == .signature
        && !places.contains { $0.box.isNested(with: judged.content.place) }
    }
    return known + missing.map { SignaturePlace($0, on: sheet) }
  }

  /// What the place shows laid over the blank form.
  func state(of place: SignaturePlace) -> Attestation.State? {
    judged(at: place.box, of: [.signature])?.state
  }

  /// The judgement as far as the blank bears it out.
  func confirmed(_ judgement: PlaceJudgement, of place: SignaturePlace) -> PlaceJudgement {
    guard let judged = judged(at: place.box, of: [.signature]) else { return judgement }
    var judgement = judgement
    func doubt(_ reason: String) {
      judgement.state = .uncertain
      judgement.confidence = PlaceConfidences.open
      judgement.reason = reason
    }
    switch (judgement.state, judged.state) {
    case (.blank, .blank), (.present, .present):
      judgement.reason += "; so the blank form says"
    case (.blank, .present), (.blank, .uncertain):
      doubt("no signature was found, but laid over the blank form \(judged.reason)")
    case (.present, .blank):
      doubt("\(judgement.reason), but laid over the blank form \(judged.reason)")
    case (.uncertain, _), (.present, .uncertain):
      break
    }
    return judgement
  }

  // MARK: - Boxes and fields

  func checkBoxes(besides listed: [ListedCheckBoxes.Found]) -> [ListedCheckBoxes.Found] {
    guard match != nil else { return listed }
    // A square that is none of the form's boxes is a letter, or drawn by hand.
    var found = listed.compactMap { listed in
      judged(at: listed.box, of: [.checkBox]).map { agreed(listed, with: $0) }
    }
    for judged in match?.places ?? [] where judged.place.kind == .checkBox {
      guard !listed.contains(where: { $0.box.isNested(with: judged.content.place) }) else {
        continue
      }
      found.append(
        ListedCheckBoxes.Found(
          box: judged.content.place, state: judged.state, confidence: confidence(of: judged.state),
          label: judged.place.labels.first ?? judged.place.name,
          reason: "laid over the blank form, \(judged.reason)", name: judged.place.name,
          onBlankForm: judged.state))
    }
    return found
  }

  private func agreed(
    _ listed: ListedCheckBoxes.Found, with judged: JudgedPlace
  ) -> ListedCheckBoxes.Found {
    var found = listed
    if let label = judged.place.labels.first { found.label = label }
    found.name = judged.place.name
    found.onBlankForm = judged.state
    switch (listed.state, judged.state) {
    case (_, .uncertain), (.present, .present), (.blank, .blank): break
    case (.uncertain, _):
      found.state = judged.state
      found.confidence = confidence(of: judged.state)
      found.reason = "\(listed.reason); laid over the blank form, \(judged.reason)"
    case (.present, .blank), (.blank, .present):
      found.state = .uncertain
      found.confidence = PlaceConfidences.open
      found.reason = "\(listed.reason), but laid over the blank form \(judged.reason)"
    }
    return found
  }

  func fields(besides filled: [FilledFields.Found]) -> [FilledFields.Found] {
    guard match != nil else { return filled }
    // Elsewhere on a page that fits, a label is a word of the form's print.
    var found = filled.compactMap { field -> FilledFields.Found? in
      guard let judged = judged(at: field.box, of: [.text]) else { return nil }
      var field = field
      if let label = judged.place.labels.first { field.label = label }
      field.name = judged.place.name
      field.onBlankForm = judged.state
      switch (field.state, judged.state) {
      case (.present, .blank), (.blank, .present), (.blank, .uncertain):
        field.state = .uncertain
        field.confidence = PlaceConfidences.open
        field.reason = "\(field.reason), but laid over the blank form \(judged.reason)"
      case (.uncertain, .present):
        field.state = .present
        field.confidence = confidence(of: .present)
        field.box = judged.content.box ?? field.box
        field.reason = "laid over the blank form, \(judged.reason)"
      case (.present, .present), (.blank, .blank), (.uncertain, _), (.present, .uncertain): break
      }
      return field
    }
    for judged in match?.places ?? [] where judged.place.kind == .text {
      let place = judged.content.place
      guard !found.contains(where: { $0.box.isNested(with: place) }) else { continue }
      found.append(field(judged, label: judged.place.labels.first ?? judged.place.name))
    }
    return found
  }

  /// A field that words alone did not find.
  private func field(_ judged: JudgedPlace, label: String) -> FilledFields.Found {
    let place = judged.content.place
    let words = sheet.words(in: place).filter {
      $0.hasText && match?.printedWords.contains($0) != true
    }
    // What was read is a witness against an empty place.
    let state: Attestation.State =
      judged.state == .blank && !words.isEmpty ? .uncertain : judged.state
    let writing =
      state == .present ? sheet.writing(of: words, sheet.marks(touching: place)) : nil
    return FilledFields.Found(
      label: label, state: state, confidence: confidence(of: state), writing: writing,
      box: state == .present ? judged.content.box ?? place : place,
      reason: "laid over the blank form, \(judged.reason)",
      value: FieldValue.text(of: words, as: writing, label: label), name: judged.place.name,
      onBlankForm: judged.state)
  }

  private func judged(at box: Box, of kinds: Set<FormPlace.Kind>) -> JudgedPlace? {
    match?.place(at: box, of: kinds)
  }

  private func confidence(of state: Attestation.State) -> Double {
    switch state {
    case .present: 0.9
    case .blank: 0.85
    case .uncertain: PlaceConfidences.open
    }
  }
}

extension SignaturePlace {
  /// A place of the form where no label was read.
  fileprivate init(_ judged: JudgedPlace, on sheet: Sheet) {
    let box = judged.content.place
    let rule = sheet.rules.filter {
      $0.overlap(box.x, box.maxX) > 0.6 * box.width && abs($0.y(at: box.midX) - box.maxY) < 6
    }.min { abs($0.y(at: box.midX) - box.maxY) < abs($1.y(at: box.midX) - box.maxY) }
    let role = judged.place.signer ?? .unknown
    self.init(
      role: role,
      label: SignatureLabel(
        role: role, box: Box(x: box.x, y: box.maxY + 1, width: box.width, height: 8),
        confidence: 1, isAlone: true, kind: .signature),
      rule: rule, box: box,
      reach: Box(
        x: box.x - 14, y: box.maxY - AttestationThresholds.above, width: box.width + 40,
        height: AttestationThresholds.above + AttestationThresholds.below))
  }
}
