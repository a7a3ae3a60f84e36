internal import CQPDF
internal import Foundation

/// What poppler-glib does not tell about a PDF, read from its objects.
package struct PDFStructure: Hashable, Sendable {
  package var pages: [PageEntry]
  /// By the leaves of the page tree.
  package var pageCount: Int
  /// How many files are embedded, each counted once, wherever they are named.
  package var attachmentCount: Int
  /// It has scripts, starts programs, opens other files or sends something.
  package var hasActiveContent: Bool
  /// The form is drawn by a viewer from XFA, and the pages are a placeholder: the form has an `/XFA`
  /// entry, and the catalog `/NeedsRendering true` (ISO 32000-1, table 28) or the form no fields.
  package var isDynamicForm: Bool
  /// The signature fields of the form, on a page or on none, in the order of the form.
  package var signatureFields: [SignatureField]
  /// In bytes.
  private var fileSize: Int

  package struct PageEntry: Hashable, Sendable {
    /// Degrees clockwise: 0, 90, 180 or 270.
    package var rotation = 0
    /// Points a unit of the page (ISO 32000-1, table 30); poppler takes a unit for a point.
    package var userUnit = 1.0

    package init() {}

    init(rotation: Int, userUnit: Double) {
      self.rotation = rotation
      self.userUnit = userUnit
    }
  }

  package struct SignatureField: Hashable, Sendable {
    /// Fully qualified: the partial names from the top of the tree, joined by full stops.
    package var name: String
    /// The field has a signature as its value, whatever that is worth.
    package var isSigned: Bool
    /// The signature is of all of the file but its own place in it (`/ByteRange`, ISO 32000-1,
    /// 12.8.1); `false` where something was added after it, `nil` without a range.
    package var coversFile: Bool?
  }

  /// Reads at most `limit` pages of the file; `nil` where qpdf cannot make sense of it.
  package init?(path: String, limit: Int) {
    guard let file = ObjectFile(path: path) else { return nil }
    let leaves = file.pages(limit: limit)
    pages = leaves.map { page in
      let unit = page["/UserUnit"].real ?? 1
      return PageEntry(
        rotation: page.rotation, userUnit: (0.01...1000).contains(unit) ? unit : 1)
    }
    pageCount = file.pageCount
    attachmentCount = Attachments(of: file.root, pages: leaves).count
    hasActiveContent = ActiveContent(of: file.root, pages: leaves).isThere
    let form = file.root["/AcroForm"]
    isDynamicForm =
      !form["/XFA"].isNull
      && (file.root["/NeedsRendering"].isTrue || form["/Fields"].elements.isEmpty)
    signatureFields = []
    var status = stat()
    fileSize = stat(path, &status) == 0 ? Int(status.st_size) : 0
    var budget = 10_000
    for field in form["/Fields"].elements {
      collectSignatures(under: field, name: nil, type: nil, depth: 0, &budget)
    }
  }

  /// Walks the field tree (ISO 32000-1, 12.7.3). A hostile tree may be its own child: `budget` is
  /// how many more nodes are looked at.
  private mutating func collectSignatures(
    under field: ObjectFile.Object, name: String?, type: String?, depth: Int, _ budget: inout Int
  ) {
    budget -= 1
    guard budget > 0, depth < 32 else { return }
    let names = [name, field["/T"].text].compactMap { $0 }
    let fullName = names.isEmpty ? nil : names.joined(separator: ".")
    let fieldType = field["/FT"].name ?? type
    // Children without a name of their own are the field's widgets.
    let children = field["/Kids"].elements.filter { $0["/T"].text != nil }
    for child in children {
      collectSignatures(under: child, name: fullName, type: fieldType, depth: depth + 1, &budget)
    }
    if children.isEmpty, fieldType == "/Sig" {
      signatureFields.append(
        SignatureField(
          name: fullName ?? "", isSigned: field["/V"].isDictionary,
          coversFile: coversFile(field["/V"]["/ByteRange"].elements.compactMap(\.integer))))
    }
  }

  /// Pairs of an offset and a length: from the first byte on, one gap, and to the last.
  private func coversFile(_ range: [Int]) -> Bool? {
    guard range.count == 4, fileSize > 0 else { return nil }
    let (end, isOver) = range[2].addingReportingOverflow(range[3])
    return range[0] == 0 && range[1] > 0 && range[2] > range[1] && !isOver && end == fileSize
  }
}
