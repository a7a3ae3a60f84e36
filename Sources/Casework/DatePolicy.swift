/// How a written date is meant where the writing alone does not say.
package struct DatePolicy: Codable, Hashable, Sendable {
  /// Which number comes first in a date such as 05/06/2024.
  package enum Order: String, Codable, CaseIterable, Hashable, Sendable {
    case monthFirst = "month-first"
    case dayFirst = "day-first"
    /// Nobody has said: such a date has two readings.
    case both
  }

  package var order: Order
  /// Two-digit years mean the years up to this one, and the ninety-nine before it.
  package var twoDigitYearsUntil: Int

  package init(order: Order = .both, twoDigitYearsUntil: Int = 2039) {
    self.order = order
    self.twoDigitYearsUntil = twoDigitYearsUntil
  }
}
