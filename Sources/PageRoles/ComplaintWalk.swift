internal import Casework

/// The pages of a case in order, each judged by itself and by what came before it.
struct ComplaintWalk {
  private let forms: [PreparedForm]
  let hasAnyForm: Bool
  private(set) var pages: [ClassifiedPage] = []
  /// The form that the complaint is on: an index into `forms`.
  private(set) var firstForm: Int?

  /// What the page before was, within one document.
  enum Run {
    /// Nothing of the document has been recognised yet.
    case none
    case form(index: Int, total: Int?)
    /// An exhibit, a record: what follows belongs to it until the form begins again.
    case supporting
    /// A letter, and the role of its pages.
    case letter(PageRole)
    case powerOfAttorney
  }
  var run = Run.none
  private(set) var documentHasForm = false
  /// How many first pages of a form have been seen.
  private var copies = 0
  /// Anchors of the first page of the copy that is being read.
  private var firstPageAnchors: Set<Int> = []
  private var complaint = ComplaintRun()

  init(forms: [PreparedForm], hasAnyForm: Bool) {
    self.forms = forms
    self.hasAnyForm = hasAnyForm
  }

  /// The next document begins.
  mutating func begin() {
    run = .none
    complaint.beginDocument()
    documentHasForm = false
  }

  mutating func visit(_ page: PageOutcome, _ traits: PageTraits?) {
    var verdict = judge(page, traits)
    verdict.confidence = verdict.confidence.roundedToHundredth
    var counts = verdict.role.usuallyCounts
    switch verdict.role {
    case .form, .continuation:
      let belonging =
        traits.flatMap { traits in
          verdict.form.map { complaint.add(traits, traits.forms[$0]) }
        } ?? Belonging()
      // A second copy of the form is not known to be part of the complaint.
      if copies > 1 || !belonging.isCertain {
        counts = .perhaps
        verdict.confidence = min(verdict.confidence, RoleThresholds.doubtful)
      }
      verdict.reason = copies <= 1 ? belonging.inWords : "\(verdict.reason): \(belonging.inWords)"
    // Without a form nothing says which pages are the complaint.
    case .supporting, .transmittal:
      if verdict.mayBeComplaint || !hasAnyForm { counts = .perhaps }
    case .blank, .unknown, .certificate, .powerOfAttorney, .separator, .envelope, .faxCover: break
    }
    let mayBelong = page.state == .failed || [.form, .continuation, .blank].contains(verdict.role)
    if !mayBelong { complaint.interrupt() }
    pages.append(
      ClassifiedPage(
        page: page.page, role: verdict.role, confidence: verdict.confidence,
        form: verdict.form.map { forms[$0].description.id }, reason: verdict.reason,
        counts: counts))
  }
}

/// The role found for one page.
struct Verdict {
  var role: PageRole
  var confidence: Double
  var form: Int?
  /// A letter that may carry part of the statement.
  var mayBeComplaint = false
  var reason: String
}

extension ComplaintWalk {
  private mutating func judge(_ page: PageOutcome, _ traits: PageTraits?) -> Verdict {
    switch page.state {
    case .failed:
      // What could not be drawn may be what makes it another page than it seems to be.
      return traits.flatMap { formVerdict($0) }
        ?? Verdict(role: .unknown, confidence: 0.5, reason: "the page could not be read")
    case .blank:
      return Verdict(role: .blank, confidence: 0.97, reason: "no writing and hardly any ink")
    case .read: break
    }
    guard let traits else {
      return Verdict(role: .unknown, confidence: 0.5, reason: "the page has no reading")
    }
    // Sheets that go around a complaint may hold a phrase of the form: the address on an envelope,
    // the subject on a fax cover.
    let mayBeForm = traits.forms.contains {
      $0.hasTitle || $0.anchors.count > 1 || $0.hasContinuation || $0.blankPage != nil
    }
    if traits.isSeparator, !mayBeForm, !traits.forms.contains(where: \.hasFooter),
      !traits.hasNotarialAct
    {
      return Verdict(
        role: .separator, confidence: 0.9,
        reason: "wording or a barcode of a separator sheet, and hardly anything else")
    }
    if traits.isEnvelope, !mayBeForm {
      return Verdict(role: .envelope, confidence: 0.85, reason: "few words, as on an envelope")
    }
    if traits.isFaxCover, !traits.hasNotarialAct,
      !mayBeForm || traits.isLabelledFaxCover && traits.forms.allSatisfy({ $0.anchors.count < 2 })
    {
      return Verdict(role: .faxCover, confidence: 0.9, reason: "heading of a fax cover")
    }
    return formVerdict(traits) ?? otherVerdict(traits)
  }

