import Casework
import PageLayout
import WrittenDates

/// A date on a page before it has its role and its number.
struct PlacedDate {
  var expression: DateExpression
  /// Index into the passages of the page.
  var passage: Int
  /// Indices into the words of the page.
  var words: [Int]
  var text: String
  var box: Box
  /// Around those of its words that stand on its first line.
  var firstLineBox: Box
  /// Index into `Reading.lines`.
  var line: Int

  /// The dates of a page in reading order.
  static func all(in text: PageText, _ grammar: DateGrammar) -> [PlacedDate] {
    text.passages.enumerated().flatMap { index, passage in
      grammar.dates(in: passage.characters, isDateField: false).compactMap { expression in
        PlacedDate(expression, passage: index, of: text)
      }
    }
  }

  /// The date without the words before it that are part of a label: "Known to you since" does not say
  /// that something has gone on since.
  func without(_ labels: [PlacedLabel], in text: PageText) -> PlacedDate {
    let ofLabel = words.prefix { index in
      let word = text.words[index]
      return labels.contains { $0.line == word.line && $0.words.contains(word.position) }
    }
    let rest = words.dropFirst(ofLabel.count)
    guard !ofLabel.isEmpty, let first = rest.first,
      let box = Box.around(rest.map { text.words[$0].word.box }),
      let firstLineBox = Box.around(
        rest.filter { text.words[$0].line == text.words[first].line }.map {
          text.words[$0].word.box
        })
    else { return self }
    var date = self
    date.words = Array(rest)
    date.box = box
    date.firstLineBox = firstLineBox
    date.line = text.words[first].line
    date.text = rest.map { text.words[$0].word.text }.joined(separator: " ")
    date.expression.isOpenEnded = false
    return date
  }

  private init?(_ expression: DateExpression, passage index: Int, of text: PageText) {
    let words = text.passages[index].words(in: expression.range)
    guard let first = words.first,
      let box = Box.around(words.map { text.words[$0].word.box }),
      let firstLineBox = Box.around(
        words.filter { text.words[$0].line == text.words[first].line }
          .map { text.words[$0].word.box })
    else { return nil }
    self.expression = expression
    self.passage = index
    self.words = words
    self.text = text.passages[index].characters[expression.range]
      .split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
    self.box = box
    self.firstLineBox = firstLineBox
    line = text.words[first].line
  }
}
