import Casework
import Testing

struct ReasonCodeTests {
  @Test func `every code is written as it is named, in lower case with hyphens`() {
    for code in ReasonCode.allCases {
      let words = "\(code)".map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }
      #expect(code.rawValue == words.joined())
    }
  }
}
