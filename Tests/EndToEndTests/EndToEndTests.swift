import Testing

/// Whole programs at work. One test at a time: each has the readers of a whole run.
@Suite(.serialized) enum EndToEndTests {}
