import { SetupError } from '../errors.ts';
import type { Policy } from './policy.ts';
import type { Breach } from './rules.ts';

/** What a policy is called in messages. */
export function describePolicy({ name, file }: Policy): string {
  return name === '' ? file : `"${name}" (${file})`;
}

/**
 * The failure that a breach is.
 *
 * @param what is refused, as the beginning of a sentence: `Go 1.26.3, asked for by input go-version,`
 */
export function refusal(policy: Policy, what: string, { rule, why, remedy }: Breach): SetupError {
  return new SetupError(
    'E_POLICY',
    `${what} is refused: the rule ${rule.path} in line ${rule.line} of the policy ${describePolicy(policy)} ${why}.`,
    {
      remedy: `${remedy} Or ask whoever keeps the policy to change that rule.`,
      evidence: [`policy ${policy.file}, SHA-256 ${policy.sha256}`, `rule ${rule.path}, line ${rule.line}`],
    },
  );
}
