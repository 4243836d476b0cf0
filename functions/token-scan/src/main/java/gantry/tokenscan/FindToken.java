package gantry.tokenscan;

import gantry.providers.Deadline;
import gantry.providers.Parallel;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Assessment;
import gantry.tokenscan.judgement.JudgeToken;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks for an address on every supported chain: none of them is the one that is meant. */
@Singleton
final class FindToken {
  private final ScanToken scanToken;
  private final JudgeToken judge;
  private final TokenScanConfig config;

  FindToken(ScanToken scanToken, JudgeToken judge, TokenScanConfig config) {
    this.scanToken = scanToken;
    this.judge = judge;
    this.config = config;
  }

  /** One for each chain that has it; a single unknown one, without a chain, when none has. */
  List<Assessment> find(String address, Deadline deadline) {
    var scanned =
        Parallel.map(config.chains(), chain -> scanToken.scan(new Token(chain, address), deadline));
    var found = scanned.stream().filter(FindToken::isFound).toList();
    return found.isEmpty() ? List.of(nowhere(address, scanned)) : completed(found, scanned);
  }

  private static boolean isFound(Assessment assessment) {
    return !Statement.answered(assessment.statements()).isEmpty();
  }

  /** A chain that could not be asked is no chain without the token. */
  private static List<Assessment> completed(List<Assessment> found, List<Assessment> scanned) {
    var unasked =
        scanned.stream()
            .filter(Predicate.not(FindToken::isFound))
            .filter(assessment -> !assessment.isFinal())
            .map(assessment -> assessment.token().chain())
            .collect(Collectors.joining(", "));
    return unasked.isEmpty()
        ? found
        : found.stream().map(assessment -> assessment.notAsked(unasked)).toList();
  }

  private Assessment nowhere(String address, List<Assessment> scanned) {
    var said =
        scanned.stream()
            .flatMap(assessment -> assessment.statements().stream())
            .collect(Collectors.toMap(FindToken::gist, statement -> statement, (first, _) -> first))
            .values();
    return judge.judge(new Token("", address), List.copyOf(said));
  }

  private static String gist(Statement statement) {
    return statement instanceof Statement.Silent silent
        ? silent.source() + " " + silent.why()
        : statement.source().name();
  }
}
