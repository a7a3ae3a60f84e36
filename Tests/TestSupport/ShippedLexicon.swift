package import PageLayout
import PipelineFiles

/// The wording of this repository's `Pipeline`.
package let shippedLexicon: Lexicon = {
  do {
    return try PipelineFolder(path: Repository.pipeline).lexicon()
  } catch {
    preconditionFailure("\(error)")
  }
}()
