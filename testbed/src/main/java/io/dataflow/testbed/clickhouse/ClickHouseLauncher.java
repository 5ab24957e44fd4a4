package io.dataflow.testbed.clickhouse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// The program of a ClickHouse server: calls the engine's own `clickhouse local`, which listens and
/// returns when the server ends. In a JVM of its own, because the engine takes signals for itself
/// that a JVM needs.
public final class ClickHouseLauncher {
  private ClickHouseLauncher() {}

  /// @param arguments the library's file, then what `clickhouse local` is started with
  public static void main(String[] arguments) throws Throwable {
    var arena = Arena.global();
    var library = SymbolLookup.libraryLookup(Path.of(arguments[0]), arena);
    var main =
        Linker.nativeLinker()
            .downcallHandle(
                library.findOrThrow("query_stable_v2"),
                FunctionDescriptor.of(
                    ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    var words = arena.allocate(ValueLayout.ADDRESS, arguments.length + 1);
    words.setAtIndex(ValueLayout.ADDRESS, 0, arena.allocateFrom("clickhouse"));
    for (int i = 1; i < arguments.length; i++) {
      words.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(arguments[i]));
    }
    var result = (MemorySegment) main.invokeExact(arguments.length, words);
    System.exit(result.equals(MemorySegment.NULL) ? 1 : 0);
  }
}
