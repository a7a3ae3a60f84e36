internal import CQPDF
internal import Glibc

/// An open PDF as a tree of objects. What is missing or of another type reads as null.
final class ObjectFile {
  fileprivate let handle: qpdf_data

  /// `nil` where qpdf finds errors in the file that it cannot mend.
  init?(path: String) {
    guard let handle = qpdf_init() else { return nil }
    self.handle = handle
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, 1)
    guard Self.isGood(qpdf_read(handle, path, nil)) else { return nil }
  }

  /// A file without pages.
  fileprivate init?() {
    guard let handle = qpdf_init() else { return nil }
    self.handle = handle
    qpdf_silence_errors(handle)
    guard Self.isGood(qpdf_empty_pdf(handle)) else { return nil }
  }

  deinit {
    var handle: qpdf_data? = handle
    qpdf_cleanup(&handle)
  }

  /// Warnings are bit 0 of a status, errors bit 1 (`QPDF_WARNINGS`, `QPDF_ERRORS`).
  fileprivate static func isGood(_ status: QPDF_ERROR_CODE) -> Bool { status & 2 == 0 }

  var root: Object { Object(file: self, handle: qpdf_get_root(handle)) }

  /// How many pages the leaves of the page tree are, whatever its `/Count` says.
  var pageCount: Int { Int(max(0, qpdf_get_num_pages(handle))) }

  /// The first `limit` pages, each with the attributes that it inherits.
  func pages(limit: Int) -> [Object] {
    guard Self.isGood(qpdf_push_inherited_attributes_to_page(handle)) else { return [] }
    return (0..<min(limit, pageCount)).map {
      Object(file: self, handle: qpdf_get_page_n(handle, $0))
    }
  }

  /// The page at `index`, counted from 0, with what it inherits; null where there is none.
  func page(at index: Int) -> Object {
    guard Self.isGood(qpdf_push_inherited_attributes_to_page(handle)),
      (0..<Int(max(0, qpdf_get_num_pages(handle)))).contains(index)
    else { return Object(file: self, handle: qpdf_oh_new_null(handle)) }
    return Object(file: self, handle: qpdf_get_page_n(handle, index))
  }

  /// An object of the file, which it keeps open.
  final class Object {
    fileprivate let file: ObjectFile
    fileprivate let handle: qpdf_oh

    fileprivate init(file: ObjectFile, handle: qpdf_oh) {
      self.file = file
      self.handle = handle
    }

    deinit { qpdf_oh_release(file.handle, handle) }

    subscript(key: String) -> Object {
      Object(file: file, handle: qpdf_oh_get_key_if_dict(file.handle, handle, key))
    }

    /// The number of an object of its own in the file; `nil` of one that stands within another.
    var number: Int? {
      let number = Int(qpdf_oh_get_object_id(file.handle, handle))
      return number > 0 ? number : nil
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

    /// Of a number of either kind.
    var real: Double? {
      qpdf_oh_is_number(file.handle, handle) != 0
        ? qpdf_oh_get_numeric_value(file.handle, handle) : nil
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

    /// Of a dictionary, with their slashes; empty for everything else.
    var keys: [String] {
      guard isDictionary else { return [] }
      var keys: [String] = []
      qpdf_oh_begin_dict_key_iter(file.handle, handle)
      while qpdf_oh_dict_more_keys(file.handle) != 0 {
        if let key = qpdf_oh_dict_next_key(file.handle) { keys.append(String(cString: key)) }
      }
      return keys
    }

    var isStream: Bool { qpdf_oh_is_stream(file.handle, handle) != 0 }

    /// The dictionary of a stream; null for everything else.
    var dictionary: Object {
      Object(
        file: file,
        handle: isStream
          ? qpdf_oh_get_dict(file.handle, handle) : qpdf_oh_new_null(file.handle))
    }

    /// The data of a stream: without its filters if `isDecoded`, or as they are in the file. `nil`
    /// where they cannot be had, or qpdf does not know all filters.
    func data(isDecoded: Bool) -> [UInt8]? {
      guard isStream else { return nil }
      var bytes: UnsafeMutablePointer<UInt8>?
      var count = 0
      var isFiltered: QPDF_BOOL = 0
      let status = qpdf_oh_get_stream_data(
        file.handle, handle, isDecoded ? qpdf_dl_generalized : qpdf_dl_none, &isFiltered, &bytes,
        &count)
      defer { free(bytes) }
      guard ObjectFile.isGood(status), isFiltered != 0 || !isDecoded else { return nil }
      return bytes.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    }

    /// The data of all content streams of a page; `nil` where some cannot be had.
    var content: [UInt8]? {
      var bytes: UnsafeMutablePointer<UInt8>?
      var count = 0
      let status = qpdf_oh_get_page_content_data(file.handle, handle, &bytes, &count)
      defer { free(bytes) }
      guard ObjectFile.isGood(status) else { return nil }
      return bytes.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    }

    /// Puts `value` in the place of an entry of a dictionary, in memory only.
    func replace(_ key: String, with value: Object) {
      qpdf_oh_replace_key(file.handle, handle, key, value.handle)
    }

    func remove(_ key: String) { qpdf_oh_remove_key(file.handle, handle, key) }

    /// An array of `elements` in the same file.
    func array(of elements: [Object]) -> Object {
      let array = qpdf_oh_new_array(file.handle)
      for element in elements { qpdf_oh_append_item(file.handle, array, element.handle) }
      return Object(file: file, handle: array)
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

extension ObjectFile.Object {
  /// Of a page, in degrees clockwise: 0, 90, 180 or 270. Viewers ignore what is no multiple of 90.
  var rotation: Int {
    guard let degrees = self["/Rotate"].integer, degrees % 90 == 0 else { return 0 }
    return ((degrees % 360) + 360) % 360
  }

  /// The part of a page that viewers show; `nil` where it has no size.
  var shownBox: UserBox? {
    guard let media = box("/MediaBox") else { return nil }
    return box("/CropBox").map { $0.intersection(media) } ?? media
  }

  private func box(_ key: String) -> UserBox? {
    let sides = self[key].elements.compactMap(\.real)
    guard sides.count == 4 else { return nil }
    return UserBox(
      left: min(sides[0], sides[2]), bottom: min(sides[1], sides[3]),
      right: max(sides[0], sides[2]), top: max(sides[1], sides[3]))
  }
}

extension ObjectFile {
  /// What `text` says in the syntax of PDF.
  func object(_ text: String) -> Object {
    Object(file: self, handle: qpdf_oh_parse(handle, text))
  }

  func stream(_ bytes: [UInt8]) -> Object {
    let stream = qpdf_oh_new_stream(handle)
    qpdf_oh_replace_stream_data(
      handle, stream, bytes, bytes.count, qpdf_oh_new_null(handle), qpdf_oh_new_null(handle))
    return Object(file: self, handle: stream)
  }

  /// A form XObject that draws the page of another file.
  func form(of page: Object, in source: ObjectFile) -> Object? {
    guard let content = page.content, let box = page.shownBox else { return nil }
    let resources = page["/Resources"]
    // Only what has a number can be copied.
    let copied = withExtendedLifetime(resources) {
      qpdf_oh_copy_foreign_object(
        handle, source.handle, qpdf_make_indirect_object(source.handle, resources.handle))
    }
    let form = stream(content)
    let dictionary = form.dictionary
    for (key, value) in [
      ("/Type", "/XObject"), ("/Subtype", "/Form"),
      ("/BBox", "[\(box.left) \(box.bottom) \(box.right) \(box.top)]"),
    ] {
      dictionary.replace(key, with: object(value))
    }
    dictionary.replace("/Resources", with: Object(file: self, handle: copied))
    return form
  }

  /// The file as bytes, with an identifier that follows from them; `nil` where it cannot be written.
  var written: [UInt8]? {
    guard Self.isGood(qpdf_init_write_memory(handle)) else { return nil }
    qpdf_set_preserve_encryption(handle, 0)
    qpdf_set_deterministic_ID(handle, 1)
    guard Self.isGood(qpdf_write(handle)), let bytes = qpdf_get_buffer(handle) else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(handle)))
  }
}

extension ObjectFile.Object {
  /// A file of one page that draws this picture, as it is stored, and nothing else.
  var fileOfItsOwn: [UInt8]? {
    guard let new = ObjectFile() else { return nil }
    let copy = qpdf_oh_copy_foreign_object(new.handle, file.handle, handle)
    let page = new.object(
      "<< /Type /Page /MediaBox [0 0 72 72] /Resources << /XObject << >> >> >>")
    page["/Resources"]["/XObject"].replace("/P", with: ObjectFile.Object(file: new, handle: copy))
    page.replace("/Contents", with: new.stream(Array("72 0 0 72 0 0 cm /P Do".utf8)))
    let status = withExtendedLifetime(page) {
      qpdf_add_page(new.handle, new.handle, page.handle, 1)
    }
    return ObjectFile.isGood(status) ? new.written : nil
  }
}
