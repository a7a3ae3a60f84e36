import Casework
import PageLayout

/// The Rules, Standards and Principles that a complaint names on its own pages.
struct Citations {
  struct Named {
    var kind: Citation.Kind
    var number: Int
    var isCertain: Bool
    /// The first place of every page.
    var quotes: [Quote]
  }

  /// First what is certain, then by kind and number.
  private(set) var named: [Named] = []
  /// What stands in the field of rules, whether or not it says a number.
  private(set) var fields: [Quote] = []

  init(
    in facts: FilingFacts, on pages: [PageReference], field: FormDescription.Field,
    provisions: RuleSet.Provisions
  ) {
    for page in pages {
      let values = LabelledField.fields(field, on: [page], in: facts).compactMap(\.value)
      fields += values
      for value in values {
        // The value without the boxes of its words is pointed at as a whole.
        add(
          CitationParser.citations(
            in: value.text.asLine.words, isField: true, provisions: provisions
          ).map { ($0, value) })
      }
      let lines = (facts.lines[page] ?? []).filter { line in
        // What stands in the field was looked at already, and otherwise.
        !values.contains { value in
          line.box.intersection(value.place.box).map { $0.area > line.box.area / 2 } ?? false
        }
      }
      for block in lines.blocks {
        let words = block.flatMap(\.words)
        add(
          CitationParser.citations(in: words, isField: false, provisions: provisions)
            .compactMap { found in
              Quote(Array(words[found.words]), on: page, of: block).map { (found, $0) }
            })
      }
    }
    // What is surely named somewhere is not doubted for another place.
    let certain = Set(named.filter(\.isCertain).map { [$0.kind.rawValue, "\($0.number)"] })
    named.removeAll { !$0.isCertain && certain.contains([$0.kind.rawValue, "\($0.number)"]) }
    named.sort {
      ($0.isCertain ? 0 : 1, $0.kind.rawValue, $0.number)
        < ($1.isCertain ? 0 : 1, $1.kind.rawValue, $1.number)
    }
  }

  private mutating func add(_ found: [(CitationParser.Found, Quote)]) {
    for (var citation, quote) in found {
      // What was read badly may say anything.
      citation.isCertain = citation.isCertain && quote.confidence >= FilingFacts.sureness
      if let index = named.firstIndex(where: {
        $0.kind == citation.kind && $0.number == citation.number
          && $0.isCertain == citation.isCertain
      }) {
        if named[index].quotes.last?.page != quote.page { named[index].quotes.append(quote) }
      } else {
        named.append(
          Named(
            kind: citation.kind, number: citation.number, isCertain: citation.isCertain,
            quotes: [quote]))
      }
    }
  }

  var certain: [Named] { named.filter(\.isCertain) }

  /// Whether anything mandatory is surely named: principles only advise.
  var namesRule: Bool { certain.contains { $0.kind == .rule || $0.kind == .standard } }

  var quotes: [Quote] { named.flatMap(\.quotes) }

  /// `Rule 3 (d01 page 2), S 5 (d01 page 2)`.
  static func inWords(_ named: [Named]) -> String {
    named.map { "\($0.kind.inWords) \($0.number) (\($0.quotes.inWords))" }
      .joined(separator: ", ")
  }
}

extension Citation.Kind {
  fileprivate var inWords: String {
    switch self {
    case .principle: "Principle"
    case .rule: "Rule"
    case .standard: "S"
    case .unclear: "number"
    }
  }
}
