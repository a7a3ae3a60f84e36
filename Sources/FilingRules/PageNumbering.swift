import Casework
import PageLayout

/// The numbers `Page 2 of 4` that stand on pages.
struct PageNumbering {
  struct Number: Hashable {
    var number: Int
    var total: Int
  }

  struct Numbered {
    var page: PageReference { quote.page }
    var number: Number
    var quote: Quote
  }

  /// In the order of the pages; pages without a number are left out.
  private(set) var numbers: [Numbered] = []
  private let pageCount: Int

  /// What is printed at the foot of the pages of a form.
  ///
  /// - Parameter pages: Of the complaint, in their order.
  static func printed(in facts: FilingFacts, on pages: [PageReference]) -> PageNumbering {
    PageNumbering(pageCount: pages.count) {
      pages.compactMap { page in
        // The footer, if there is one, stands below everything else that might say so.
        (facts.lines[page] ?? []).reversed().lazy.compactMap { line in
          numbered(line, on: page, number(in:))
        }.first
      }
    }
  }

  /// What a fax machine wrote at the head of the pages that it sent: `P. 03/12`.
  static func faxed(in facts: FilingFacts, on pages: [PageReference]) -> PageNumbering {
    PageNumbering(pageCount: pages.count) {
      pages.compactMap { page in
        guard let sheet = facts.sheet(of: page) else { return nil }
        return sheet.lines.lazy.filter { $0.box.maxY < sheet.height * headShare }
          .compactMap { numbered($0, on: page, faxNumber(in:)) }.first
      }
    }
  }

  /// The part of a page, from the top, in which a fax machine writes.
  private static let headShare = 0.11

  private init(pageCount: Int, _ numbers: () -> [Numbered]) {
    self.pageCount = pageCount
    self.numbers = numbers()
  }

  private static func numbered(
    _ line: TextLine, on page: PageReference, _ number: (String) -> Number?
  ) -> Numbered? {
    guard let found = number(line.text) else { return nil }
    // Of a footer the words that say it: what stands left of them is of no account.
    let words = line.words.suffix(from: { $0.lowercased().hasPrefix("p") }) ?? line.words
    return Quote(words, on: page, of: [line]).map { Numbered(number: found, quote: $0) }
  }

  var quotes: [Quote] { numbers.map(\.quote) }

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
    if restart != nil { return "the pages are not in the order of their numbers" }
    // A page whose number was not read may be one of those that seem to be missing.
    let missing = Set(1...total).subtracting(numbers.map(\.number.number))
    let unnumbered = pageCount - numbers.count
    if missing.count > unnumbered {
      let names = missing.sorted().map(String.init).joined(separator: ", ")
      return "of \(total) pages not found by the checker: \(names)"
    }
    return nil
  }

  /// Every page says its number, and none is lost.
  var isWhole: Bool {
    conflict == nil && !numbers.isEmpty && numbers.count == pageCount
      && numbers.count == numbers[0].number.total
  }

  /// The first page whose number is lower than that of the page before it.
  var restart: Quote? {
    zip(numbers, numbers.dropFirst()).first { $1.number.number < $0.number.number }?.1.quote
  }

  /// Pages that say that they are the first.
  var firstPages: [Quote] { numbers.filter { $0.number.number == 1 }.map(\.quote) }

  static func number(in line: String) -> Number? {
    // Most lines have none, and looking for one this way is much cheaper.
    guard line.utf8.contains(where: { (48...57).contains($0) }), line.contains("age"),
      let match = line.firstMatch(of: /[Pp]age\s+(\d{1,3})\s+of\s+(\d{1,3})/)
    else { return nil }
    return Number(match.output.1, of: match.output.2)
  }

  static func faxNumber(in line: String) -> Number? {
    guard line.contains("/"),
      let match = line.firstMatch(
        of: /\b[Pp](?:age|AGE|g|G)?[.:]?\s{0,2}(\d{1,3})\s?\/\s?(\d{1,3})\b/)
    else { return nil }
    return Number(match.output.1, of: match.output.2)
  }
}

extension PageNumbering.Number {
  fileprivate init?(_ number: Substring, of total: Substring) {
    guard let number = Int(number), let total = Int(total), number > 0, number <= total else {
      return nil
    }
    self.init(number: number, total: total)
  }
}

extension [Word] {
  /// From the last word on whose text is as `isFirst` says; `nil` where there is none.
  fileprivate func suffix(from isFirst: (String) -> Bool) -> [Word]? {
    lastIndex { isFirst($0.text) }.map { Array(self[$0...]) }
  }
}
