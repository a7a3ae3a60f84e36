import Casework

/// The printed numbers `Page 2 of 4` on the pages of the complaint.
struct PageNumbering {
  struct Number: Hashable {
    var number: Int
    var total: Int
  }

  /// In the order of the pages; pages without a number are left out.
  private(set) var numbers: [(page: PageReference, number: Number)] = []
  private let pageCount: Int

  /// - Parameter pages: Of the complaint, in their order.
  init(in facts: FilingFacts, on pages: [PageReference]) {
    pageCount = pages.count
    for page in pages {
      // The footer, if there is one, stands below everything else that might say so.
      let found = (facts.reading(of: page)?.lines ?? []).reversed()
        .lazy.compactMap { Self.number(in: $0.text) }.first
      if let found { numbers.append((page, found)) }
    }
  }

  /// What does not fit together, in words; `nil` where all fits.
  var conflict: String? {
    let totals = Set(numbers.map(\.number.total))
    guard totals.count == 1, let total = totals.first else {
      return totals.isEmpty
        ? nil
        : "the pages say different totals: \(totals.sorted().map(String.init).joined(separator: ", "))"
    }
    let repeated = Dictionary(grouping: numbers, by: \.number).filter { $0.value.count > 1 }
    if let (number, pages) = repeated.min(by: { $0.key.number < $1.key.number }) {
      return "page \(number.number) of \(total) is there \(pages.count) times"
    }
    if numbers.map(\.number.number) != numbers.map(\.number.number).sorted() {
      return "the pages are not in the order of their numbers"
    }
    // A page whose number was not read may be one of those that seem to be missing.
    let missing = Set(1...total).subtracting(numbers.map(\.number.number))
    let unnumbered = pageCount - numbers.count
    if missing.count > unnumbered {
      let names = missing.sorted().map(String.init).joined(separator: ", ")
      return "of \(total) pages not found by the checker: \(names)"
    }
    return nil
  }

  /// Pages that say that they are the first.
  var firstPages: [PageReference] { numbers.filter { $0.number.number == 1 }.map(\.page) }

  static func number(in line: String) -> Number? {
    // Most lines have none, and looking for one this way is much cheaper.
    guard line.utf8.contains(where: { (48...57).contains($0) }), line.contains("age"),
      let match = line.firstMatch(of: /[Pp]age\s+(\d{1,3})\s+of\s+(\d{1,3})/),
      let number = Int(match.output.1), let total = Int(match.output.2), number > 0,
      number <= total
    else { return nil }
    return Number(number: number, total: total)
  }
}
