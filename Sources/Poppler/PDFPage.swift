internal import CPoppler

/// A rectangle of a shown page in points of its paper: after the page's own rotation, origin top
/// left.
package struct PDFBox: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// One page of an open document; it keeps the document alive. All its measures are of the paper.
package final class PDFPage {
  let handle: OpaquePointer
  /// Points of paper a unit of the file.
  package let scale: Double

  init?(adopting handle: OpaquePointer?, scale: Double) {
    guard let handle else { return nil }
    self.handle = handle
    self.scale = scale
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// In points, of the crop box after the page's own rotation.
  package var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(handle, &width, &height)
    return (width * scale, height * scale)
  }

  /// A rectangle of poppler's, whichever of its corners come first.
  func box(_ area: PopplerRectangle) -> PDFBox {
    PDFBox(
      x: min(area.x1, area.x2) * scale, y: min(area.y1, area.y2) * scale,
      width: abs(area.x2 - area.x1) * scale, height: abs(area.y2 - area.y1) * scale)
  }

  /// Where raster images are drawn, not clipped to the page. Poppler finds them by running the
  /// page's content without decoding the images.
  ///
  /// Poppler 22.12 takes the corner of the crop box off twice, and of a page with a rotation of its own
  /// it turns the corner of a picture and not its sides; both are mended here.
  ///
  /// - Parameter rotation: the page's own, in degrees clockwise.
  package func imageBoxes(rotation: Int) -> [PDFBox] {
    guard let list = poppler_page_get_image_mapping(handle) else { return [] }
    defer { poppler_page_free_image_mapping(list) }
    var crop = PopplerRectangle()
    poppler_page_get_crop_box(handle, &crop)
    return list.elements(as: PopplerImageMapping.self).map { mapping in
      var area = mapping.pointee.area
      let (width, height) = (area.x2 - area.x1, area.y2 - area.y1)
      switch rotation {
      case 90: (area.x1, area.x2, area.y2) = (area.x1 - height, area.x1, area.y1 + width)
      case 270: (area.x2, area.y1, area.y2) = (area.x1 + height, area.y1 - width, area.y1)
      default: break
      }
      area.x1 += crop.x1
      area.x2 += crop.x1
      area.y1 += crop.y1
      area.y2 += crop.y1
      return box(area)
    }
  }
}

extension UnsafeMutablePointer<GList> {
  /// The data pointers of the list, in order.
  func elements<Element>(as type: Element.Type) -> [UnsafeMutablePointer<Element>] {
    var elements: [UnsafeMutablePointer<Element>] = []
    var node: UnsafeMutablePointer<GList>? = self
    while let current = node {
      if let data = current.pointee.data {
        elements.append(data.assumingMemoryBound(to: type))
      }
      node = current.pointee.next
    }
    return elements
  }
}
