import Casework

extension DatePolicy {
  /// The year that ends with the two digits `number`.
  func year(ofTwoDigits number: Int) -> Int {
    let last = twoDigitYearsUntil % 100
    let century = twoDigitYearsUntil - last
    return number <= last ? century + number : century - 100 + number
  }
}
