internal import Casework
internal import PageLayout

/// `Page 2 of 4` or `Continuation sheet 2 of 4` at the head or foot of a page.
struct Pagination: Hashable {
  var number: Int
  /// `nil` for `Page 2` alone.
  var total: Int?

  init(number: Int, total: Int?) {
    self.number = number
    self.total = total
  }

  /// Looks in the upper tenth and the lower tenth of the page.
  ///
  /// - Parameter noun: what is counted, `page` or `sheet`.
  init?(of sheet: Sheet, counting noun: String = "page") {
    let noun = Array(noun.utf8)
    for line in sheet.lines.reversed() {
      let isAtEdge =
        line.box.midY > sheet.height * 0.88 || line.box.midY < sheet.height * 0.12
      guard isAtEdge else { continue }
      let words = line.words.map { Phrase.normalised($0.text) }
      if let found = Self.find(noun, in: words) {
        self = found
        return
      }
    }
    return nil
  }

  private static let of = Array("of".utf8)

  private static func find(_ noun: [UInt8], in words: [[UInt8]]) -> Pagination? {
    for index in words.indices where words[index] == noun {
      guard index + 1 < words.count, let number = Self.number(words[index + 1]) else { continue }
      if index + 3 < words.count, words[index + 2] == of,
        let total = Self.number(words[index + 3]), total >= number
      {
        return Pagination(number: number, total: total)
      }
      return Pagination(number: number, total: nil)
    }
    return nil
  }

  private static func number(_ characters: [UInt8]) -> Int? {
    guard (1...3).contains(characters.count),
      let text = String(validating: characters, as: UTF8.self)
    else { return nil }
    return Int(text)
  }
}
