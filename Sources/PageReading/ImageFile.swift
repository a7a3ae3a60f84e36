internal import Casework
internal import Leptonica

/// A scan that came as pictures: a TIFF file with a page a directory, or one JPEG or PNG page.
struct ImageFile {
  let path: String
  let mediaType: MediaType
  /// Which directories of the file are pages: those that are no smaller copy of another.
  private let directories: [Int]

  init(path: String, mediaType: MediaType) {
    self.path = path
    self.mediaType = mediaType
    directories = mediaType == .tiff ? Self.pages(among: TIFFDirectory.all(path: path)) : [0]
  }

  var pageCount: Int { directories.count }

  /// Programs that show folders of pictures put a small copy beside each, marked as one or not.
  static func pages(among directories: [TIFFDirectory]) -> [Int] {
    let pages = directories.indices.filter { index in
      let beside = [index - 1, index + 1].filter(directories.indices.contains)
      return !directories[index].isReduced
        && !beside.contains { directories[index].isThumbnail(of: directories[$0]) }
    }
    return pages.isEmpty ? Array(directories.indices) : pages
  }

  /// More pixels than any scanner makes of a page; a picture that claims them is not decoded.
  static let maximumPixelCount = 400_000_000

  /// A picture as it is meant to be seen.
  private struct Picture {
    var image: Pix
    /// Dots per inch across and down.
    var x: Double
    var y: Double
    var damage: PictureDamage?
  }

  private func picture(page number: Int) throws(PageFailure) -> Picture {
    guard directories.indices.contains(number - 1),
      let size = Pix.size(path: path, directory: directories[number - 1])
    else {
      throw .notRendered("the picture cannot be read")
    }
    guard size.width <= Self.maximumPixelCount / size.height else {
      throw .notRendered("\(size.width) by \(size.height) pixels are too many")
    }
    guard let (stored, damage) = Pix.decoded(path: path, directory: directories[number - 1]) else {
      throw .notRendered("the picture cannot be decoded")
    }
    let orientation = mediaType == .jpeg ? JPEGOrientation(path: path) : .upright
    guard let picture = stored.onWhite().flatMap(orientation.apply) else {
      throw .notRendered("out of memory")
    }
    let resolution = picture.resolution
    let (x, y) = Self.plausibleResolution(
      x: resolution.x, y: resolution.y, width: picture.width, height: picture.height)
    return Picture(image: picture, x: x, y: y, damage: damage)
  }

  /// The paper of the page at `number`, counted from 1, in points, and how many of them a point is by
  /// the resolution of the file.
  func paper(
    page number: Int
  ) throws(PageFailure) -> (width: Double, height: Double, scale: Double) {
    let picture = try picture(page: number)
    let (width, height) = (
      Double(picture.image.width) * 72 / picture.x, Double(picture.image.height) * 72 / picture.y
    )
    let size = PaperSize(
      width: width, height: height,
      scanResolution: ScanResolution(across: picture.x, down: picture.y))
    let scale = size.scale {
      let longerSide = Double(max(picture.image.width, picture.image.height))
      return picture.image.grey()?.reduced(
        by: min(1, Double(PaperSize.measuredPixels) / longerSide))
    }
    return (width * scale, height * scale, scale)
  }

  /// The resolution that the file states where paper can have it, or else the one that makes the
  /// longer side 11 inches. Telephones state 72 dots per inch whatever they photograph.
  static func plausibleResolution(
    x: Int, y: Int, width: Int, height: Int
  ) -> (x: Double, y: Double) {
    let plausible = 50...2400
    let longestSide = 24.0
    let across = plausible.contains(x) ? x : y
    let down = plausible.contains(y) ? y : x
    if plausible.contains(across),
      max(Double(width) / Double(across), Double(height) / Double(down)) <= longestSide
    {
      return (Double(across), Double(down))
    }
    let assumed = Double(max(width, height)) / 11
    return (assumed, assumed)
  }

  /// Pictures of fewer dots per inch than this are enlarged before they are read.
  private static let coarsest = 150.0

  func raster(
    page number: Int, scale: Double, dotsPerInch: Int, maxPixelsPerSide: Int
  ) throws(PageFailure) -> PageRaster {
    let stored = try picture(page: number)
    let (picture, x, y) = (stored.image, stored.x / scale, stored.y / scale)
    let native = max(x, y)
    let longestSide =
      max(Double(picture.width) / x, Double(picture.height) / y)  // inches
    let wanted = min(
      max(min(native, Double(dotsPerInch)), Self.coarsest),
      Double(maxPixelsPerSide) / longestSide)
    // Fax pages have fewer rows than columns an inch: in grey the missing ones are smooth.
    let smooth = x != y && picture.depth == 1 ? picture.grey() ?? picture : picture
    let square = wanted == x && wanted == y ? smooth : smooth.scaled(x: wanted / x, y: wanted / y)
    guard let square, let grey = square.grey() else { throw .notRendered("out of memory") }
    let colour =
      square.depth == 1 || square.depth == 8 && !square.isColourMapped ? nil : square.colour()
    return PageRaster(
      grey: grey, colour: colour?.hasColour == true ? colour : nil, pointsPerPixel: 72 / wanted,
      scanResolution: ScanResolution(across: x, down: y), damage: stored.damage)
  }
}

extension TIFFDirectory {
  /// Whether the picture has the proportions of `other`, is at most 512 pixels long and less than half
  /// as large: no page is scanned so beside one that is scanned well.
  fileprivate func isThumbnail(of other: TIFFDirectory) -> Bool {
    let (own, others) = (Double(width) / Double(height), Double(other.width) / Double(other.height))
    return max(width, height) <= 512 && 2 * width < other.width
      && abs(own / others - 1) < 2 / Double(min(width, height))
  }
}
