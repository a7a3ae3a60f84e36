internal import Casework

/// Pages that are none of the form.
extension ComplaintWalk {
  mutating func otherVerdict(_ traits: PageTraits) -> Verdict {
    if traits.isPowerOfAttorney {
      run = .powerOfAttorney
      return Verdict(
        role: .powerOfAttorney, confidence: 0.9, reason: "heading of a power of attorney")
    }
    if traits.hasExhibitHeading {
      run = .supporting
      return Verdict(role: .supporting, confidence: 0.95, reason: "heading of an exhibit")
    }
    if case .supporting = run {
      return Verdict(role: .supporting, confidence: 0.85, reason: "follows an exhibit")
    }
    // A loose certificate is the complaint's unless it says otherwise.
    if case .powerOfAttorney = run, traits.isCertificate, traits.speaksOfPowerOfAttorney {
      return Verdict(
        role: .powerOfAttorney, confidence: 0.8,
        reason: "notarial wording that speaks of the power of attorney before it")
    }
    if traits.isCertificate {
      return Verdict(
        role: .certificate, confidence: 0.85,
        reason: "notarial wording and little else, on a sheet of its own")
    }
    if traits.isOtherDocument {
      run = .supporting
      return Verdict(
        role: .supporting, confidence: 0.88, reason: "heading of another kind of document")
    }
    if let verdict = letterVerdict(traits) { return verdict }
    guard hasAnyForm else {
      return Verdict(
        role: .unknown, confidence: 0.6, reason: "no complaint form was found in the packet")
    }
    return unmarkedVerdict(traits)
  }

  private mutating func letterVerdict(_ traits: PageTraits) -> Verdict? {
    // A letter that comes with the form, or in its stead, may carry part of the statement.
    let comesWithForm = documentHasForm || firstForm == nil
    if traits.isTransmittal, comesWithForm || traits.namesComplaint {
      run = .letter(.transmittal)
      let mayBeComplaint = comesWithForm && !traits.onlyTransmits
      return Verdict(
        role: .transmittal, confidence: mayBeComplaint ? 0.75 : 0.88,
        mayBeComplaint: mayBeComplaint,
        reason: mayBeComplaint
          ? "a letter that says what is enclosed, and more" : "a letter that says what is enclosed")
    }
    guard traits.isLetter else { return nil }
    run = .letter(.supporting)
    return Verdict(
      role: .supporting, confidence: comesWithForm ? 0.7 : 0.88, mayBeComplaint: comesWithForm,
      reason: "salutation or close of a letter")
  }

  /// A page with nothing on it that says what it is.
  private mutating func unmarkedVerdict(_ traits: PageTraits) -> Verdict {
    switch run {
    case .form(let form, let total):
      if let total, let pagination = traits.pagination, pagination.total == total,
        pagination.number > 1
      {
        return Verdict(
          role: .form, confidence: 0.75, form: form, reason: "numbered as a page of the form")
      }
      if let pagination = traits.pagination, pagination.number == 1 {
        run = .supporting
        return Verdict(
          role: .supporting, confidence: 0.75, reason: "the page numbering begins anew")
      }
      return Verdict(
        role: .unknown, confidence: 0.5, reason: "follows the form without a phrase of it")
    case .letter(let role):
      return Verdict(
        role: role, confidence: 0.65, mayBeComplaint: documentHasForm || firstForm == nil,
        reason: "follows a letter")
    case .powerOfAttorney:
      if traits.isPoorlyRead {
        return Verdict(
          role: .unknown, confidence: 0.5,
          reason: "follows a power of attorney, and was read with little confidence")
      }
      if traits.pagination?.number == 1 {
        run = .supporting
        return Verdict(
          role: .supporting, confidence: 0.75, reason: "the page numbering begins anew")
      }
      // It may be the complaint's own certificate.
      let isSure = !traits.hasNotarialAct || traits.speaksOfPowerOfAttorney
      return Verdict(
        role: .powerOfAttorney, confidence: isSure ? 0.8 : 0.65,
        reason: "follows a power of attorney")
    case .supporting, .none:
      if traits.isPoorlyRead || traits.wordCount < RoleThresholds.fewWords, firstForm == nil {
        return Verdict(
          role: .unknown, confidence: 0.5, reason: "too little could be read on the page")
      }
      if firstForm == nil {
        return Verdict(
          role: .unknown, confidence: 0.5, reason: "stands before the form without a phrase of it")
      }
      return Verdict(
        role: .supporting, confidence: traits.isPoorlyRead ? 0.7 : 0.85,
        reason: "in a document after the complaint, without a phrase of the form")
    }
  }
}
