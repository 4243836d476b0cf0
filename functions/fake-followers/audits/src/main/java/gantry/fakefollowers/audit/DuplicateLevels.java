package gantry.fakefollowers.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import gantry.fakefollowers.model.Duplicates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a batch's followers share, among themselves and with the rest of the audit. */
final class DuplicateLevels {
  private record Group(String kind, long key) {
    static Group of(GroupRow row) {
      return new Group(row.kind(), row.key());
    }
  }

  private final Map<Group, Integer> members;
  private final List<GroupRow> crossed;

  private DuplicateLevels(Map<Group, Integer> members, List<GroupRow> crossed) {
    this.members = members;
    this.crossed = crossed;
  }

  /** What the batch adds to each group. */
  static List<GroupRow> added(List<FollowerRow> rows) {
    return rows.stream()
        .flatMap(DuplicateLevels::groups)
        .collect(groupingBy(Function.identity(), counting()))
        .entrySet()
        .stream()
        .map(group -> row(group.getKey(), group.getValue()))
        .toList();
  }

  private static GroupRow row(Group group, long members) {
    return new GroupRow(group.kind, group.key, Math.toIntExact(members));
  }

  private static Stream<Group> groups(FollowerRow row) {
    return Stream.of(group(GroupRow.NAME, row.nameKey()), group(GroupRow.HANDLE, row.handleKey()))
        .filter(Objects::nonNull);
  }

  private static @Nullable Group group(String kind, @Nullable Long key) {
    return key == null ? null : new Group(kind, key);
  }

  /** Takes what was added, and the groups as they are now. */
  static DuplicateLevels of(List<GroupRow> added, List<GroupRow> grown) {
    var before = added.stream().collect(toMap(Group::of, GroupRow::members));
    var crossed =
        grown.stream()
            .filter(group -> isCrossed(group.members(), before.getOrDefault(Group.of(group), 0)))
            .toList();
    return new DuplicateLevels(
        grown.stream().collect(toMap(Group::of, GroupRow::members)), crossed);
  }

  private static boolean isCrossed(int members, int added) {
    return Duplicates.level(members) > Duplicates.level(members - added);
  }

  /** The groups whose older members count for more than before. */
  List<GroupRow> crossed() {
    return crossed;
  }

  Duplicates of(FollowerRow row) {
    return new Duplicates(
        level(group(GroupRow.NAME, row.nameKey()), row.nameLevel()),
        level(group(GroupRow.HANDLE, row.handleKey()), row.handleLevel()));
  }

  /** A group that this batch did not touch stays as it was. */
  private int level(@Nullable Group group, int otherwise) {
    var count = group == null ? null : members.get(group);
    return count == null ? otherwise : Duplicates.level(count);
  }
}
