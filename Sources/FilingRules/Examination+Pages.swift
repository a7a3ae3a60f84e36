import Casework
import PageLayout

/// PAG: how long the complaint is without its supporting documents.
extension Examination {
  func pageLimit() -> Finding {
    let limit = ruleSet.pages.limit
    var pages = facts.classification.complaintPages
    let certificates = facts.pages(.certificate).count
    // The classification leaves a loose certificate open: it is in the most, not in the least.
    switch ruleSet.pages.certificate {
    case .ask: break
    case .counts: pages.min = min(pages.max, pages.min + certificates)
    case .excluded: pages.max = max(pages.min, pages.max - certificates)
    }
    let sides = pages
    let sheets = sheetsOfComplaint
    if let sheets, ruleSet.pages.unit != .sides {
      pages.min = min(pages.min, sheets)
      if ruleSet.pages.unit == .sheets {
        pages.max = max(pages.min, pages.max - sides.min + sheets)
      }
    }
    let onSheets = sheets.map { " They are on \($0) sheets that were scanned on both sides." } ?? ""
    let count = pages.inWords
    guard facts.hasForm else {
      return .notExamined(
        .formNotFound,
        "No complaint form was found by the checker, so what counts as a page of it is open "
          + "(\(count) of at most \(limit)).\(onSheets)", waitingFor: .onTheForm)
    }
    let shared = sharedSheets
    if pages.max <= limit, !shared.isEmpty {
      return .review(
        .pageMayHoldSeveral,
        "The complaint has \(count) pages of at most \(limit) as they were scanned, and a page may "
          + "hold several: \(shared.inWords).\(onSheets)", quoting: facts.tops(of: shared))
    }
    if pages.max <= limit {
      // A page that failed is among those that may count.
      return .satisfied(
        .withinPageLimit, "The complaint has \(count) pages of at most \(limit).\(onSheets)",
        resting: .onAllDocuments)
    }
    if pages.min > limit {
      let over = page(limit + 1, of: facts.complaintPages)
      let reasons = facts.complaintPages.dropFirst(limit).prefix(1).map(facts.roleReason)
      return .deficient(
        .overPageLimit,
        "The complaint has \(count) pages without its supporting documents; at most \(limit) are "
          + "allowed.\(over.words)\(onSheets)",
        because: "For each of \(pages.min) pages two things speak and none against; no page is "
          + "counted twice.",
        and: "Of the page that is one too many: \(reasons.joined()).", quoting: over.quotes)
    }
    let open = facts.pages(.certificate, .unknown)
    let over = page(limit + 1, of: facts.pages(.form, .continuation, .certificate, .unknown))
    return .review(
      .pageCountUncertain,
      "The complaint has \(count) pages of at most \(limit), depending on what counts"
        + (open.isEmpty ? "." : ": \(open.inWords).") + over.words + onSheets,
      quoting: over.quotes + facts.tops(of: open.filter { $0 != over.quotes.first?.page }))
  }

  /// The page that is one too many, and what it is known by.
  private func page(_ number: Int, of pages: [PageReference]) -> (words: String, quotes: [Quote]) {
    guard pages.count >= number else { return ("", []) }
    let page = pages[number - 1]
    return (" Page \(number) is \(page.inWords).", facts.tops(of: [page]))
  }

  /// How many sheets the pages of the complaint are on; `nil` where nothing shows that both sides
  /// were scanned: every second image of a document blank, or all but a few.
  private var sheetsOfComplaint: Int? {
    let duplex = facts.documents.filter { document in
      let backs = document.pages.filter { $0.page.page.isMultiple(of: 2) }
      let fronts = document.pages.filter { !$0.page.page.isMultiple(of: 2) }
      let blankBacks = backs.filter(isBlank).count
      return blankBacks > 1 && blankBacks * 2 >= backs.count && !fronts.contains(where: isBlank)
    }.map(\.ingested.id)
    let complaint = facts.complaintPages
    guard complaint.contains(where: { duplex.contains($0.document) }) else { return nil }
    return Set(
      complaint.map { page in
        duplex.contains(page.document)
          ? PageReference(document: page.document, page: (page.page + 1) / 2 * 2) : page
      }
    ).count
  }

