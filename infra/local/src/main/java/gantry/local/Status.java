package gantry.local;

import gantry.local.function.FunctionStatus;
import gantry.local.server.ServerSwitches.State;
import gantry.local.source.Queues;
import gantry.local.source.Streams;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the control API says about the local cloud; a server that is away tells nothing. */
record Status(
    boolean ready,
    List<FunctionStatus> functions,
    List<Queues.Counts> queues,
    Collection<Streams.Shards> streams,
    Map<String, State> servers,
    Map<String, Integer> ports) {}
