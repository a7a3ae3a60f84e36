import Foundation
import PipelineFiles

/// The folder `Pipeline` of this repository.
let shippedPipeline = PipelineFolder(
  path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Pipeline").resolvingSymlinksInPath().path)
