internal import CQPDF

/// An open PDF as a tree of objects. What is missing or of another type reads as null.
final class ObjectFile {
  private let handle: qpdf_data

  /// `nil` where qpdf finds errors in the file that it cannot mend.
  init?(path: String) {
    guard let handle = qpdf_init() else { return nil }
    self.handle = handle
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, 1)
    guard Self.isGood(qpdf_read(handle, path, nil)) else { return nil }
  }

  deinit {
    var handle: qpdf_data? = handle
    qpdf_cleanup(&handle)
  }

  /// Warnings are bit 0 of a status, errors bit 1 (`QPDF_WARNINGS`, `QPDF_ERRORS`).
  private static func isGood(_ status: QPDF_ERROR_CODE) -> Bool { status & 2 == 0 }

  var root: Object { Object(file: self, handle: qpdf_get_root(handle)) }

  /// The rotations of the first `limit` pages in degrees clockwise, 0 to 270.
  func rotations(limit: Int) -> [Int] {
    guard Self.isGood(qpdf_push_inherited_attributes_to_page(handle)) else { return [] }
    return (0..<min(limit, Int(max(0, qpdf_get_num_pages(handle))))).map { index in
      let page = Object(file: self, handle: qpdf_get_page_n(handle, index))
      // A rotation that is no multiple of 90 is an error; viewers ignore it.
      guard let degrees = page["/Rotate"].integer, degrees % 90 == 0 else { return 0 }
      return ((degrees % 360) + 360) % 360
    }
  }

  /// An object of the file, which it keeps open.
  final class Object {
    private let file: ObjectFile
    private let handle: qpdf_oh

    fileprivate init(file: ObjectFile, handle: qpdf_oh) {
      self.file = file
      self.handle = handle
    }

    deinit { qpdf_oh_release(file.handle, handle) }

    subscript(key: String) -> Object {
      Object(file: file, handle: qpdf_oh_get_key_if_dict(file.handle, handle, key))
    }

    var isNull: Bool { qpdf_oh_is_null(file.handle, handle) != 0 }
    var isDictionary: Bool { qpdf_oh_is_dictionary(file.handle, handle) != 0 }

    var isTrue: Bool {
      qpdf_oh_is_bool(file.handle, handle) != 0 && qpdf_oh_get_bool_value(file.handle, handle) != 0
    }

    var integer: Int? {
      qpdf_oh_is_integer(file.handle, handle) != 0
        ? Int(qpdf_oh_get_int_value_as_int(file.handle, handle)) : nil
    }

    /// With its slash.
    var name: String? {
      guard qpdf_oh_is_name(file.handle, handle) != 0 else { return nil }
      return qpdf_oh_get_name(file.handle, handle).map { String(cString: $0) }
    }

    var text: String? {
      guard qpdf_oh_is_string(file.handle, handle) != 0 else { return nil }
      return qpdf_oh_get_utf8_value(file.handle, handle).map { String(cString: $0) }
    }

    /// Of an array; empty for everything else.
    var elements: [Object] {
      guard qpdf_oh_is_array(file.handle, handle) != 0 else { return [] }
      return (0..<qpdf_oh_get_array_n_items(file.handle, handle)).map {
        Object(file: file, handle: qpdf_oh_get_array_item(file.handle, handle, $0))
      }
    }
  }
}
