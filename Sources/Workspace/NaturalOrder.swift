/// The order in which people number their files: `scan_2` before `scan_10`, and `Scan` before
/// `Scan (2)`, as scan programs and copies of files are named.
///
/// Runs of digits are compared as numbers and letters without regard to case, first without the
/// extension, then with it. Names that are alike so far are told apart by their bytes, so that the
/// order is total and the same on every machine.
enum NaturalOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (one, other) = (split(left), split(right))
    if let order = order(pieces(one.stem), pieces(other.stem)) { return order }
    if let order = order(pieces(one.rest), pieces(other.rest)) { return order }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private enum Piece: Equatable {
    /// The digits without leading zeros.
    case number([UInt8])
    case character(UInt8)
  }

  private static func split(_ name: String) -> (stem: [UInt8], rest: [UInt8]) {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return (bytes, []) }
    return (Array(bytes[..<dot]), Array(bytes[dot...]))
  }

  private static func pieces(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[index...].prefix { isDigit($0) }
      if digits.isEmpty {
        pieces.append(.character(lowercased(bytes[index])))
        index += 1
      } else {
        pieces.append(.number(Array(digits.drop { $0 == UInt8(ascii: "0") })))
        index += digits.count
      }
    }
    return pieces
  }

  /// `nil` where they are alike.
  private static func order(_ left: [Piece], _ right: [Piece]) -> Bool? {
    for (one, other) in zip(left, right) where one != other {
      return switch (one, other) {
      case (.number(let one), .number(let other)):
        one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
      case (.number, .character(let other)): UInt8(ascii: "0") < other
      case (.character(let one), .number): one < UInt8(ascii: "0")
      case (.character(let one), .character(let other)): one < other
      }
    }
    return left.count == right.count ? nil : left.count < right.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte + 32 : byte
  }
}
