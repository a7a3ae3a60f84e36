import Casework

/// Characters that a scanner takes for each other.
package enum LookAlikes {
  /// The digit that a letter may stand for, such as 0 for O; `nil` for a letter like no digit.
  package static func digit(for character: Character) -> Character? {
    switch character {
    case "O", "o", "Q", "D": "0"
    case "l", "I", "i", "|", "!": "1"
    case "Z", "z": "2"
    case "S", "s": "5"
    case "G", "b": "6"
    case "B": "8"
    case "g", "q": "9"
    default: character.isASCIIDigit ? character : nil
    }
  }

  /// `text` with letters turned to the digits that they look like, and how many were turned;
  /// `nil` where one looks like none.
  package static func digits(in text: some Collection<Character>) -> (text: String, slips: Int)? {
    var digits = ""
    var slips = 0
    for character in text {
      guard let digit = digit(for: character) else { return nil }
      if !character.isASCIIDigit { slips += 1 }
      digits.append(digit)
    }
    return (digits, slips)
  }

  /// `text` with digits turned to the lower-case letters that they look like.
  package static func letters(in text: some Collection<Character>) -> [String] {
    var results = [""]
    for character in text {
      let letters: [String] =
        switch character {
        case "0": ["o"]
        case "1", "|", "!": ["l", "i"]
        case "2": ["z"]
        case "5": ["s"]
        case "6": ["g", "b"]
        case "8": ["b"]
        case "9": ["g"]
        default: [character.folded]
        }
      results = results.flatMap { result in letters.map { result + $0 } }
      if results.count > 8 { return [] }
    }
    return results
  }

  /// The digits that a worn or blurred printed `digit` may have been.
  package static func printed(_ digit: Character) -> [Character] {
    switch digit {
    case "0": ["6", "8"]
    case "1": ["7"]
    case "2": ["7"]
    case "3": ["8", "5"]
    case "4": ["9"]
    case "5": ["6", "8", "3"]
    case "6": ["0", "8", "5"]
    case "7": ["1", "2"]
    case "8": ["3", "0", "6"]
    case "9": ["4"]
    default: []
    }
  }

  /// The digits that a `digit` read from handwriting may have been.
  package static func handwritten(_ digit: Character) -> [Character] {
    switch digit {
    case "0": ["6", "8", "9"]
    case "1": ["7", "4", "2"]
    case "2": ["7", "3", "1"]
    case "3": ["8", "5", "2"]
    case "4": ["9", "7", "1", "5"]
    case "5": ["6", "3", "4", "8"]
    case "6": ["0", "5", "8"]
    case "7": ["1", "4", "9", "2"]
    case "8": ["3", "6", "0"]
    case "9": ["4", "7", "8", "0"]
    default: []
    }
  }
}
