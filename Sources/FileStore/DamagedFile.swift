/// A file that jurat wrote and that is not what it was.
package struct DamagedFile: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String

  package init(path: String) { self.path = path }

  package var description: String {
    "\(path) is not as jurat wrote it; move it away and run again"
  }
}
