/// What the parent says on the command line of a reader.
package struct ReaderOptions: Hashable, Sendable {
  package var addressSpaceMegabytes: UInt64?
  /// Files, and folders with all that is in them, that may be read beside what every reader needs.
  package var readable: [String] = []
  package var showsVersion = false
  /// Says on standard error what every page took.
  package var showsTimes = false

  /// `nil` where `arguments` (without the program's name) are not understood.
  package init?(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--address-space-mb":
        guard let number = Self.positive(rest.next()) else { return nil }
        addressSpaceMegabytes = number
      case "--readable":
        guard let path = rest.next() else { return nil }
        readable.append(path)
      case "--version":
        showsVersion = true
      case "--times":
        showsTimes = true
      default:
        return nil
      }
    }
  }

  private static func positive(_ text: String?) -> UInt64? {
    // More mebibytes than an address can hold would overflow.
    text.flatMap { UInt64($0) }.flatMap { (1...(1 << 40)).contains($0) ? $0 : nil }
  }

  package static let usage = """
    usage: jurat-reader [--address-space-mb N] [--readable PATH]... [--times]
           jurat-reader --version

    Reads pages for jurat: requests on standard input, answers on standard output.
    Started by jurat, not by hand.

    """
}
