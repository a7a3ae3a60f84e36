/// The files that are embedded in a PDF (ISO 32000-2, 7.11.4): in the catalog's name tree, as those of a
/// portfolio are, pinned to pages, or associated with the document, a page or an annotation.
struct Attachments {
  /// Embedded streams that are objects of their own; several places may name the same.
  private var streams: Set<Int> = []
  private var others = 0
  /// How many more objects are looked at: a hostile tree may be its own child.
  private var budget = 100_000

  var count: Int { streams.count + others }

  init(of catalog: ObjectFile.Object, pages: [ObjectFile.Object]) {
    addNames(under: catalog["/Names"]["/EmbeddedFiles"], depth: 0)
    addAssociated(with: catalog)
    for page in pages {
      addAssociated(with: page)
      for annotation in page["/Annots"].elements where spend() {
        if annotation["/Subtype"].name == "/FileAttachment" { add(annotation["/FS"]) }
        addAssociated(with: annotation)
      }
    }
  }

  private mutating func spend() -> Bool {
    budget -= 1
    return budget > 0
  }

  private mutating func addNames(under node: ObjectFile.Object, depth: Int) {
    guard spend(), depth < 32 else { return }
    // Keys and values take turns.
    for (index, value) in node["/Names"].elements.enumerated() where !index.isMultiple(of: 2) {
      add(value)
    }
    for child in node["/Kids"].elements { addNames(under: child, depth: depth + 1) }
  }

  private mutating func addAssociated(with object: ObjectFile.Object) {
    for file in object["/AF"].elements { add(file) }
  }

  private mutating func add(_ file: ObjectFile.Object) {
    guard spend() else { return }
    let embedded = file["/EF"]
    for key in ["/F", "/UF", "/DOS", "/Mac", "/Unix"] where !embedded[key].isNull {
      if let number = embedded[key].number { streams.insert(number) } else { others += 1 }
      // The rest are other names of the same file.
      return
    }
  }
}
