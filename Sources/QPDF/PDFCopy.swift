internal import CQPDF

/// A PDF whose pages are given further content, and then written anew.
///
/// What is written has pages and nothing else: no actions, scripts, annotations, embedded files or
/// outlines, and no password.
package final class PDFCopy {
  private let file: ObjectFile
  /// Open until the copy is written: it has streams of theirs.
  private var layers: [ObjectFile] = []

  /// `nil` where qpdf cannot make sense of the file at `path`.
  package init?(path: String) {
    guard let file = ObjectFile(path: path) else { return nil }
    self.file = file
  }

  /// Turns the page at `index`, counted from 0, clockwise by `degrees` and, if there is a `layer`, puts
  /// its first page on it. `false` where that cannot be.
  ///
  /// - Parameters:
  ///   - layer: the path of a PDF whose page is the turned page, in points of its paper.
  ///   - scale: points of the paper a unit of this file.
  package func turn(
    pageAt index: Int, clockwise degrees: Int, layer: String?, scale: Double
  ) -> Bool {
    let page = file.page(at: index)
    guard page.isDictionary else { return false }
    let rotation = ((page.rotation + degrees) % 360 + 360) % 360
    page.replace("/Rotate", with: file.object(String(rotation)))
    for key in ["/AA", "/Annots", "/B", "/PieceInfo"] { page.remove(key) }
    guard let layer else { return true }
    guard let source = ObjectFile(path: layer), let box = page.shownBox,
      let form = file.form(of: source.page(at: 0), in: source)
    else { return false }
    layers.append(source)
    let resources = page["/Resources"]
    // Pages may have one dictionary of resources among them.
    let name = "/JuratText\(index)"
    let forms = resources["/XObject"].isDictionary ? resources["/XObject"] : file.object("<< >>")
    forms.replace(name, with: form)
    let all = resources.isDictionary ? resources : file.object("<< >>")
    all.replace("/XObject", with: forms)
    page.replace("/Resources", with: all)
    let contents = page["/Contents"]
    let before = contents.isNull ? [] : contents.elements.isEmpty ? [contents] : contents.elements
    let matrix = box.matrix(rotation: rotation, scale: scale)
      .map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: " ")
    page.replace(
      "/Contents",
      with: page.array(
        of: [file.stream(Array("q\n".utf8))] + before
          + [file.stream(Array("\nQ q \(matrix) cm \(name) Do Q".utf8))]))
    return true
  }

  /// The file; the same pages give the same bytes. `nil` where it cannot be written.
  package var bytes: [UInt8]? {
    let root = file.root
    for key in root.keys where !["/Type", "/Pages", "/OCProperties"].contains(key) {
      root.remove(key)
    }
    return file.written
  }
}

/// A rectangle of a page in its own units, origin bottom left.
struct UserBox {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  /// What takes points of the shown page, origin bottom left, to the units of the page.
  func matrix(rotation: Int, scale: Double) -> [Double] {
    let unit = 1 / scale
    return switch rotation {
    case 90: [0, unit, -unit, 0, right, bottom]
    case 180: [-unit, 0, 0, -unit, right, top]
    case 270: [0, -unit, unit, 0, left, top]
    default: [unit, 0, 0, unit, left, bottom]
    }
  }

  func intersection(_ other: UserBox) -> UserBox? {
    let common = UserBox(
      left: max(left, other.left), bottom: max(bottom, other.bottom),
      right: min(right, other.right), top: min(top, other.top))
    return common.right > common.left && common.top > common.bottom ? common : nil
  }
}