  private func isBlank(_ outcome: PageOutcome) -> Bool {
    outcome.state == .blank || facts.role(of: outcome.page) == .blank
  }

  func supportSeparable() -> Finding {
    let unclear = facts.classification.pages.filter {
      $0.role == .unknown || $0.confidence < FilingFacts.sureness
    }.map(\.page)
    let narrative = facts.quotes(
      of: [
        "statement of facts", "statement continued", "continued statement", "continued from page",
        "in support of my complaint",
      ], on: facts.pages(.supporting, .transmittal))
    var problems: [Problem] = []
    if !unclear.isEmpty {
      problems.append(
        Problem(
          .pageRoleUnclear,
          "It is not clear whether these pages belong to the complaint or support it: "
            + "\(unclear.inWords)."))
    }
    if !narrative.isEmpty {
      problems.append(
        Problem(
          .complaintWordingInSupport,
          "Wording of a complaint stands in supporting documents: \(narrative.inWords)."))
    }
    if !complaintAfterSupport.isEmpty {
      problems.append(
        Problem(
          .complaintAfterSupport,
          "Pages of the complaint come after supporting documents: "
            + "\(complaintAfterSupport.inWords)."))
    }
    guard problems.isEmpty else {
      return .review(
        problems[0].code, problems.map(\.words).joined(separator: " "),
        quoting: narrative + facts.tops(of: unclear + complaintAfterSupport))
    }
    guard !facts.pages.isEmpty else {
      return .notExamined(.noPage, "There is no page to tell.", waitingFor: .everythingOpened)
    }
    return .satisfied(
      .pageRolesClear, "Every page was told to be of the complaint or in support of it.",
      resting: .onAllPages)
  }

  /// Within one document.
  private var complaintAfterSupport: [PageReference] {
    var supported: Set<DocumentID> = []
    return facts.pages.filter { page in
      switch facts.role(of: page) {
      case .supporting: supported.insert(page.document)
      case .form, .continuation: return supported.contains(page.document)
      default: break
      }
      return false
    }
  }

  func limitNotEvaded() -> Finding {
    let phrases = facts.quotes(
      of: [
        "see attached", "see the attached", "see attachment", "see attachments", "see enclosed",
        "incorporated by reference", "incorporated herein",
      ], on: facts.complaintPages)
    let small = facts.complaintPages.filter(hasSmallType)
    let shared = sharedSheets
    var problems: [Problem] = []
    if !phrases.isEmpty {
      problems.append(
        Problem(
          .refersToAttachment, "The complaint refers to what is attached: \(phrases.inWords)."))
    }
    if !small.isEmpty {
      problems.append(Problem(.smallType, "The type seems to be very small: \(small.inWords)."))
    }
    if !shared.isEmpty {
      problems.append(
        Problem(.pageMayHoldSeveral, "By its shape a page may hold several: \(shared.inWords)."))
    }
    guard problems.isEmpty else {
      return .review(
        problems[0].code, problems.map(\.words).joined(separator: " "),
        quoting: phrases + facts.tops(of: small + shared))
    }
    guard facts.hasForm else { return noForm }
    return .nothingFound(
      "No wording that moves the statement into an attachment was found.")
  }

  /// Pages of the complaint with the shape of several: wider than high, as two side by side are, or
  /// higher than any paper, as two below each other are.
  private var sharedSheets: [PageReference] {
    facts.complaintPages.filter { page in
      facts.sheet(of: page).map {
        $0.width > $0.height || $0.height > Self.tallestPaper * $0.width
      } ?? false
    }
  }

  /// Height to width; legal paper has 1.65.
  private static let tallestPaper = 1.9

  /// Most of its lines of text are lower than the rule set's small type.
  private func hasSmallType(_ page: PageReference) -> Bool {
    let heights = (facts.sheet(of: page)?.lines ?? []).filter { $0.words.count > 4 }
      .compactMap { $0.words.map(\.box.height).max() }.sorted()
    return heights.count > 9 && heights[heights.count / 2] < ruleSet.pages.smallType
  }
}

extension PageInterval {
  /// `4`, or `4 to 5`.
  fileprivate var inWords: String { min == max ? "\(min)" : "\(min) to \(max)" }
}
