import Mustache

/// The members of a value for a template, by name. Mustache itself looks through all members of a
/// struct for every name in every row, which took a fifth of the time of a bundle.
///
/// Structs, also in lists, become such members; strings, numbers and truth values stay as they are. An
/// optional that has no value is no member.
struct TemplateMembers: MustacheParent {
  private let values: [String: Any]

  init(of value: Any) {
    values = Dictionary(
      Mirror(reflecting: value).children.compactMap { child in
        guard let name = child.label, let value = Self.prepared(child.value) else { return nil }
        return (name, value)
      }, uniquingKeysWith: { first, _ in first })
  }

  func child(named name: String) -> Any? { values[name] }

  private static func prepared(_ value: Any) -> Any? {
    if let list = value as? [Any] { return list.compactMap(prepared) }
    let mirror = Mirror(reflecting: value)
    return switch mirror.displayStyle {
    case .optional: mirror.children.first.flatMap { prepared($0.value) }
    case .struct where !mirror.children.isEmpty: TemplateMembers(of: value)
    default: value
    }
  }
}
