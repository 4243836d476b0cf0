package gantry.local;

import gantry.local.function.FunctionStatus;
import gantry.local.source.Queues;
import gantry.local.source.Streams;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the control API says about the local cloud. */
record Status(
    boolean ready,
    List<FunctionStatus> functions,
    List<Queues.Counts> queues,
    Collection<Streams.Shards> streams,
    Map<String, Integer> ports) {}
