/// The pictures of a PDF as they are stored.
package final class PDFPictures {
  private let file: ObjectFile
  private var last: (index: Int, drawn: DrawnPictures)?

  /// `nil` where qpdf cannot make sense of the file at `path`.
  package init?(path: String) {
    guard let file = ObjectFile(path: path) else { return nil }
    self.file = file
  }

  /// What the page at `index`, counted from 0, draws. A page is asked more than once while it is read, so
  /// the last one is kept.
  package func drawn(onPage index: Int) -> DrawnPictures {
    if let last, last.index == index { return last.drawn }
    let drawn = pictures(ofPage: index)
    last = (index, drawn)
    return drawn
  }

  private func pictures(ofPage index: Int) -> DrawnPictures {
    let page = file.page(at: index)
    var drawn = DrawnPictures()
    drawn.collect(from: page.content, page["/Resources"], depth: 0)
    for annotation in page["/Annots"].elements where !Self.isHidden(annotation) {
      let normal = annotation["/AP"]["/N"]
      let appearance = normal.isStream ? normal : normal[annotation["/AS"].name ?? ""]
      drawn.collect(from: appearance, depth: 0)
    }
    return drawn
  }

  /// The flags Hidden and NoView (ISO 32000-1, table 165).
  private static func isHidden(_ annotation: ObjectFile.Object) -> Bool {
    (annotation["/F"].integer ?? 0) & 0b10_0010 != 0
  }
}

/// Pictures that a page draws: on its content, in the forms, patterns and masks that it uses, in its
/// annotations. Inline images are not among them.
package struct DrawnPictures {
  package private(set) var pictures: [StoredPicture] = []
  /// A content stream stops in the middle, or a picture that it draws is not in the file.
  package private(set) var isIncomplete = false

  private var seen: Set<Int> = []
  /// More than any page that people send has.
  private static let most = 500

  fileprivate mutating func collect(from stream: ObjectFile.Object, depth: Int) {
    guard stream.isStream, isNew(stream) else { return }
    collect(from: stream.data(isDecoded: true), stream.dictionary["/Resources"], depth: depth)
  }

  fileprivate mutating func collect(
    from content: [UInt8]?, _ resources: ObjectFile.Object, depth: Int
  ) {
    guard depth < 8, pictures.count < Self.most else { return }
    guard let content else {
      isIncomplete = true
      return
    }
    let names = DrawnNames(content)
    let objects = resources["/XObject"]
    for name in names.drawn.sorted() {
      let object = objects[name]
      guard object.isStream else {
        isIncomplete = true
        continue
      }
      if object.dictionary["/Subtype"].name == "/Form" {
        collect(from: object, depth: depth + 1)
      } else {
        add(object)
      }
    }
    for name in names.mentioned.sorted() {
      collect(from: resources["/Pattern"][name], depth: depth + 1)
      collect(from: resources["/ExtGState"][name]["/SMask"]["/G"], depth: depth + 1)
    }
  }

  private mutating func add(_ picture: ObjectFile.Object) {
    guard pictures.count < Self.most, isNew(picture) else { return }
    pictures.append(StoredPicture(picture))
    for mask in ["/SMask", "/Mask"].map({ picture.dictionary[$0] }) where mask.isStream {
      add(mask)
    }
  }

  /// Whether the object was not met before.
  private mutating func isNew(_ object: ObjectFile.Object) -> Bool {
    object.number.map { seen.insert($0).inserted } ?? true
  }
}
