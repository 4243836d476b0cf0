package gantry.chains;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The hash of Ethereum and TRON: Keccak with its first padding. The JDK has only the SHA-3 that
 * became of it, which pads differently.
 */
public final class Keccak256 {
  private static final int LANES = 25;
  private static final int RATE = 136;
  private static final int HASH = 32;

  private static final long[] ROUND_CONSTANTS = {
    0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L,
    0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
    0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
    0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L,
    0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
    0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
  };
  private static final int[] ROTATIONS = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] MOVES = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };

  private final long[] state = new long[LANES];

  private Keccak256() {}

  public static byte[] digest(byte[] message) {
    var keccak = new Keccak256();
    var padded = Arrays.copyOf(message, (message.length / RATE + 1) * RATE);
    padded[message.length] |= 1;
    padded[padded.length - 1] |= (byte) 0x80;
    var lanes = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    while (lanes.hasRemaining()) {
      for (var lane = 0; lane < RATE / Long.BYTES; lane++) {
        keccak.state[lane] ^= lanes.get();
      }
      keccak.permute();
    }
    return keccak.hash();
  }

  private byte[] hash() {
    var bytes = ByteBuffer.allocate(HASH).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(state, 0, HASH / Long.BYTES);
    return bytes.array();
  }

  private void permute() {
    for (var constant : ROUND_CONSTANTS) {
      mixColumns();
      rotateAndMove();
      mixRows();
      state[0] ^= constant;
    }
  }

  private void mixColumns() {
    var parity = new long[5];
    for (var lane = 0; lane < LANES; lane++) {
      parity[lane % 5] ^= state[lane];
    }
    for (var lane = 0; lane < LANES; lane++) {
      var x = lane % 5;
      state[lane] ^= parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
    }
  }

  private void rotateAndMove() {
    var moved = state[1];
    for (var step = 0; step < MOVES.length; step++) {
      var replaced = state[MOVES[step]];
      state[MOVES[step]] = Long.rotateLeft(moved, ROTATIONS[step]);
      moved = replaced;
    }
  }

  private void mixRows() {
    for (var row = 0; row < LANES; row += 5) {
      var old = Arrays.copyOfRange(state, row, row + 5);
      for (var x = 0; x < 5; x++) {
        state[row + x] ^= ~old[(x + 1) % 5] & old[(x + 2) % 5];
      }
    }
  }
}
