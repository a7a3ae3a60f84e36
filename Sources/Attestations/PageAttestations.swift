internal import BlankForms
internal import Casework
internal import PageLayout

/// The attestations of one page.
struct PageAttestations {
  let sheet: Sheet
  let pageRole: PageRole
  let lexicon: Lexicon
  let labels: SignatureLabels
  let fields: [FieldValueSide: [String]]
  /// The form that the page was laid over; `nil` where none fits.
  let match: MatchedPage?

  func find() -> [Attestation] {
    let seals = Seals(sheet: sheet, lexicon: lexicon).find(onEnvelope: pageRole == .envelope)
    let labels = labels.labels(on: sheet)
    let wordings = NotaryBlocks(sheet: sheet, lexicon: lexicon).find(labels)
    let blank = BlankWitness(sheet: sheet, match: match)
    let places = blank.completed(SignaturePlaces(sheet: sheet).find(labels))
    let outlines = CheckBoxes.outlines(among: sheet.marks)
    let claims = claimed(places, seals, except: outlines)
    let manners = SignatureManners(sheet: sheet)
    let judge = PlaceJudge(
      sheet: sheet, refusals: lexicon.signatures.refusals, stamps: seals.map(\.box))
    var signatures: [Attestation] = []
    var accounted: Set<Mark> = []
    for (index, place) in places.enumerated() {
      let others = Set(claims.joined()).subtracting(claims[index])
      let judgement = blank.confirmed(
        judge.judge(
          place, marks: claims[index],
          in: Surroundings(sheet: sheet, explained: others, seals: seals)), of: place)
      guard blank.state(of: place) != nil || isWorthSaying(place, judgement) else { continue }
      accounted.formUnion(judgement.marks)
      var found = attestation(
        .signature, role(of: place.role, at: place.box, wordings), judgement.state,
        judgement.confidence, judgement.box, judgement.reason)
      found.onBlankForm = blank.state(of: place)
      if judgement.state != .blank {
        found.manner = manners.manner(
          of: judgement.box, marks: Array(judgement.marks), label: place.label)
      }
      signatures.append(found)
    }
    let rest =
      pageRole == .envelope
      ? [] : sheet.marks.filter { !accounted.contains($0) && !outlines.contains($0) }
    let free = FreeSignatures(sheet: sheet, lexicon: lexicon).find(in: rest, besides: seals)
    let stamps =
      pageRole == .separator
      ? []
      : Stamps(sheet: sheet, lexicon: lexicon).find(besides: seals, signed: accounted, free: free)
    for found in free {
      let isStamp = stamps.contains { $0.box.isNested(with: found.box) }
      var signature = attestation(
        .signature, role(of: .unknown, at: found.box, wordings),
        isStamp || isAnswer(found) ? .uncertain : .present, found.confidence, found.box,
        isStamp ? "\(found.reason); it may be a stamp" : found.reason)
      signature.manner = manners.manner(of: found.box, marks: found.marks, label: nil)
      signatures.append(signature)
    }
    // An impression is said where an officer's words are: elsewhere it is the paper's own.
    let all = seals + stamps + impressions().filter { isNear($0.box, wordings) }
    let sealFindings = all.map { seal in
      var found = attestation(
        seal.kind == .seal ? .seal : .stamp,
        seal.kind == .seal && isNear(seal.box, wordings) ? .notary : .unknown,
        seal.state, seal.confidence, seal.box, seal.reason)
      found.purpose = seal.purpose
      return found
    }
    let surroundings = Surroundings(sheet: sheet, explained: accounted, seals: all)
    let blocks = wordings.map { block($0, wordings, signatures, all, surroundings) }
    let listed = pageRole == .form ? ListedCheckBoxes(sheet: sheet).find() : []
    let checkBoxes = blank.checkBoxes(besides: listed).map { found in
      var box = attestation(
        .checkBox, .unknown, found.state, found.confidence, found.box, found.reason)
      box.label = found.label
      box.field = found.name
      box.onBlankForm = found.onBlankForm
      return box
    }
    let hasFields = pageRole == .form || pageRole == .continuation
    let filled = hasFields ? FilledFields(sheet: sheet, labels: fields).find() : []
    let filledFields = blank.fields(besides: filled).map { found in
      var field = attestation(
        .formField, .unknown, found.state, found.confidence, found.box, found.reason)
      field.label = found.label
      field.writing = found.writing
      field.field = found.name
      field.value = found.value
      field.onBlankForm = found.onBlankForm
      return field
    }
    return (signatures + sealFindings + blocks + checkBoxes + filledFields).sorted {
      ($0.place.box.y, $0.place.box.x, $0.kind.rawValue)
        < ($1.place.box.y, $1.place.box.x, $1.kind.rawValue)
    }
  }

