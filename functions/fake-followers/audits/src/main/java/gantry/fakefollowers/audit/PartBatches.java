package gantry.fakefollowers.audit;

import static java.util.stream.Collectors.joining;

import gantry.fakefollowers.batch.AuditRef;
import gantry.fakefollowers.batch.FollowerBatch;
import gantry.fakefollowers.batch.Followers;
import gantry.fakefollowers.batch.IndexedFollower;
import java.util.ArrayList;
import java.util.List;

/** A part cut into batches. */
final class PartBatches {
  private final List<List<IndexedFollower>> pieces = new ArrayList<>();

  PartBatches(Followers followers) {
    var all = followers.wellFormed();
    for (var from = 0; from < all.size(); from += FollowerBatch.MOST_FOLLOWERS) {
      pieces.add(all.subList(from, Math.min(all.size(), from + FollowerBatch.MOST_FOLLOWERS)));
    }
  }

  int count() {
    return pieces.size();
  }

  /** As the store wants them: "80,80,32". */
  String sizes() {
    return pieces.stream().map(piece -> String.valueOf(piece.size())).collect(joining(","));
  }

  List<FollowerBatch> of(AuditRef audit, int firstNumber) {
    var batches = new ArrayList<FollowerBatch>();
    for (var i = 0; i < pieces.size(); i++) {
      var followers = new Followers(pieces.get(i), List.of());
      batches.add(new FollowerBatch(audit, firstNumber + i, followers));
    }
    return batches;
  }
}
