package import Casework

/// By what a case was made, for whoever wants to know later why it says what it says.
package struct MadeBy: Encodable, Sendable {
  /// The version of jurat.
  package var jurat: String
  /// The versions of the libraries that read the pages, by name.
  package var tools: [String: String]
  /// The digests of tesseract's models, by language.
  package var models: [String: Digest]
  /// Of the description of the form that the complaint is on.
  var form: OrNull<Digest>
  /// Of all that the case was checked by.
  package var rules: Digest

  package init(
    jurat: String, tools: [String: String], models: [String: Digest], form: Digest?, rules: Digest
  ) {
    self.jurat = jurat
    self.tools = tools
    self.models = models
    self.form = OrNull(form)
    self.rules = rules
  }

  /// Such as `jurat 1.0, poppler 22.12.0, tesseract 5.3.0`.
  var inWords: String {
    (["jurat \(jurat)"] + tools.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
      .joined(separator: ", ")
  }
}
