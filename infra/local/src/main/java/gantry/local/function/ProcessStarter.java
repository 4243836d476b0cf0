package gantry.local.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts a function's processes from its jar, its AOT cache and its folder. */
record ProcessStarter(
    FunctionSpec spec, JavaCommand command, AotCache cache, Path taskRoot, Functions.Host host)
    implements LambdaFunction.Starter {

  @Override
  public FunctionProcess start(FunctionProcess.Owner owner) throws IOException {
    var start = new FunctionProcess.Start(command, flags(), taskRoot);
    var log = new FunctionLog(spec.name(), host.out());
    return new FunctionProcess(spec, start, host.launcher(), log, owner);
  }

  private List<String> flags() {
    return switch (host.training()) {
      case RECORD -> cache.flags();
      case NONE -> List.of();
    };
  }

  @Override
  public void ended(FunctionProcess process) {
    if (process.isRetired()) {
      cache.assemble();
    } else if (process.isRecording()) {
      cache.discardRecord(); // it crashed or could not start: what it recorded is not the function
    }
  }
}
