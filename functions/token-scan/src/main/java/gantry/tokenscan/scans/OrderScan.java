package gantry.tokenscan.scans;

import gantry.identity.Caller;
import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import gantry.providers.Json;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Takes an order to scan many tokens: kept first, then queued; what is not queued is swept. */
@Singleton
final class OrderScan {
  private final PostgresScanStore store;
  private final QueueItems queueItems;
  private final Transactions transactions;
  private final UuidV7 ids;

  OrderScan(PostgresScanStore store, QueueItems queueItems, Transactions transactions, UuidV7 ids) {
    this.store = store;
    this.queueItems = queueItems;
    this.transactions = transactions;
    this.ids = ids;
  }

  UUID order(Caller caller, List<ScanOrder> tokens) {
    return transactions.inTransaction(() -> {
      var id = ids.next();
      store.insertScan(id, caller.tenant(), caller.userId());
      store.insertItems(id, json(tokens));
      transactions.afterCommit(() -> queueItems.ofScan(id, tokens.size()));
      return id;
    });
  }

  private static String json(List<ScanOrder> tokens) {
    var rows = new ArrayList<HashMap<String, Object>>();
    for (var token : tokens) {
      var row = new HashMap<String, Object>();
      row.put("position", rows.size());
      row.put("address", token.address());
      if (token.chain() != null) {
        row.put("chain", token.chain());
      }
      rows.add(row);
    }
    return Json.write(rows);
  }
}