  private func impressions() -> [FoundSeal] {
    sheet.reading.impressions.map {
      FoundSeal(
        kind: .seal, box: $0, confidence: 0.5,
        reason: "a round place where the paper's relief shows, as of an embossed seal", marks: [],
        isImpression: true)
    }
  }

  /// The marks of every place: a mark belongs to the place whose rule it stands nearest to.
  private func claimed(
    _ places: [SignaturePlace], _ seals: [FoundSeal], except outlines: Set<Mark>
  ) -> [[Mark]] {
    var claims = [[Mark]](repeating: [], count: places.count)
    for mark in sheet.marks {
      guard mark.box.height <= AttestationThresholds.highest,
        mark.box.width <= AttestationThresholds.widest,
        !seals.contains(where: { $0.marks.contains(mark) }), !outlines.contains(mark)
      else { continue }
      let candidates = places.indices.compactMap { index -> (index: Int, distance: Double)? in
        let place = places[index]
        guard mark.box.share(within: place.reach) >= 0.4,
          mark.box.intersection(place.box.insetBy(dx: -6, dy: -4)) != nil
        else { return nil }
        let y = place.rule?.y(at: mark.box.midX) ?? place.box.maxY
        let down = abs(mark.box.maxY - 0.2 * mark.box.height - y)
        let across = max(0, place.box.x - mark.box.midX, mark.box.midX - place.box.maxX)
        return (index, down + across)
      }
      if let best = candidates.min(by: { ($0.distance, $0.index) < ($1.distance, $1.index) }) {
        claims[best.index].append(mark)
      }
    }
    return claims
  }

  /// Labels in running text and headings find places that are none: those say nothing.
  private func isWorthSaying(_ place: SignaturePlace, _ judgement: PlaceJudgement) -> Bool {
    switch judgement.state {
    case .present: true
    case .blank: place.label.isAlone || place.label.kind == .signature
    case .uncertain: place.rule != nil && place.label.isAlone
    }
  }

  /// On the form, ink away from the places to sign is mostly an answer written by hand. It is shown
  /// all the same: people sign on the wrong line.
  private func isAnswer(_ found: FreeSignatures.Found) -> Bool {
    pageRole == .form && found.setting != .close
  }

  private static let exhibits: Set<PageRole> = [.supporting, .powerOfAttorney, .transmittal]

  private func role(
    of labelled: Attestation.Role, at box: Box, _ wordings: [NotaryWording]
  ) -> Attestation.Role {
    // The complainant signs the complaint, not its exhibits.
    if labelled == .complainant {
      return Self.exhibits.contains(pageRole) ? .unknown : .complainant
    }
    guard labelled == .unknown else { return labelled }
    let isInBlock = wordings.contains { wording in
      box.midY > wording.box.y + 8 && box.midY < wording.box.maxY + 30
        && box.midX > wording.box.x - 40 && box.midX < wording.box.maxX + 120
    }
    return isInBlock ? .notary : .unknown
  }

  private func isNear(_ box: Box, _ wordings: [NotaryWording]) -> Bool {
    wordings.contains {
      $0.box.insetBy(dx: -BlockThresholds.sealReach, dy: -BlockThresholds.sealReach)
        .intersection(box) != nil
    }
  }

  // MARK: - Notary blocks

