package gantry.precompute;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how the views are: their last builds, and where this process's readers found them. */
@Singleton
public final class ShowViews {
  private final List<View> views;
  private final PostgresPageStore store;
  private final ReadStatistics statistics;

  ShowViews(List<View> views, PostgresPageStore store, ReadStatistics statistics) {
    this.views = List.copyOf(views);
    this.store = store;
    this.statistics = statistics;
  }

  public List<Shown> all() {
    Map<String, ViewState> states =
        store.states().stream().collect(Collectors.toMap(ViewState::view, Function.identity()));
    return views.stream().map(view -> shown(view, states.get(view.name()))).toList();
  }

  private Shown shown(View view, @Nullable ViewState state) {
    var hits = statistics.of(view.name()).hits();
    var reads = new Reads(hits.all(), hits.ratios(), hits.all() * view.queries() - hits.stored());
    return state == null
        ? new Shown(view.name(), 0, 0, null, reads)
        : new Shown(
            view.name(),
            state.pages(),
            state.items(),
            new Builds(state.oldest(), state.newest(), state.builtInMs()),
            reads);
  }

  /** A view, how its pages were built by whoever it was, and how this process read them. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Shown(String name, long pages, long items, @Nullable Builds builds, Reads reads) {}

  /** The last one of the page that is oldest and of the one that is newest. */
  @Serdeable
  public record Builds(Instant oldest, Instant last, long durationMs) {}

  /**
   * Of the answering process.
   *
   * @param querySavings queries that live pages would have taken, less those that these took
   */
  @Serdeable
  public record Reads(long count, Map<String, Double> hitRatios, long querySavings) {}
}
