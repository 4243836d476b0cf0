package gantry.logs;

import java.time.Clock;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Where SLF4J finds the loggers; named in {@code META-INF/services}. */
public final class JsonLogProvider implements SLF4JServiceProvider {
  private final MDCAdapter context = new BasicMDCAdapter();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final LogConfig config = LogConfig.ofEnvironment();
  private final LogLines lines =
      new LogLines(() -> System.out, Clock.systemUTC(), context, config.function());

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> new JsonLogger(name, lines, config);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}
}
