import Casework

/// Gives the words that findings quote their ids: the same words have the same one in every check.
struct PassageList {
  private(set) var passages: [Passage] = []
  private var ids: [Quote: FindingID] = [:]
  private var names = FindingNames("p")

  /// A check shows no more than this many; its reason names all of the pages.
  static let maxOfACheck = 12

  mutating func ids(of quotes: [Quote]) -> [FindingID] {
    Self.spread(quotes).map { quote in
      if let id = ids[quote] { return id }
      let id = names.name(at: quote.place)
      passages.append(
        Passage(
          id: id, place: quote.place, text: quote.text, confidence: quote.confidence,
          isMasked: quote.isMasked))
      ids[quote] = id
      return id
    }
  }

  /// Where there are too many, the first of every page comes before the second of any.
  private static func spread(_ quotes: [Quote]) -> [Quote] {
    guard quotes.count > maxOfACheck else { return quotes }
    var counts: [PageReference: Int] = [:]
    let ranked = quotes.enumerated().map { index, quote in
      counts[quote.page, default: 0] += 1
      return (rank: counts[quote.page] ?? 0, index: index)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(maxOfACheck)
      .map(\.index).sorted().map { quotes[$0] }
  }
}
