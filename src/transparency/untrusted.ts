/**
 * What a database said cannot be true: a signature that is not its own, a proof that does not lead to its tree, two trees that contradict each
 * other. Never a failure of the network.
 */
export class Untrusted extends Error {
  override readonly name = 'Untrusted' as const;
  /** Facts behind the message, one a line. */
  readonly evidence: readonly string[];

  constructor(message: string, evidence: readonly string[] = []) {
    super(message);
    this.evidence = evidence;
  }
}
