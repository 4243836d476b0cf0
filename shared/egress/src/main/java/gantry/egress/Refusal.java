package gantry.egress;

/** Why a URL is not called. */
public enum Refusal {
  /** Longer than 2,048 characters. */
  TOO_LONG,
  /** No URL, or characters beyond printable ASCII. */
  MALFORMED,
  /** Only https, in small letters. */
  SCHEME,
  /** User name, fragment, or an authority in an odd form. */
  ODD_AUTHORITY,
  /** Not a public domain name in its canonical form; addresses are none. */
  HOST,
  /** Only 443 and 8443. */
  PORT,
  /** The name does not resolve. */
  UNRESOLVED,
  /** The name leads, also, to an address that is not public. */
  ADDRESS
}
