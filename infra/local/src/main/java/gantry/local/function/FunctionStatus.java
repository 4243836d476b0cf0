package gantry.local.function;

/** A function's line in the local cloud's status. */
public record FunctionStatus(
    String name,
    String state,
    int coldStarts,
    long invocations,
    long errors,
    int memoryMb,
    long initMs) {}
