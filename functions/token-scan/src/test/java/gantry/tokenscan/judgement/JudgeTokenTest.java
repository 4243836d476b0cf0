package gantry.tokenscan.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.tokenscan.Document;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.lookalike.PinnedTokens;
import gantry.tokenscan.schema.GoPlusAnswer;
import gantry.tokenscan.schema.HoneypotAnswer;
import gantry.tokenscan.schema.RugCheckAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final String MINT = "92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA";
  private static final Token TOKEN = new Token("eip155:8453", EXAMPLE);
  private static final Token SOLANA = new Token("solana:mainnet", MINT);
  private static final JudgeToken JUDGE =
      new JudgeToken(PinnedTokens.bundled(), Thresholds.STANDARD);

  @Test
  void aTokenWithNothingAgainstItIsLow() {
    var assessment = judged(clean());

    assertThat(assessment.level()).isEqualTo(Level.LOW);
    assertThat(flags(assessment)).containsExactly(Flag.NOT_A_HONEYPOT);
    assertThat(assessment.completeness().missing()).isEmpty();
    assertThat(assessment.score()).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "usdt, 0xdac17f958d2ee523a2206206994597c13d831ec7",
    "usdc, 0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48",
    "weth, 0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2",
    "steth, 0xae7ab96520de3a18e5e111b5eaab095312d7fe84"
  })
  void aPinnedTokenStaysLowWhateverItsIssuerMayDo(String name, String address) {
    assertThat(judged(name, address).level()).isEqualTo(Level.LOW);
  }

  @Test
  void thePowersOfAPinnedIssuerAreTold() {
    var tether = judged("usdt", "0xdac17f958d2ee523a2206206994597c13d831ec7");

    assertThat(evidence(tether, Flag.ISSUER_CONTROLLED))
        .isEqualTo("BLACKLIST, MINTABLE, OWNER_CHANGES_BALANCE, PAUSABLE, TAX_MODIFIABLE");
  }

  @ParameterizedTest
  @CsvSource({"is_honeypot, 1", "sell_tax, 0.5", "cannot_sell_all, 1", "is_airdrop_scam, 1"})
  void aPinnedTokenThatSuddenlyIsATrapIsAConflict(String field, String value) {
    var address = "0xdac17f958d2ee523a2206206994597c13d831ec7";
    var tether = Document.named("goplus/usdt").with(value, "result", address, field);

    var assessment = judged(new Token("eip155:1", address), tether);

    assertThat(assessment.level()).isEqualTo(Level.CRITICAL);
    assertThat(flags(assessment)).contains(Flag.SOURCES_DISAGREE);
  }

  @Test
  void blankTaxesAndInertPowersAreNoFindings() {
    var pepe = judged("pepe", "0x6982508145454ce325ddbe47a25d4ec3d2311933");

    assertThat(pepe.level()).isEqualTo(Level.LOW);
    assertThat(flags(pepe)).contains(Flag.TAX_UNKNOWN, Flag.BLACKLIST, Flag.PARTIAL_DATA);
    assertThat(pepe.completeness().missing()).containsExactly(Topic.SELL_TAX, Topic.BUY_TAX);
  }

  @Test
  void aHoneypotIsCriticalWithoutOwnerTaxOrLooseLiquidity() {
    var trap = judged("honeypot-without-owner", "0x151d3ddb84282553309513a366c1177cd95e9fa9");

    assertThat(trap.level()).isEqualTo(Level.CRITICAL);
    assertThat(flags(trap)).containsExactly(Flag.HONEYPOT);
    assertThat(trap.score().orElseThrow()).isBetween(80, 100);
  }

  @Test
  void aCounterfeitTetherIsHigh() {
    var fake = judged("homoglyph-usdt", "0x5b1d4f2e0c9a6b7d8e3f4a5b6c7d8e9f0a1b2c3d");

    assertThat(fake.level()).isEqualTo(Level.HIGH);
    assertThat(flags(fake)).contains(Flag.IMPERSONATION);
  }

  @Test
  void trustDoesNotExcuseImpersonation() {
    assertThat(judged(changed("UЅDТ", "token_symbol", "1", "trust_list")).level())
        .isEqualTo(Level.HIGH);
  }

  @Test
  void anUnlaunchedTokenOfOneHolderIsHigh() {
    var soon = judged("unlaunched", "0x6c2e5a3f1d0b7c8e9f4a5b6c7d8e9f0a1b2c3d4e");

    assertThat(soon.level()).isEqualTo(Level.HIGH);
    assertThat(flags(soon))
        .contains(Flag.HOLDER_CONCENTRATION_WALLET, Flag.NOT_TRADED, Flag.HONEYPOT_UNKNOWN);
  }

  @Test
  void whatIsTradedNowhereIsUnknownForThatReason() {
    var assessment = judged(changed("0", "is_in_dex"));

    assertThat(assessment.level()).isEqualTo(Level.UNKNOWN);
    assertThat(assessment.verdict()).startsWith("This token is traded nowhere");
  }

  @Test
  void anUnverifiedProxyIsHighAndSaysHowLittleIsKnown() {
    var shell = judged("unverified-proxy", "0x7d3f6b4a2e1c8d9f0a5b6c7d8e9f0a1b2c3d4e5f");

    assertThat(shell.level()).isEqualTo(Level.HIGH);
    assertThat(flags(shell)).contains(Flag.NOT_VERIFIED, Flag.PROXY, Flag.HONEYPOT_UNKNOWN);
    assertThat(shell.completeness().known()).isLessThan(8);
  }

  @Test
  void aVerifiedProxyOfWhichNobodySaysWhetherItSellsIsUnknown() {
    var proxy = clean().with(null, "result", EXAMPLE, "is_honeypot");
    var assessment = judged(proxy.with("1", "result", EXAMPLE, "is_proxy"));

    assertThat(assessment.level()).isEqualTo(Level.UNKNOWN);
    assertThat(assessment.score()).isEmpty();
    assertThat(evidence(assessment, Flag.HONEYPOT_UNKNOWN)).contains("proxy");
    assertThat(assessment.verdict()).startsWith("Nobody could say whether");
  }

  @ParameterizedTest
  @CsvSource({
    "is_honeypot, 1, HONEYPOT, CRITICAL",
    "cannot_sell_all, 1, CANNOT_SELL, CRITICAL",
    "sell_tax, 1, SELL_TAX_HIGH, CRITICAL",
    "sell_tax, 0.5, SELL_TAX_HIGH, CRITICAL",
    "sell_tax, 0.4999, SELL_TAX_HIGH, HIGH",
    "sell_tax, 0.1, SELL_TAX_HIGH, HIGH",
    "sell_tax, 0.0999, SELL_TAX_MEDIUM, MEDIUM",
    "sell_tax, 0.05, SELL_TAX_MEDIUM, MEDIUM",
    "buy_tax, 1, BUY_TAX_HIGH, HIGH",
    "transfer_tax, 0.07, TRANSFER_TAX_MEDIUM, MEDIUM",
    "is_true_token, 0, FAKE_TOKEN, CRITICAL",
    "is_airdrop_scam, 1, AIRDROP_SCAM, CRITICAL",
    "hidden_owner, 1, HIDDEN_OWNER, HIGH",
    "can_take_back_ownership, 1, OWNERSHIP_RECLAIMABLE, HIGH",
    "selfdestruct, 1, SELF_DESTRUCT, HIGH",
    "is_open_source, 0, NOT_VERIFIED, HIGH",
    "honeypot_with_same_creator, 3, CREATOR_HISTORY, MEDIUM",
    "is_proxy, 1, PROXY, MEDIUM",
    "cannot_buy, 1, CANNOT_BUY, LOW"
  })
  void eachFactHasItsWeight(String field, String value, Flag flag, Level level) {
    var assessment = judged(changed(value, field));

    assertThat(flags(assessment)).contains(flag);
    assertThat(assessment.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "owner_change_balance, OWNER_CHANGES_BALANCE, HIGH",
    "slippage_modifiable, TAX_MODIFIABLE, HIGH",
    "personal_slippage_modifiable, TAX_MODIFIABLE, HIGH",
    "is_mintable, MINTABLE, MEDIUM",
    "transfer_pausable, PAUSABLE, MEDIUM",
    "is_blacklisted, BLACKLIST, MEDIUM"
  })
  void aPowerCountsUnlessNobodyIsLeftToUseIt(String field, Flag flag, Level level) {
    var inert = judged(changed("1", field));
    assertThat(inert.level()).isEqualTo(Level.LOW);

    for (var unknown :
        List.of("owner_address", "hidden_owner", "can_take_back_ownership", "is_proxy")) {
      var live = judged(changed("1", field).without("result", EXAMPLE, unknown));

      assertThat(flags(live)).contains(flag);
      assertThat(live.level()).isGreaterThanOrEqualTo(level);
    }
  }

  @Test
  void aPowerCountsWhereAnotherSourceSeesAProxy() {
    var proxy = Document.named("honeypot/clean").with(true, "contractCode", "isProxy");

    var assessment =
        JUDGE.judge(
            TOKEN,
            List.of(
                GoPlusAnswer.read(changed("1", "owner_change_balance").json(), TOKEN, NOW),
                HoneypotAnswer.read(proxy.json(), TOKEN, NOW)));

    assertThat(assessment.level()).isEqualTo(Level.HIGH);
  }

  @Test
  void anOwnerWhoWasNotFoundIsNotGone() {
    assertThat(judged(changed("1", "is_mintable", "", "owner_address")).level())
        .isEqualTo(Level.MEDIUM);
  }

  @Test
  void trustSoftensPowersButNotTaxes() {
    var owner = "0x48be6e5dbf937ba43b72de426e5bb669895a25ed";
    var trusted = changed("1", "is_mintable", owner, "owner_address");

    assertThat(judged(with(trusted, "1", "trust_list")).level()).isEqualTo(Level.LOW);
    assertThat(judged(with(with(trusted, "1", "trust_list"), "0.2", "sell_tax")).level())
        .isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"0.51, HIGH", "0.5, MEDIUM", "0.21, MEDIUM", "0.2, LOW"})
  void oneWalletsShareCounts(String share, Level level) {
    var wallet = Map.of("address", "0x5555555555555555555555555555555555555555", "percent", share);

    assertThat(judged(changed(List.of(wallet), "holders")).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_contract", "is_locked"})
  void contractsAndLockersAreNoWallets(String what) {
    var holder =
        Map.of("address", "0x5555555555555555555555555555555555555555", "percent", "0.9", what, 1);

    assertThat(flags(judged(changed(List.of(holder), "holders"))))
        .doesNotContain(Flag.HOLDER_CONCENTRATION_WALLET);
  }

  @Test
  void theCreatorCountsAlsoWhenTheListLeavesItOut() {
    assertThat(flags(judged(changed("0.9", "creator_percent"))))
        .contains(Flag.HOLDER_CONCENTRATION_WALLET);
  }

  @Test
  void aShareAboveTheWholeIsAFinding() {
    var holder =
        Map.of(
            "address",
            "0x5555555555555555555555555555555555555555",
            "percent",
            "1.2",
            "is_contract",
            1);

    assertThat(flags(judged(changed(List.of(holder), "holders")))).contains(Flag.SUPPLY_ANOMALY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"holders", "lp_holders"})
  void aShareAboveTheWholeIsFoundAlsoWhereHalfOfItIsLocked(String list) {
    var holder =
        Map.of(
            "address",
            "0x5555555555555555555555555555555555555555",
            "percent",
            "1.2",
            "balance",
            "100",
            "is_locked",
            1,
            "locked_detail",
            List.of(Map.of("amount", "50", "end_time", "2027-11-21T12:00:00+00:00")));

    assertThat(flags(judged(changed(List.of(holder), list)))).contains(Flag.SUPPLY_ANOMALY);
  }

  @Test
  void aShareAboveTheWholeIsFoundInWhatWasNotBurned() {
    var pool = Map.of("type", "Standard", "id", "P", "tvl", "145230.1", "burn_percent", 90);
    var holder = Map.of("account", "A", "percent", "1.2", "is_locked", 1);
    var odd =
        mint()
            .with(List.of(pool), "result", MINT, "dex")
            .with(List.of(holder), "result", MINT, "lp_holders");

    assertThat(flags(judged(SOLANA, odd))).contains(Flag.SUPPLY_ANOMALY);
  }

  @Test
  void severalAccountsOfOneOwnerTogetherMayBeTooMuch() {
    var one = Map.of("token_account", "A1", "account", "same", "percent", "0.7", "is_locked", 1);
    var other = Map.of("token_account", "A2", "account", "same", "percent", "0.7", "is_locked", 1);
    var odd = mint().with(List.of(one, other), "result", MINT, "holders");

    assertThat(flags(judged(SOLANA, odd))).contains(Flag.SUPPLY_ANOMALY);
  }

  @Test
  void liquidityThatAWalletHoldsCanGo() {
    var wallet = Map.of("address", "0x5555555555555555555555555555555555555555", "percent", "0.6");

    assertThat(judged(changed(List.of(wallet), "lp_holders")).level()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T11:59:59+00:00, HIGH",
    "2026-11-21T12:00:01+00:00, LOW",
    "someday, HIGH",
    "'', HIGH"
  })
  void aLockHoldsUntilItEnds(String end, Level level) {
    var holder =
        Map.of(
            "address",
            "0x5555555555555555555555555555555555555555",
            "percent",
            "1",
            "balance",
            "100",
            "is_contract",
            1,
            "is_locked",
            1,
            "locked_detail",
            List.of(Map.of("amount", "100", "end_time", end)));

    assertThat(judged(changed(List.of(holder), "lp_holders")).level()).isEqualTo(level);
  }

  @Test
  void halfALockLocksHalf() {
    var holder =
        Map.of(
            "address",
            "0x5555555555555555555555555555555555555555",
            "percent",
            "1",
            "balance",
            "100",
            "is_locked",
            1,
            "locked_detail",
            List.of(Map.of("amount", "40", "end_time", "2027-11-21T12:00:00+00:00")));

    assertThat(evidence(judged(changed(List.of(holder), "lp_holders")), Flag.LIQUIDITY_UNLOCKED))
        .isEqualTo("unlocked: 60 %");
  }

  @Test
  void aConcentratedPositionIsUnknownAndNotUnlocked() {
    var position =
        Map.of(
            "address", "0x5555555555555555555555555555555555555555",
            "percent", "1",
            "NFT_list", List.of(Map.of("NFT_id", "7", "value", "100000")));

    var assessment = judged(changed(List.of(position), "lp_holders"));

    assertThat(flags(assessment)).doesNotContain(Flag.LIQUIDITY_UNLOCKED);
    assertThat(assessment.completeness().missing()).containsExactly(Topic.LIQUIDITY_HOLDERS);
  }

  @Test
  void aPositionAmongLockedSharesLeavesTheListIncomplete() {
    var locked =
        Map.of(
            "address",
            "0x5555555555555555555555555555555555555555",
            "percent",
            "0.5",
            "is_locked",
            1);
    var position =
        Map.of(
            "address", "0x6666666666666666666666666666666666666666",
            "percent", "0.5",
            "NFT_list", List.of(Map.of("NFT_id", "7", "value", "100000")));

    assertThat(missing(judged(changed(List.of(locked, position), "lp_holders"))))
        .containsExactly(Topic.LIQUIDITY_HOLDERS);
  }

  @ParameterizedTest
  @CsvSource({"holders, HOLDERS", "lp_holders, LIQUIDITY_HOLDERS"})
  void aListWithAShareThatCannotBeReadIsIncompleteAndStillTellsOfTheRest(String list, Topic topic) {
    var whale = Map.of("address", "0x5555555555555555555555555555555555555555", "percent", "0.6");
    var blank = Map.of("address", "0x6666666666666666666666666666666666666666", "percent", "");

    var assessment = judged(changed(List.of(whale, blank), list));

    assertThat(missing(assessment)).containsExactly(topic);
    assertThat(assessment.level()).isEqualTo(Level.HIGH);
  }

  @Test
  void aMakersShareAloneIsNoListOfHoldersAndCountsAllTheSame() {
    var assessment =
        judged(changed("0.9", "creator_percent").without("result", EXAMPLE, "holders"));

    assertThat(missing(assessment)).containsExactly(Topic.HOLDERS);
    assertThat(flags(assessment)).contains(Flag.HOLDER_CONCENTRATION_WALLET);
  }

  @Test
  void liquidityThatWasNotBurnedAndIsNobodysIsUnknown() {
    var pool = Map.of("type", "Standard", "id", "P", "tvl", "145230.1", "burn_percent", 0);
    var unburned = mint().with(List.of(pool), "result", MINT, "dex");

    assertThat(missing(judged(SOLANA, unburned))).containsExactly(Topic.LIQUIDITY_HOLDERS);
    assertThat(missing(judged(SOLANA, unburned.without("result", MINT, "lp_holders"))))
        .containsExactly(Topic.LIQUIDITY_HOLDERS);
  }

  @ParameterizedTest
  @CsvSource({"999.99, HIGH", "1000, MEDIUM", "49999, MEDIUM", "50000, LOW"})
  void littleLiquidityCounts(String dollars, Level level) {
    var pool =
        Map.of(
            "name",
            "UniswapV2",
            "liquidity",
            dollars,
            "pair",
            "0x1111111111111111111111111111111111111111");

    assertThat(judged(changed(List.of(pool), "dex")).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void aSilentSourceMeansUnknownAndSaysWhy(Silence why) {
    var assessment = JUDGE.judge(TOKEN, List.of(new Silent(Source.GOPLUS, NOW, why)));

    assertThat(assessment.level()).isEqualTo(Level.UNKNOWN);
    assertThat(assessment.completeness().known()).isZero();
    assertThat(flags(assessment)).hasSize(4).doesNotContain(Flag.NOT_A_HONEYPOT);
  }

  @Test
  void anotherSourcesWordAloneIsTooLittle() {
    var assessment =
        JUDGE.judge(
            TOKEN,
            List.of(
                new Silent(Source.GOPLUS, NOW, Silence.UNAVAILABLE),
                HoneypotAnswer.read(Document.named("honeypot/clean").json(), TOKEN, NOW)));

    assertThat(assessment.level()).isEqualTo(Level.UNKNOWN);
    assertThat(flags(assessment)).contains(Flag.PARTIAL_DATA, Flag.NOT_A_HONEYPOT);
    assertThat(assessment.verdict()).startsWith("Too little is known");
  }

  @Test
  void theWorseOfTwoSourcesCountsAndTheyAreSaidToDisagree() {
    var trap =
        Document.named("honeypot/clean")
            .with(true, "honeypotResult", "isHoneypot")
            .with(100, "simulationResult", "sellTax");

    var assessment =
        JUDGE.judge(
            TOKEN,
            List.of(
                GoPlusAnswer.read(clean().json(), TOKEN, NOW),
                HoneypotAnswer.read(trap.json(), TOKEN, NOW)));

    assertThat(assessment.level()).isEqualTo(Level.CRITICAL);
    assertThat(evidence(assessment, Flag.SOURCES_DISAGREE))
        .contains("honeypot: goplus, honeypot.is", "sellTax: goplus, honeypot.is");
  }

  @Test
  void aPlainMintIsLow() {
    var assessment = judged(SOLANA, mint());

    assertThat(assessment.level()).isEqualTo(Level.LOW);
    assertThat(flags(assessment)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "freezable, FREEZE_AUTHORITY, HIGH",
    "balance_mutable_authority, BALANCE_MUTABLE, CRITICAL",
    "transfer_fee_upgradable, TAX_MODIFIABLE, HIGH",
    "transfer_hook_upgradable, TRANSFER_HOOK, MEDIUM",
    "default_account_state_upgradable, FREEZE_AUTHORITY, MEDIUM",
    "mintable, MINTABLE, MEDIUM"
  })
  void anAuthorityOfAMintIsLive(String authority, Flag flag, Level level) {
    var assessment = judged(SOLANA, mint().with("1", "result", MINT, authority, "status"));

    assertThat(flags(assessment)).contains(flag);
    assertThat(assessment.level()).isEqualTo(level);
  }

  @Test
  void aTrustedMintMayFreeze() {
    var trusted =
        mint()
            .with("1", "result", MINT, "freezable", "status")
            .with(1, "result", MINT, "trusted_token");

    assertThat(judged(SOLANA, trusted).level()).isEqualTo(Level.LOW);
  }

  @ParameterizedTest
  @CsvSource({
    "default_account_state, 2, FROZEN_BY_DEFAULT",
    "non_transferable, 1, NON_TRANSFERABLE",
    "none_transferable, 1, NON_TRANSFERABLE"
  })
  void theTrapsOfToken2022AreCritical(String field, String value, Flag flag) {
    var assessment = judged(SOLANA, mint().with(value, "result", MINT, field));

    assertThat(flags(assessment)).contains(flag);
    assertThat(assessment.level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void aTransferHookIsHighAndAMaliciousOneCritical() {
    var hook = mint().with(List.of(party(0)), "result", MINT, "transfer_hook");
    assertThat(judged(SOLANA, hook).level()).isEqualTo(Level.HIGH);

    var malicious = mint().with(List.of(party(1)), "result", MINT, "transfer_hook");
    assertThat(judged(SOLANA, malicious).level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void aMaliciousEditorOfTheMetadataIsCritical() {
    var editor = Map.of("status", "1", "metadata_upgrade_authority", List.of(party(1)));

    assertThat(judged(SOLANA, mint().with(editor, "result", MINT, "metadata_mutable")).level())
        .isEqualTo(Level.CRITICAL);
  }

  @Test
  void aTransferFeeToComeCountsAlready() {
    var fee =
        Map.of(
            "current_fee_rate", Map.of("fee_rate", "0", "maximum_fee", "1"),
            "scheduled_fee_rate", List.of(Map.of("epoch", "999", "fee_rate", "0.6")));

    assertThat(judged(SOLANA, mint().with(fee, "result", MINT, "transfer_fee")).level())
        .isEqualTo(Level.CRITICAL);
  }

  @Test
  void aMintWithoutItsExtensionsIsUnknown() {
    assertThat(judged(SOLANA, mint().without("result", MINT, "default_account_state")).level())
        .isEqualTo(Level.UNKNOWN);
  }

  @Test
  void tokenAccountsOfOneOwnerAreOneHolder() {
    var one = Map.of("token_account", "A1", "account", "same", "percent", "0.3");
    var other = Map.of("token_account", "A2", "account", "same", "percent", "0.3");

    assertThat(judged(SOLANA, mint().with(List.of(one, other), "result", MINT, "holders")).level())
        .isEqualTo(Level.HIGH);
  }

  @Test
  void aSummaryOfRugCheckDoesNotRevokeAuthorities() {
    var summary = RugCheckAnswer.read(Document.named("rugcheck/summary").json(), SOLANA, NOW);

    assertThat(JUDGE.judge(SOLANA, List.of(summary)).completeness().missing())
        .contains(Topic.MINTABLE, Topic.FREEZE_AUTHORITY);
  }

  @ParameterizedTest
  @CsvSource({"danger, HIGH", "warn, MEDIUM", "info, LOW", "'', MEDIUM"})
  void aWarningOfRugCheckCounts(String grade, Level level) {
    var risk = Map.of("name", "Copycat token", "level", grade);
    var report = Document.named("rugcheck/clean").with(List.of(risk), "risks");

    var assessment =
        JUDGE.judge(
            SOLANA,
            List.of(
                GoPlusAnswer.read(mint().json(), SOLANA, NOW),
                RugCheckAnswer.read(report.json(), SOLANA, NOW)));

    assertThat(assessment.level()).isEqualTo(level);
    assertThat(evidence(assessment, Flag.SECOND_OPINION)).isEqualTo("Copycat token");
  }

  @Test
  void ruggedIsCritical() {
    var report = Document.named("rugcheck/clean").with(true, "rugged");

    assertThat(
            JUDGE.judge(SOLANA, List.of(RugCheckAnswer.read(report.json(), SOLANA, NOW))).level())
        .isEqualTo(Level.CRITICAL);
  }

  private static Map<String, ?> party(int malicious) {
    return Map.of("address", "Hook111", "malicious_address", malicious);
  }

  private static Document clean() {
    return Document.named("goplus/clean");
  }

  private static Document mint() {
    return Document.named("goplus/solana");
  }

  /** Values, each with the field it goes into. */
  private static Document changed(Object... valuesAndFields) {
    var document = clean();
    for (var i = 0; i < valuesAndFields.length; i += 2) {
      document = with(document, valuesAndFields[i], (String) valuesAndFields[i + 1]);
    }
    return document;
  }

  private static Document with(Document document, Object value, String field) {
    return document.with(value, "result", EXAMPLE, field);
  }

  private static Assessment judged(String name, String address) {
    return judged(new Token("eip155:1", address), Document.named("goplus/" + name));
  }

  private static Assessment judged(Document answer) {
    return judged(TOKEN, answer);
  }

  private static Assessment judged(Token token, Document answer) {
    List<Statement> said = List.of(GoPlusAnswer.read(answer.json(), token, NOW));
    return JUDGE.judge(token, said);
  }

  private static Set<Flag> flags(Assessment assessment) {
    return assessment.findings().stream().map(Finding::flag).collect(Collectors.toSet());
  }

  private static Set<Topic> missing(Assessment assessment) {
    return assessment.completeness().missing();
  }

  private static String evidence(Assessment assessment, Flag flag) {
    return found(assessment, flag).map(Finding::evidence).collect(Collectors.joining("; "));
  }

  private static Stream<Finding> found(Assessment assessment, Flag flag) {
    return assessment.findings().stream().filter(finding -> finding.flag() == flag);
  }
}
