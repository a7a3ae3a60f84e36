internal import Casework
internal import PageLayout

/// Where the pages of a blank form stand on a page that was mailed.
package struct Registration: Hashable, Sendable {
  /// From points of the blank to points of the page.
  package var map: PlaneMap
  /// How many of the blank's words are in place.
  package var wordCount: Int
  /// Their share of those of the blank's words that the page can show, 0 to 1.
  package var wordsFound: Double
  /// How far from their places they are, in points; the median.
  package var residual: Double
}

/// The words of a page as they are looked for.
struct WordsInPlace {
  struct Token {
    var text: [UInt8]
    var middle: PlaneMap.Point
    var word: Word
  }

  let tokens: [Token]
  /// Indices into `tokens`.
  let byText: [[UInt8]: [Int]]

  init(_ lines: [TextLine]) {
    tokens = lines.flatMap(\.words).compactMap { word in
      let text = Phrase.normalised(word.text)
      guard text.count >= RegistrationThresholds.shortestWord else { return nil }
      return Token(text: text, middle: .init(x: word.box.midX, y: word.box.midY), word: word)
    }
    byText = Dictionary(grouping: tokens.indices) { [tokens] in tokens[$0].text }
  }
}

extension WordsInPlace {
  typealias Pair = (from: PlaneMap.Point, to: PlaneMap.Point)

  /// Lays the words of a blank over those of a page; `nil` where they do not fit.
  func registration(
    on page: WordsInPlace, width: Double, height: Double
  ) -> Registration? {
    let pairs = self.pairs(with: page)
    guard pairs.count >= 4, var map = firstGuess(from: pairs) else { return nil }
    var placed: [Pair] = []
    for reach in [2.5, 1.5, 1] {
      placed = inPlace(on: page, by: map, within: reach * RegistrationThresholds.near)
      guard placed.count >= RegistrationThresholds.fewestWords,
        let better = PlaneMap(fitting: placed), better.isOfScan
      else { return nil }
      map = better
    }
    placed = inPlace(on: page, by: map, within: RegistrationThresholds.near)
    let shown = tokens.count { token in
      let point = map(token.middle)
      return (0...width).contains(point.x) && (0...height).contains(point.y)
    }
    let distances = placed.map { map($0.from).distance(to: $0.to) }.sorted()
    guard placed.count >= RegistrationThresholds.fewestWords, shown > 0 else { return nil }
    return Registration(
      map: map, wordCount: placed.count, wordsFound: Double(placed.count) / Double(shown),
      residual: distances[distances.count / 2])
  }

  /// The words of `page` that are print of the blank: they stand where `map` takes one like them.
  func printed(on page: WordsInPlace, by map: PlaneMap) -> Set<Word> {
    Set(
      tokens.flatMap { token -> [Word] in
        let point = map(token.middle)
        return (page.byText[token.text] ?? []).map { page.tokens[$0] }
          .filter { $0.middle.distance(to: point) <= RegistrationThresholds.near }.map(\.word)
      })
  }

  /// Words of the one and of the other that are alike and rare on both.
  private func pairs(with page: WordsInPlace) -> [Pair] {
    let most = RegistrationThresholds.mostAlike
    return tokens.indices.flatMap { index -> [Pair] in
      let token = tokens[index]
      guard (byText[token.text]?.count ?? 0) <= most, let others = page.byText[token.text],
        others.count <= most
      else { return [] }
      return others.map { (token.middle, page.tokens[$0].middle) }
    }
  }

  /// The map by two pairs that the most others agree with.
  private func firstGuess(from pairs: [Pair]) -> PlaneMap? {
    let total = pairs.count * (pairs.count - 1) / 2
    let step = max(1, total / RegistrationThresholds.mostGuesses)
    var (best, most, position) = (PlaneMap?.none, 0, 0)
    for one in pairs.indices {
      for two in pairs.indices[(one + 1)...] {
        position += 1
        guard position % step == 0,
          pairs[one].from.distance(to: pairs[two].from) > RegistrationThresholds.leastDistance,
          let map = PlaneMap(
            from: (pairs[one].from, pairs[two].from), to: (pairs[one].to, pairs[two].to)),
          map.isOfScan
        else { continue }
        let count = pairs.count {
          map($0.from).distance(to: $0.to) < 2 * RegistrationThresholds.near
        }
        if count > most { (best, most) = (map, count) }
      }
    }
    return best
  }

  /// Every word that has one like it on the page where `map` takes it, with the nearest such.
  private func inPlace(
    on page: WordsInPlace, by map: PlaneMap, within reach: Double
  ) -> [Pair] {
    tokens.compactMap { token in
      let point = map(token.middle)
      let nearest = (page.byText[token.text] ?? []).map { page.tokens[$0].middle }
        .min { $0.distance(to: point) < $1.distance(to: point) }
      guard let nearest, nearest.distance(to: point) <= reach else { return nil }
      return (token.middle, nearest)
    }
  }
}
