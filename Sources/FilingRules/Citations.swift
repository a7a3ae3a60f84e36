import Casework

/// The Rules, Standards and Principles that a complaint names.
struct Citations {
  struct Citation: Hashable, Comparable {
    enum Kind: String {
      case principle = "Principle"
      case rule = "Rule"
      case standard = "S"
    }

    var kind: Kind
    var number: Int

    static func < (left: Citation, right: Citation) -> Bool {
      (left.kind.rawValue, left.number) < (right.kind.rawValue, right.number)
    }
  }

  /// Each citation with the pages on which it stands.
  private(set) var pages: [Citation: [PageReference]] = [:]

  init(in facts: FilingFacts, on pages: [PageReference]) {
    for page in pages {
      for passage in facts.reading(of: page)?.passages ?? [] {
        for citation in Self.citations(in: passage)
        where self.pages[citation]?.last != page {
          self.pages[citation, default: []].append(page)
        }
      }
    }
  }

  /// Whether anything mandatory is named: principles only advise.
  var namesRule: Bool { pages.keys.contains { $0.kind != .principle } }

  /// `Rule 3 (d01 page 2), S 5 (d01 page 2)`.
  var inWords: String {
    pages.sorted { $0.key < $1.key }
      .map { "\($0.key.kind.rawValue) \($0.key.number) (\($0.value.inWords))" }
      .joined(separator: ", ")
  }

  /// The 2009 edition labels its standards `S 5`. A capital S alone is one; `Section 5` is not.
  static func citations(in passage: String) -> [Citation] {
    // Most passages have none, and looking for one this way is much cheaper.
    guard passage.utf8.contains(where: { (48...57).contains($0) }) else { return [] }
    let pattern = /\b(Rule|RULE|Standard|STANDARD|Principle|PRINCIPLE|S)[\s\-.]{0,2}(\d{1,2})\b/
    return passage.matches(of: pattern).compactMap { match in
      guard let number = Int(match.output.2), number > 0 else { return nil }
      let kind: Citation.Kind =
        switch match.output.1.first {
        case "R": .rule
        case "P": .principle
        default: .standard
        }
      return Citation(kind: kind, number: number)
    }
  }
}
