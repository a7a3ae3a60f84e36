import Casework
import PageLayout
import WrittenDates

/// Which number the dates of a document have first, where the document shows it.
///
/// Asked only of pages that are not the complaint's own: what a complainant typed into the form
/// keeps both meanings whatever surrounds it (docs/decisions/0018-order-shown-by-the-paper.md).
enum NumberOrder {
  /// `nil` where nothing shows it, or where the document contradicts itself.
  static func shown(by pages: [DatedPage]) -> DatePolicy.Order? {
    let dates = pages.flatMap { page in
      page.dates.filter { page.handwriting.isSure($0) }.map(\.expression)
    }
    let orders = dates.compactMap(\.forcedOrder)
    if orders.contains(.dayFirst) { return nil }
    if orders.contains(.monthFirst) { return .monthFirst }
    return pages.contains { isAmerican($0.text) } ? .monthFirst : nil
  }

  /// Whether the page names a state of the Union as one, or writes an address with its ZIP code:
  /// about the paper, never about a person.
  private static func isAmerican(_ text: PageText) -> Bool {
    text.passages.contains { passage in
      let words = passage.characters.split { !$0.isLetter && !$0.isASCIIDigit }
        .map { $0.folded }
      return words.indices.contains { index in
        switch words[index] {
        case "state", "commonwealth":
          return index + 2 < words.count && words[index + 1] == "of"
            && (states.contains(words[index + 2])
              || index + 3 < words.count
                && states.contains("\(words[index + 2]) \(words[index + 3])"))
        case let code where code.utf8.count == 5 && code.allSatisfy(\.isASCIIDigit):
          return index > 0 && postalCodes.contains(words[index - 1])
        default: return false
        }
      }
    }
  }

  private static let states: Set<String> = [
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut",
    "delaware", "florida", "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas",
    "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota",
    "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey",
    "new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon",
    "pennsylvania", "rhode island", "south carolina", "south dakota", "tennessee", "texas", "utah",
    "vermont", "virginia", "washington", "west virginia", "wisconsin", "wyoming",
  ]

  private static let postalCodes: Set<String> = [
    "al", "ak", "az", "ar", "ca", "co", "ct", "dc", "de", "fl", "ga", "hi", "ia", "id", "il", "in",
    "ks", "ky", "la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne", "nh", "nj",
    "nm", "nv", "ny", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "va", "vt", "wa",
    "wi", "wv", "wy",
  ]
}
