internal import CPoppler

/// The pixels of a rendered page, for as long as the call that lends them.
package struct RenderedPixels {
  /// Rows of `stride` bytes with one `0xXXRRGGBB` number a pixel, in the machine's byte order.
  package let bytes: UnsafeRawBufferPointer
  package let width: Int
  package let height: Int
  package let stride: Int
}

extension PDFPage {
  /// Draws the page on white at `pixelsPerPoint`, with annotations and form fields as on a
  /// screen, and lends the pixels to `body`. `nil` where there is no memory for them or cairo
  /// gave up.
  package func render<Result>(pixelsPerPoint: Double, _ body: (RenderedPixels) -> Result?)
    -> Result?
  {
    let (width, height) = size
    // cairo takes no side above 32767.
    let limit = 32_767.0
    // Part of a pixel is a pixel, but 792 points at 300 dots per inch are 3300 of them, whatever
    // the last digit of the product says.
    let across = (width * pixelsPerPoint - 0.01).rounded(.up)
    let down = (height * pixelsPerPoint - 0.01).rounded(.up)
    guard across >= 1, down >= 1, across <= limit, down <= limit,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(across), Int32(down))
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
    else { return nil }
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, pixelsPerPoint * scale, pixelsPerPoint * scale)
    poppler_page_render(handle, context)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return body(
      RenderedPixels(
        bytes: UnsafeRawBufferPointer(start: data, count: stride * Int(down)),
        width: Int(across), height: Int(down), stride: stride))
  }
}
