/// This program.
package enum Product {
  package static let version = "1.0"
}
