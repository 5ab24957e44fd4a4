package io.dataflow.cli.picture;

/// One way out of a flow: its name as metrics and JMX have it, its sink, and when it is taken.
public record Exit(String name, String type, String target, String condition) {}
