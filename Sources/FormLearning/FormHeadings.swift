import Casework
import PageLayout

/// The words by which a form's pages are known.
struct FormHeadings {
  private(set) var titles: [String] = []
  private(set) var anchors: [String] = []
  private(set) var continuation: [String] = []
  /// Pages that begin with one of these, from 1.
  private(set) var continuationPages: [Int] = []
  private(set) var edition: String?
  private(set) var language: String?

  fileprivate struct Line {
    var text: String
    var page: Int
    var box: Box
    var words: [Word]
    var letterCount: Int
  }

  /// A phrase of more words is broken elsewhere when the form is set anew.
  private static let words = 2...10
  private static let mostAnchors = 14
  /// In shares of the page's width.
  private static let offMiddle = 0.06
  private static let leastLetters = 9

  /// - Parameter pages: In the order of the form.
  init(_ pages: [Reading], wording: Lexicon.Forms) {
    let lines = pages.enumerated().flatMap { index, page in
      page.lines.flatMap(\.segments).compactMap { Line($0, page: index) }
    }
    guard let first = pages.first else { return }
    let heights = lines.map(\.height).sorted()
    let usual = heights.isEmpty ? 9 : heights[heights.count / 2]
    let phrases = lines.filter {
      Self.words.contains($0.words.count) && $0.letterCount >= Self.leastLetters
    }
    // The largest line of the upper half of the first page, and what is set as large right by it. A
    // title stands in the middle more often than not, and is no sentence.
    let upper = phrases.filter {
      $0.page == 0 && $0.box.midY < first.height * 0.5 && !$0.text.hasSuffix(".")
    }
    let middle = upper.filter { abs($0.box.midX - first.width / 2) < Self.offMiddle * first.width }
    let head = middle.isEmpty ? upper : middle
    if let largest = head.map(\.height).max(), largest > 1.15 * usual {
      titles = Self.distinct(head.filter { $0.height > 0.9 * largest }).prefix(2).map(\.text)
    } else {
      titles = (head.first { $0.isCapitals } ?? head.first ?? phrases.first).map { [$0.text] } ?? []
    }
    let rare = Self.distinct(phrases).filter { line in !titles.contains(line.text) }
    let headings = rare.filter { $0.isCapitals || $0.height > 1.1 * usual }
    let others = rare.filter { line in !headings.contains { $0.text == line.text } }
    anchors =
      Self.spread(headings, over: pages.count, most: Self.mostAnchors).map(\.text)
    if anchors.count < Self.mostAnchors {
      anchors += Self.spread(
        others.filter { $0.words.count >= 3 }, over: pages.count,
        most: Self.mostAnchors - anchors.count
      ).map(\.text)
    }
    // A form of a few words is known by any of them.
    if anchors.count < 3 {
      let more = Self.distinct(lines.filter { $0.letterCount > 3 }).map(\.text)
        .filter { !anchors.contains($0) && !titles.contains($0) }
      anchors += more.prefix(3 - anchors.count)
    }
    let continued = lines.filter { line in
      line.words.count <= 8 && line.page > 0 && line.box.midY < pages[line.page].height * 0.3
        && wording.continuation.contains { $0.stands(in: line.words.map(\.text), least: 0.9) }
    }
    continuation = Self.distinct(continued).prefix(3).map(\.text)
    continuationPages = Set(continued.map { $0.page + 1 }).sorted()
    edition =
      lines.first { line in
        line.words.count <= 12 && line.text.contains(where: \.isNumber)
          && wording.editions.contains { $0.stands(in: line.words.map(\.text), least: 1) }
      }?.text
    language = Self.language(of: pages.flatMap(\.words), wording)
  }

  /// Those that stand once, each as often as the form has it: headings that stand on every page tell
  /// no page apart, and are phrases all the same.
  private static func distinct(_ lines: [Line]) -> [Line] {
    var seen: Set<[UInt8]> = []
    return lines.filter { seen.insert(Phrase.normalised($0.text)).inserted }
  }

  /// As many of each page as of every other.
  private static func spread(_ lines: [Line], over pages: Int, most: Int) -> [Line] {
    let byPage = (0..<pages).map { page in lines.filter { $0.page == page } }
    var taken: [Line] = []
    for round in 0..<most {
      for page in byPage where round < page.count && taken.count < most {
        taken.append(page[round])
      }
    }
    return taken.sorted { ($0.page, $0.box.y, $0.box.x) < ($1.page, $1.box.y, $1.box.x) }
  }

  private static func language(of words: [Word], _ wording: Lexicon.Forms) -> String? {
    let said = words.map { String(decoding: Phrase.normalised($0.text), as: UTF8.self) }
    let counts = wording.languages.map { language, common in
      let known = Set(common.map { String(decoding: Phrase.normalised($0.text), as: UTF8.self) })
      return (language: language, count: said.count { known.contains($0) })
    }
    return counts.filter { $0.count > 0 }.max { ($0.count, $1.language) < ($1.count, $0.language) }?
      .language
  }
}

extension FormHeadings.Line {
  fileprivate init?(_ line: TextLine, page: Int) {
    let words = line.words.filter(\.hasText)
    guard let box = Box.around(words.map(\.box)) else { return nil }
    self.words = words
    self.box = box
    self.page = page
    text = words.map(\.text).joined(separator: " ")
    letterCount = text.count { $0.isLetter }
  }

  fileprivate var height: Double {
    let heights = words.map(\.box.height).sorted()
    return heights[heights.count / 2]
  }

  fileprivate var isCapitals: Bool {
    letterCount > 0 && text.count(where: { $0.isUppercase }) * 10 > letterCount * 8
  }
}
