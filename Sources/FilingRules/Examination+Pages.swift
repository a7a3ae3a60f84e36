import Casework

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
    let count = pages.min == pages.max ? "\(pages.min)" : "\(pages.min) to \(pages.max)"
    guard facts.hasForm else {
      return .review(
        "No complaint form was found by the checker, so what counts as a page of it is open "
          + "(\(count) of at most \(limit)).")
    }
    if pages.max <= limit {
      return .satisfied("The complaint has \(count) pages of at most \(limit).")
    }
    let complaint = facts.pages(.form, .continuation)
    if pages.min > limit {
      let first =
        complaint.count > limit ? " Page \(limit + 1) is \(complaint[limit].inWords)." : ""
      return .deficient(
        "The complaint has \(count) pages without its supporting documents; at most \(limit) are "
          + "allowed.\(first)")
    }
    let open = facts.pages(.certificate, .unknown)
    return .review(
      "The complaint has \(count) pages of at most \(limit), depending on what counts"
        + (open.isEmpty ? "." : ": \(open.inWords)."))
  }

  func supportSeparable() -> Finding {
    let unclear = facts.classification.pages.filter {
      $0.role == .unknown || $0.confidence < FilingFacts.sureness
    }.map(\.page)
    guard unclear.isEmpty else {
      return .review(
        "It is not clear whether these pages belong to the complaint or support it: "
          + "\(unclear.inWords).")
    }
    return .satisfied("Every page was told to be of the complaint or in support of it.")
  }

  func limitNotEvaded() -> Finding {
    let pages = facts.pages(
      saying: [
        "see attached", "see the attached", "see attachment", "see attachments", "see enclosed",
        "incorporated by reference", "incorporated herein",
      ], among: facts.complaintPages)
    guard pages.isEmpty else {
      return .review("The complaint refers to what is attached: \(pages.inWords).")
    }
    return .satisfied("No wording that moves the statement into an attachment was found.")
  }
}
