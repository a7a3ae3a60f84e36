import Casework
import PageLayout
import WrittenDates

/// The dates in the fields of a PDF form.
struct FieldDates {
  struct Value {
    var role: DatedFact.Role
    var readings: [DateReading]
    var text: String
    var box: Box
    var isOpenEnded: Bool
    var isLabelled: Bool
    /// What else stands in the field, and nothing was made of.
    var wordsBeside: String?
  }

  let grammar: DateGrammar

  /// What the fields of a page say.
  ///
  /// - Parameter role: the role of a date that stands in a box, and whether a label says so.
  func values(
    in fields: [FormField],
    role: (Box, (role: DatedFact.Role, distance: Int)?) -> (
      role: DatedFact.Role, isLabelled: Bool
    )
  ) -> [Value] {
    fields.flatMap { field -> [Value] in
      guard field.kind == .text || field.kind == .choice, let value = field.value, !value.isEmpty
      else { return [] }
      return values(in: field.name, value, field.box, role)
    }
  }

  private func values(
    in name: String, _ value: String, _ box: Box,
    _ role: (Box, (role: DatedFact.Role, distance: Int)?) -> (
      role: DatedFact.Role, isLabelled: Bool
    )
  ) -> [Value] {
    let isDateField = FormField.words(ofName: name).contains { $0 == "date" || $0 == "dob" }
    let prefix = Array(FormField.words(ofName: name).joined(separator: " ") + ": ")
    let characters = prefix + Array(value)
    let expressions = grammar.dates(in: characters, isDateField: isDateField)
      .filter { $0.range.upperBound > prefix.count }
    if expressions.isEmpty {
      return [unread(value, box, prefix, isDateField, role)].compactMap(\.self)
    }
    let wordsBeside = Self.words(
      in: characters, from: prefix.count, besides: expressions.map(\.range))
    return expressions.map { expression in
      let range = max(expression.range.lowerBound, prefix.count)..<expression.range.upperBound
      // In a longer text the label of the field is not that of the date.
      let isWhole = 2 * range.count >= characters.count - prefix.count
      let cue = expression.role.map { (role: $0, distance: isWhole ? 0 : expression.roleDistance) }
      return Value(
        role: isWhole
          ? role(box, cue).role : cue.map { Self.storyRole(role(.nowhere, $0).role) } ?? .other,
        readings: expression.readings, text: String(characters[range]), box: box,
        isOpenEnded: expression.isOpenEnded, isLabelled: isWhole,
        wordsBeside: isWhole ? wordsBeside : nil)
    }
  }

  /// The words of a value outside of its dates; `nil` where they change nothing.
  private static func words(
    in characters: [Character], from start: Int, besides dates: [Range<Int>]
  ) -> String? {
    let rest = characters.indices.dropFirst(start).map { index in
      dates.contains { $0.contains(index) } ? " " : characters[index]
    }
    let words = rest.split(whereSeparator: \.isWhitespace).map { String($0) }
    return DateGrammar.areIdle(words) ? nil : words.joined(separator: " ")
  }

  /// What a date in a longer text can be: a story tells what happened, not when the complaint was
  /// filed.
  private static func storyRole(_ role: DatedFact.Role) -> DatedFact.Role {
    switch role {
    case .occurrence, .learned, .birth: role
    default: .other
    }
  }

  /// A labelled field in which something stands that is no date: "ongoing", or a slip.
  private func unread(
    _ value: String, _ box: Box, _ prefix: [Character], _ isDateField: Bool,
    _ role: (Box, (role: DatedFact.Role, distance: Int)?) -> (
      role: DatedFact.Role, isLabelled: Bool
    )
  ) -> Value? {
    // A date in the place of the value shows what the field's name says of one.
    let probe = grammar.dates(in: prefix + Array("January 1, 2000"), isDateField: false).last
    let cue = probe?.role.map { (role: $0, distance: 0) }
    let said = role(box, cue)
    let goesOn = DateGrammar.saysThatItGoesOn(value)
    guard said.role != .other, said.isLabelled || isDateField || cue != nil,
      goesOn && said.role == .occurrence || isDateField && value.contains(where: \.isASCIIDigit)
    else { return nil }
    return Value(
      role: said.role, readings: [], text: value, box: box, isOpenEnded: goesOn, isLabelled: true)
  }
}

extension Box {
  /// A box that no label is near.
  fileprivate static let nowhere = Box(x: -10_000, y: -10_000, width: 1, height: 1)
}
