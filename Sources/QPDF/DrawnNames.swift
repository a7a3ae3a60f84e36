/// The names that a content stream mentions, and those of them that it draws.
///
/// Strings and the data of inline images are not told apart from the rest: a name too many does no
/// harm, it stands for nothing that is in the resources.
struct DrawnNames {
  /// With their slashes, as all names here.
  private(set) var mentioned: Set<String> = []
  /// By the operator `Do`.
  private(set) var drawn: Set<String> = []

  init(_ content: [UInt8]) {
    var rest = content[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      let end = rest[(slash + 1)...].firstIndex(where: Self.endsName) ?? rest.endIndex
      let name = Self.name(rest[slash..<end])
      mentioned.insert(name)
      rest = rest[end...]
      let next = rest.drop(while: Self.isBlank)
      if next.starts(with: "Do".utf8), next.dropFirst(2).first.map(Self.endsName) ?? true {
        drawn.insert(name)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0 || (0x09...0x0D).contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || "/()<>[]{}%".utf8.contains(byte)
  }

  /// With `#20` and the like resolved (ISO 32000-1, 7.3.5).
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "#"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        plain.append(code)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
