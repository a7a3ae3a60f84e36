import Casework
import PageLayout

/// What INT-04 compares: every place that says how many pages there should be.
extension Examination {
  struct PageCount {
    /// What speaks for a page that is lost, or one too many; `nil` where the numbers fit.
    var conflict: ReasonCode?
    var words: String
    var quotes: [Quote]
  }

  func printedNumbers(on form: [PageReference]) -> PageCount? {
    let numbering = PageNumbering.printed(in: facts, on: form)
    guard !numbering.numbers.isEmpty else { return nil }
    if let conflict = numbering.conflict {
      return PageCount(
        conflict: .pageNumbersConflict,
        words: "The page numbers of the form do not fit together: \(conflict).",
        quotes: numbering.quotes)
    }
    return PageCount(
      words: "The printed page numbers of the form fit together (\(numbering.numbers.count) of "
        + "\(form.count) pages show one).", quotes: numbering.quotes)
  }

  /// The sender's count holds a cover page or not, so a first page that is not there is no conflict.
  var faxNumbers: PageCount? {
    let numbering = PageNumbering.faxed(in: facts, on: facts.pages)
    guard let first = numbering.numbers.first, numbering.numbers.count > 1 else { return nil }
    let numbers = Set(numbering.numbers.map(\.number.number))
    let lost = (2...max(2, first.number.total)).filter { !numbers.contains($0) }
    let unnumbered = facts.pages.count - numbering.numbers.count
    guard first.number.total < 2 || lost.count <= unnumbered else {
      return PageCount(
        conflict: .faxedPagesNotFound,
        words: "By the fax headers of \(first.number.total) pages not found by the checker: "
          + lost.map(String.init).joined(separator: ", ") + ".", quotes: numbering.quotes)
    }
    return PageCount(
      words: "The page numbers of the fax headers fit together.", quotes: numbering.quotes)
  }

  /// The form's list of exhibits against the pages that were taken for support. Pages of unknown
  /// kind may be of either.
  var exhibitCount: PageCount? {
    let list = ExhibitList(in: facts, on: facts.pages(.form), by: answers.exhibitList)
    // Of what could not be opened or read, INT-01 tells.
    let isAllThere = facts.documents.allSatisfy { document in
      document.survey.state == .opened && document.pages.allSatisfy { $0.state != .failed }
    }
    guard !list.rows.isEmpty, isAllThere else { return nil }
    let quotes = list.rows.map(\.quote)
    let min = facts.pages(.supporting).count
    // The list may name a power of attorney and a letter, or not.
    let max =
      min + facts.pages(.powerOfAttorney, .transmittal, .unknown, .certificate).count
    let there = min == max ? "\(min)" : "\(min) to \(max)"
    let listed = list.isComplete ? "\(list.pageCount)" : "at least \(list.pageCount)"
    let isShort = list.pageCount > max
    let isLong = list.isComplete && list.pageCount < min
    return PageCount(
      conflict: isShort ? .listedExhibitsNotFound : nil,
      words: "Pages on the list of exhibits: \(listed); "
        + "\(isShort || isLong ? "found by the checker" : "there"): \(there)"
        + (isLong ? ", which is more than it lists." : "."),
      quotes: quotes)
  }

  /// The number of pages that a loose certificate says of the document it belongs to.
  var certificateCount: PageCount? {
    for quote in facts.quotes(of: notary.pageCountLabels, on: facts.pages(.certificate)) {
      let label = quote.place.box
      let beside = (facts.lines[quote.page] ?? []).flatMap(\.words).filter {
        abs($0.box.midY - label.midY) < label.height && $0.box.x > label.maxX - 1
          && $0.box.x < label.maxX + 90
      }
      guard let word = beside.first(where: { Int($0.text.filter(\.isNumber)) != nil }),
        let said = Int(word.text.filter(\.isNumber)), said > 0
      else { continue }
      let pages = facts.classification.complaintPages
      let fits = (pages.min...pages.max).contains(said)
      let there = pages.min == pages.max ? "\(pages.min)" : "\(pages.min) to \(pages.max)"
      let number = Quote([word], on: quote.page, of: [])
      return PageCount(
        conflict: fits ? nil : .certificatePageCountDiffers,
        words: "The loose certificate is of a document of \(said) pages, and the complaint has "
          + "\(there).", quotes: [quote] + [number].compactMap(\.self))
    }
    return nil
  }
}
