package io.dataflow.cli.sample;

import java.nio.file.Path;
import java.util.List;

/// How a sample went.
///
/// @param messages how many went in
/// @param summary how many messages went where
/// @param differences what came out otherwise than the sample says, each in one or more lines
public record SampleReport(
    Path folder, int messages, String summary, List<List<String>> differences) {}
