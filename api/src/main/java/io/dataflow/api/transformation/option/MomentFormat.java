package io.dataflow.api.transformation.option;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.model.Name;
import io.dataflow.api.transformation.layout.GoLayout;
import java.time.ZonedDateTime;

/// How `timezone` writes a point in time.
public enum MomentFormat {
  /// Text with as many digits of a second as there are.
  @Name("RFC3339Nano")
  RFC3339_NANO {
    @Override
    public JsonScalar json(ZonedDateTime time) {
      return JsonScalar.of(NANO.format(time));
    }
  },

  /// Text in whole seconds.
  RFC3339 {
    @Override
    public JsonScalar json(ZonedDateTime time) {
      return JsonScalar.of(SECONDS.format(time));
    }
  },

  /// Milliseconds since 1970, a number: the same in every zone.
  @Name("UnixMilli")
  UNIX_MILLI {
    @Override
    public JsonScalar json(ZonedDateTime time) {
      return JsonScalar.of(time.toInstant().toEpochMilli());
    }
  };

  private static final GoLayout NANO = GoLayout.parse("RFC3339Nano");
  private static final GoLayout SECONDS = GoLayout.parse("RFC3339");

  /// The time in its own zone.
  public abstract JsonScalar json(ZonedDateTime time);
}
