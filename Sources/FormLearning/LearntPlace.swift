import Casework

/// A place to write as it was found, before it is said what belongs there.
struct LearntPlace {
  enum Shape {
    case line, cell, comb, box
    case field(FormField.Kind)
  }

  var shape: Shape
  var box: Box
  /// The printed words that say what belongs there; empty where none do.
  var label: [Word]
  /// The words of its sentence on both sides: "this ___ day of".
  var context: [Word]

  var isBox: Bool {
    switch shape {
    case .box, .field(.button): true
    case .line, .cell, .comb, .field: false
    }
  }

  var labelText: String { label.map(\.text).joined(separator: " ") }
  var contextText: String { context.map(\.text).joined(separator: " ") }
}
