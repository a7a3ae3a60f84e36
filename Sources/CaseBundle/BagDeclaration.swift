import Foundation

/// `bagit.txt`: the version of the specification and the encoding of the other tag files.
struct BagDeclaration {
  struct Version: Comparable {
    var major: Int
    var minor: Int

    static func < (left: Version, right: Version) -> Bool {
      (left.major, left.minor) < (right.major, right.minor)
    }
  }

  let version: Version
  let encoding: String.Encoding

  /// RFC 8493, 2.1.1: exactly two lines, in UTF-8, without a byte order mark.
  init(parsing bytes: [UInt8]) throws(BagTagFileError) {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw BagTagFileError("it begins with a byte order mark")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BagTagFileError("it is not UTF-8")
    }
    let lines = BagTagFile.lines(of: text)
    guard lines.count == 2 else {
      throw BagTagFileError("it has \(lines.count) lines instead of two")
    }
    let number = try Self.value(of: "BagIt-Version", in: lines[0])
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]) else {
      throw BagTagFileError("'\(number)' is not a version such as 1.0")
    }
    version = Version(major: major, minor: minor)
    let name = try Self.value(of: "Tag-File-Character-Encoding", in: lines[1])
    guard let encoding = BagTagFile.encodings[name.uppercased()] else {
      throw BagTagFileError("the encoding '\(name)' is not supported")
    }
    self.encoding = encoding
  }

  private static func value(of label: String, in line: String) throws(BagTagFileError) -> String {
    guard line.hasPrefix(label + ":") else {
      throw BagTagFileError("'\(label):' is expected where '\(line)' stands")
    }
    return line.dropFirst(label.count + 1).trimmingCharacters(in: .whitespaces)
  }
}

struct BagTagFileError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

/// Text files beside the payload.
enum BagTagFile {
  static let encodings: [String: String.Encoding] = [
    "UTF-8": .utf8, "UTF-16": .utf16, "UTF-16BE": .utf16BigEndian, "UTF-16LE": .utf16LittleEndian,
    "UTF-32": .utf32, "ISO-8859-1": .isoLatin1, "US-ASCII": .ascii, "WINDOWS-1252": .windowsCP1252,
  ]

  static func text(_ bytes: [UInt8], _ encoding: String.Encoding) throws(BagTagFileError) -> String
  {
    guard let text = String(bytes: bytes, encoding: encoding) else {
      throw BagTagFileError("it is not text in the encoding that bagit.txt names")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Lines end with LF, CR or both; a last line needs no end.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r":
        lines.append(line)
        line = ""
      case "\n":
        if previous != "\r" {
          lines.append(line)
          line = ""
        }
      default: line.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// `bag-info.txt`: labels and values, a value continued by lines that begin with white space.
  static func fields(of text: String) throws(BagTagFileError) -> [(label: String, value: String)] {
    var fields: [(label: String, value: String)] = []
    for line in lines(of: text) where !line.allSatisfy(\.isWhitespace) {
      if line.first == " " || line.first == "\t" {
        guard !fields.isEmpty else { throw BagTagFileError("it begins with a continued line") }
        fields[fields.count - 1].value += " " + line.trimmingCharacters(in: .whitespaces)
        continue
      }
      guard let colon = line.firstIndex(of: ":") else {
        throw BagTagFileError("the line '\(line)' has no label")
      }
      fields.append(
        (
          line[..<colon].trimmingCharacters(in: .whitespaces),
          line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        ))
    }
    return fields
  }
}
