/// What is done with files and folders; the raw value is how a message says it.
package enum FileOperation: String, CaseIterable, Sendable {
  case list = "list the folder"
  case lookAt = "look at"
  case open
  case read
  case create
  case write
  case sync
  case close
  case rename
  case link
  case remove
  case makeFolder = "make the folder"
  case setAttributes = "set the owner's rights of"
  case keep = "keep the bytes of"
  case takeLease = "take the lease"
}
