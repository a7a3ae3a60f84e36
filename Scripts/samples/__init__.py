"""The parts of make-samples, which writes the packets in SampleDocs."""
