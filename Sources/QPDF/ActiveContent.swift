/// What a PDF does beside showing its pages (ISO 32000-2, 12.6): scripts, programs started, other files
/// opened, forms sent. What follows a link that somebody clicks on is not meant, unless it starts a
/// program or a script.
struct ActiveContent {
  private(set) var isThere = false
  /// How many more objects are looked at: a hostile chain may be its own successor.
  private var budget = 100_000

  init(of catalog: ObjectFile.Object, pages: [ObjectFile.Object]) {
    isThere = !catalog["/Names"]["/JavaScript"].isNull
    // A place in the document to open at is an array, or an action that only goes there.
    look(at: catalog["/OpenAction"], harmless: ["/GoTo", "/Named"])
    lookAtTriggers(of: catalog)
    for page in pages where !isThere {
      lookAtTriggers(of: page)
      for annotation in page["/Annots"].elements where spend() {
        lookAtTriggers(of: annotation)
        look(at: annotation["/A"], harmless: Self.links)
        if let kind = annotation["/Subtype"].name, ["/RichMedia", "/Screen", "/3D"].contains(kind) {
          isThere = true
        }
      }
    }
    lookAtFields(catalog["/AcroForm"]["/Fields"], depth: 0)
  }

  private static let links = ["/GoTo", "/Named", "/URI", "/ResetForm", "/Hide", "/SetOCGState"]

  private mutating func spend() -> Bool {
    budget -= 1
    return budget > 0
  }

  /// Actions that something else than a click sets off.
  private mutating func lookAtTriggers(of object: ObjectFile.Object) {
    let triggers = object["/AA"]
    for key in triggers.keys { look(at: triggers[key], harmless: ["/GoTo", "/Named", "/Hide"]) }
  }

  private mutating func look(at action: ObjectFile.Object, harmless: [String]) {
    guard spend(), !isThere, action.isDictionary else { return }
    if let kind = action["/S"].name, !harmless.contains(kind) {
      isThere = true
      return
    }
    let next = action["/Next"]
    for following in next.elements.isEmpty ? [next] : next.elements {
      look(at: following, harmless: harmless)
    }
  }

  private mutating func lookAtFields(_ fields: ObjectFile.Object, depth: Int) {
    guard depth < 32 else { return }
    for field in fields.elements where spend() && !isThere {
      lookAtTriggers(of: field)
      look(at: field["/A"], harmless: Self.links)
      lookAtFields(field["/Kids"], depth: depth + 1)
    }
  }
}