  /// A page of the form or its continuation; `nil` where it is neither.
  private mutating func formVerdict(_ traits: PageTraits) -> Verdict? {
    func rank(_ index: Int) -> Int {
      traits.forms[index].rank + (index == firstForm ? 2 : 0)
    }
    let best = traits.forms.indices.max { (rank($0), $1) < (rank($1), $0) }
    guard let best, !traits.forms[best].isNothing else { return nil }
    let match = traits.forms[best]
    let anchors = match.anchors.count
    // A certificate on a sheet of its own names the document that it belongs to.
    if traits.isCertificate, match.blankPage == nil, anchors < RoleThresholds.phrasesOfWitness,
      !match.hasFooter,
      traits.pagination == nil
    {
      return nil
    }
    if match.hasTitle, !traits.isLetter || anchors >= RoleThresholds.anchorsOfForm {
      if !match.hasContinuation, beginsCopy(match, best, traits) {
        return beginForm(best, match, traits)
      }
      return continueForm(
        best, match, traits, 0.95, "the form's title is repeated, as on its later pages")
    }
    if let page = match.blankPage {
      let reason = "it fits page \(page) of the blank form"
      return page == 1 && copies == 0
        ? beginForm(best, match, traits, reason) : continueForm(best, match, traits, 0.97, reason)
    }
    if match.hasContinuation {
      // After an exhibit it is more likely that one's.
      if case .supporting = run, !match.hasFooter, anchors == 0, traits.sheetNumber == nil {
        return nil
      }
      return continueForm(best, match, traits, 0.93, "heading of a continuation sheet")
    }
    if case .supporting = run, anchors < RoleThresholds.anchorsOfForm + 1 { return nil }
    if anchors >= RoleThresholds.anchorsOfForm {
      return continueForm(best, match, traits, 0.95, "\(anchors) phrases of the form")
    }
    guard case .form(let index, let total) = run, index == best else { return nil }
    let isNumbered = traits.pagination.map { total == nil || $0.total == total } ?? false
    if match.hasFooter, anchors >= 1 || isNumbered {
      return continueForm(best, match, traits, 0.93, "the form's name at the foot of the page")
    }
    if anchors >= 1, isNumbered, !traits.isLetter {
      return continueForm(
        best, match, traits, 0.93, "a phrase of the form and its page numbering")
    }
    // The form names the body that it goes to, and so does the envelope that it came in.
    if traits.isEnvelope { return nil }
    if anchors >= 2, !traits.isLetter {
      return continueForm(best, match, traits, 0.9, "\(anchors) phrases of the form")
    }
    if anchors == 1, !traits.isLetter, !traits.isOtherDocument, !traits.hasExhibitHeading {
      return continueForm(best, match, traits, 0.82, "a phrase of the form, after a page of it")
    }
    return nil
  }

  /// Whether a page with the form's title is the first of a copy, or a later one with the title
  /// repeated at its head.
  private func beginsCopy(_ match: FormMatch, _ form: Int, _ traits: PageTraits) -> Bool {
    // The pages of one form may be files of their own.
    guard copies > 0, firstForm == form else { return true }
    if let page = match.blankPage { return page == 1 }
    if let number = traits.pagination?.number { return number == 1 }
    let repeated = match.anchors.intersection(firstPageAnchors).count
    return repeated >= 2 && repeated * 2 >= firstPageAnchors.count
  }

  private mutating func beginForm(
    _ form: Int, _ match: FormMatch, _ traits: PageTraits, _ reason: String = "title of the form"
  ) -> Verdict {
    copies += 1
    firstPageAnchors = match.anchors
    enterForm(form, total: traits.pagination?.total)
    return Verdict(
      role: .form, confidence: match.anchors.isEmpty ? 0.85 : 0.98, form: form,
      reason: copies == 1
        ? reason : "title of the form again: a second copy, or a second case")
  }

  private mutating func continueForm(
    _ form: Int, _ match: FormMatch, _ traits: PageTraits, _ confidence: Double, _ reason: String
  ) -> Verdict {
    // Pages of a form whose first page is missing still make a copy.
    if copies == 0 { copies = 1 }
    enterForm(form, total: nil)
    return Verdict(
      role: match.isBlankOfContinuation || match.hasContinuation && !match.hasTitle
        ? .continuation : .form,
      confidence: confidence, form: form, reason: reason)
  }

  private mutating func enterForm(_ form: Int, total: Int?) {
    var total = total
    if total == nil, case .form(_, let known) = run { total = known }
    run = .form(index: form, total: total)
    documentHasForm = true
    firstForm = firstForm ?? form
  }
}

extension FormMatch {
  /// How strongly the match speaks, for choosing among forms.
  fileprivate var rank: Int {
    Int(titleSimilarity * 200) + (blankPage == nil ? 0 : 100) + (hasFooter ? 20 : 0)
      + (hasContinuation ? 30 : 0) + anchors.count
  }
}
