import Casework
import PageLayout
import WrittenDates

extension DatedPage {
  /// The words that stand right beside `date` on its line and change what it says or may: up to a
  /// label, another date, or a gap as wide as that between two cells. `nil` where there are none.
  ///
  /// This is the guard behind every list of words: "and each week since then" is not understood, but
  /// it is seen (docs/decisions/0030-two-witnesses.md).
  func wordsBeside(_ date: PlacedDate, labels: [PlacedLabel]) -> String? {
    let own = Set(date.words)
    let ofDates = Set(dates.flatMap(\.words))
    let height = date.firstLineBox.height
    let row = text.words.indices.filter { index in
      let word = text.words[index].word
      return !own.contains(index) && word.box.isInRow(with: date.firstLineBox, share: 0.4)
    }.sorted { text.words[$0].word.box.x < text.words[$1].word.box.x }
    func isPartOfPlace(_ index: Int, gap: Double) -> Bool {
      let word = text.words[index].word
      return gap < max(Self.leastGapOfCells, height) && !ofDates.contains(index)
        && !labels.contains { $0.box.intersection(word.box) != nil }
    }
    var (before, after): ([String], [String]) = ([], [])
    var edge = date.box.maxX
    for index in row where text.words[index].word.box.midX > date.box.midX {
      let word = text.words[index].word
      guard isPartOfPlace(index, gap: word.box.x - edge) else { break }
      after.append(word.text)
      edge = word.box.maxX
    }
    edge = date.firstLineBox.x
    for index in row.reversed() where text.words[index].word.box.midX < date.firstLineBox.midX {
      let word = text.words[index].word
      guard isPartOfPlace(index, gap: edge - word.box.maxX) else { break }
      before.insert(word.text, at: 0)
      edge = word.box.x
    }
    let words = before + after
    return DateGrammar.areIdle(words) ? nil : words.joined(separator: " ")
  }

  /// In points. Words of ten points are some three apart, values of two cells twenty and more.
  private static let leastGapOfCells = 9.0
}
