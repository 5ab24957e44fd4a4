package io.dataflow.runtime.postgresql.cdc.value;

import io.dataflow.api.json.Bytes;

/// What values of a type are in JSON.
@FunctionalInterface
public interface ValueForm {
  /// Appends a value as JSON.
  ///
  /// @param text what the server has written, from `start` to `end`
  void write(byte[] text, int start, int end, Bytes out);

  /// A text.
  ValueForm TEXT = ValueText::quote;

  /// What is JSON already.
  ValueForm JSON = (text, start, end, out) -> out.put(text, start, end);

  /// `t` and `f`.
  ValueForm FLAG = (text, start, _, out) -> out.put(text[start] == 't' ? "true" : "false");

  /// A number with every digit; `NaN` and `Infinity` are none in JSON and become texts.
  ValueForm NUMBER =
      (text, start, end, out) -> {
        byte last = text[end - 1];
        if (last >= '0' && last <= '9') {
          out.put(text, start, end);
        } else {
          ValueText.quote(text, start, end, out);
        }
      };

  /// A time without a zone: `2026-01-31T12:00:00.5`.
  ValueForm LOCAL_TIME = (text, start, end, out) -> ValueText.time(text, start, end, "", out);

  /// A moment, in UTC: `2026-01-31T12:00:00.5+00:00`.
  ValueForm MOMENT = (text, start, end, out) -> ValueText.time(text, start, end, ":00", out);
}