  private func block(
    _ wording: NotaryWording, _ wordings: [NotaryWording], _ signatures: [Attestation],
    _ seals: [FoundSeal], _ surroundings: Surroundings
  ) -> Attestation {
    let nextTop = wordings.map(\.box.y).filter { $0 > wording.box.maxY }.min() ?? .infinity
    let body = Box(
      x: wording.box.x, y: wording.box.y, width: wording.box.width,
      height: max(1, min(wording.box.maxY + 30, nextTop) - wording.box.y))
    let officers = signatures.filter {
      $0.role == .notary && $0.place.box.midY > body.y && $0.place.box.midY < body.maxY + 12
    }
    let officer = officers.min { Self.rank($0.state) < Self.rank($1.state) }
    let seal = seals.first {
      $0.kind == .seal
        && body.insetBy(dx: -BlockThresholds.sealReach, dy: -BlockThresholds.sealReach)
          .intersection($0.box) != nil
    }
    let anyStamp = seals.contains { body.insetBy(dx: -30, dy: -30).intersection($0.box) != nil }
    let whole =
      Box.around(
        [wording.box] + officers.map(\.place.box) + (seal.map { [$0.box] } ?? [])) ?? wording.box
    var elements = NotaryElements(
      sheet: sheet, notary: lexicon.notary,
      box: Box(
        x: whole.x, y: whole.y, width: sheet.width - whole.x - 20, height: whole.height)
    ).find(wording)
    elements[.officerSignature] = officer.map {
      NotaryBlock.Finding(state: $0.state, box: $0.place.box)
    }
    // The absence of a seal is no finding: New York has none, and an embossed one does not scan.
    elements[.seal] = NotaryBlock.Finding(
      state: seal?.state ?? .uncertain, box: seal?.box)
    let (state, confidence, reason) = state(
      of: officer, hasStamp: seal != nil || anyStamp,
      hasInk: surroundings.ink(beside: body) != nil)
    return Attestation(
      id: FindingID(rawValue: ""), kind: .notary, role: .notary, state: state,
      confidence: confidence, place: Place(page: sheet.page, box: whole),
      notary: NotaryBlock(
        act: wording.act, elements: elements, circumstances: circumstances(of: whole)),
      reason: reason)
  }

  /// What the wording in and about a block says; of a loose certificate, on all of its sheet.
  private func circumstances(of block: Box) -> [NotaryBlock.Circumstance] {
    let zone = block.insetBy(dx: -40, dy: -BlockThresholds.sealReach)
    func stands(_ phrases: [Phrase], in zone: Box?) -> Bool {
      phrases.contains { !sheet.places(of: $0, least: 0.9, in: zone).isEmpty }
    }
    return NotaryBlock.Circumstance.allCases.filter { circumstance in
      guard circumstance != .looseCertificate else {
        return pageRole == .certificate || stands(lexicon.notary.looseCertificates, in: nil)
      }
      return stands(lexicon.notary.phrases(of: circumstance), in: zone)
    }
  }

  /// Present before uncertain before blank: one signed line makes a block signed.
  private static func rank(_ state: Attestation.State) -> Int {
    switch state {
    case .present: 0
    case .uncertain: 1
    case .blank: 2
    }
  }

  private func state(
    of officer: Attestation?, hasStamp: Bool, hasInk: Bool
  ) -> (Attestation.State, Double, String) {
    switch officer?.state {
    case .present:
      (
        .present, min(0.95, (officer?.confidence ?? 0.6) + (hasStamp ? 0.1 : 0)),
        "notarial wording, and the officer's place is signed"
      )
    case .blank where hasStamp:
      (.uncertain, 0.5, "the officer's place is empty, but a stamp or seal stands by the wording")
    case .blank where hasInk:
      (.uncertain, 0.5, "the officer's place is empty, but ink that may be a stamp is by it")
    case .blank:
      (.blank, 0.9, "notarial wording; the officer's place is empty and there is no stamp")
    case .uncertain:
      (.uncertain, 0.5, "whether the officer signed cannot be said")
    case nil:
      (.uncertain, 0.5, "notarial wording, but no place for the officer's signature was found")
    }
  }

  private func attestation(
    _ kind: Attestation.Kind, _ role: Attestation.Role, _ state: Attestation.State,
    _ confidence: Double, _ box: Box, _ reason: String
  ) -> Attestation {
    Attestation(
      id: FindingID(rawValue: ""), kind: kind, role: role, state: state, confidence: confidence,
      place: Place(page: sheet.page, box: box), reason: reason)
  }
}
