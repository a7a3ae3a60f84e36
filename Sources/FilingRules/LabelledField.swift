import Casework
import PageLayout

/// A field of a form, known by the label that is printed at it, and what stands in it.
struct LabelledField {
  var label: Quote
  /// What was read in it, or its value in a form that is filled in on screen.
  var value: Quote?
  /// There are words, marks or a form value in it.
  var isFilled: Bool
  /// What a person says that stands in it.
  var said: String?

  /// The value as long as it was read well: typed, or a form's. Handwriting is seldom.
  var surelyRead: Quote? {
    value.flatMap { $0.confidence >= FilingFacts.sureness ? $0 : nil }
  }

  /// What `field` is on each of `pages`, in reading order. Under a section it is the topmost one,
  /// and on a page where its heading was not read there is none.
  static func fields(
    _ field: FormDescription.Field, on pages: [PageReference], in facts: FilingFacts
  ) -> [LabelledField] {
    facts.sheets(of: pages).flatMap { sheet -> [LabelledField] in
      var labels = FieldLabel.all(of: field.labels, value: field.value, on: sheet)
      if !field.section.isEmpty {
        let headings = field.section.flatMap { sheet.lines.wording(Phrase($0)) }
        guard let top = headings.map(\.box.maxY).min() else { return [] }
        labels = labels.filter { $0.box.midY > top }
        labels = labels.min { $0.box.y < $1.box.y }.map { [$0] } ?? []
      }
      return labels.compactMap { LabelledField($0, value: field.value, on: sheet) }
    }
  }

  private init?(_ label: FieldLabel, value side: FieldValueSide, on sheet: Sheet) {
    guard var quote = Quote([(label.line, label.words)], on: sheet.page) else { return nil }
    // Of a label that a text layer runs together with the next one, the box is the label's alone.
    quote.place.box = label.box
    self.label = quote
    let content = FieldContent(of: label, value: side, on: sheet)
    if let line = content.fieldValue {
      value = Quote(line.words, on: sheet.page, of: [line])
    } else {
      value = Quote(
        content.words.flatMap(\.words), on: sheet.page, of: content.words.map(\.line))
    }
    isFilled = content.isFilled
  }
}
