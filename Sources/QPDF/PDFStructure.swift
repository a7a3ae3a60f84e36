internal import CQPDF

/// What poppler-glib does not tell about a PDF, read from its objects.
package struct PDFStructure: Hashable, Sendable {
  /// The rotation of every page in degrees clockwise: 0, 90, 180 or 270.
  package var rotations: [Int]
  /// The form is drawn by a viewer from XFA, and the pages are a placeholder: the catalog has
  /// `/NeedsRendering true` (ISO 32000-1, table 28) and the form an `/XFA` entry.
  package var isDynamicForm: Bool

  /// Reads at most `limit` pages of the file; `nil` where qpdf cannot make sense of it.
  package init?(path: String, limit: Int) {
    var handle: qpdf_data? = qpdf_init()
    guard let document = handle else { return nil }
    defer { qpdf_cleanup(&handle) }
    qpdf_silence_errors(document)
    qpdf_set_suppress_warnings(document, 1)
    // QPDF_ERRORS is bit 1, QPDF_WARNINGS bit 0 of the status.
    guard qpdf_read(document, path, nil) & 2 == 0 else { return nil }
    guard qpdf_push_inherited_attributes_to_page(document) & 2 == 0 else { return nil }
    let root = qpdf_get_root(document)
    let form = qpdf_oh_get_key_if_dict(document, root, "/AcroForm")
    let needsRendering = qpdf_oh_get_key_if_dict(document, root, "/NeedsRendering")
    let xfa = qpdf_oh_get_key_if_dict(document, form, "/XFA")
    isDynamicForm =
      qpdf_oh_is_null(document, xfa) == 0 && qpdf_oh_is_bool(document, needsRendering) != 0
      && qpdf_oh_get_bool_value(document, needsRendering) != 0
    let count = min(limit, Int(max(0, qpdf_get_num_pages(document))))
    rotations = (0..<count).map { index in
      let page = qpdf_get_page_n(document, index)
      let rotate = qpdf_oh_get_key_if_dict(document, page, "/Rotate")
      defer {
        qpdf_oh_release(document, rotate)
        qpdf_oh_release(document, page)
      }
      guard qpdf_oh_is_integer(document, rotate) != 0 else { return 0 }
      let degrees = Int(qpdf_oh_get_int_value_as_int(document, rotate))
      // A rotation that is no multiple of 90 is an error; viewers ignore it.
      return degrees % 90 == 0 ? ((degrees % 360) + 360) % 360 : 0
    }
  }
}
