import type { RunDetails } from 'fast-check';
import type { FuzzedCall } from './calls.ts';

const TEXT_SHOWN = 200;

/** Throws an error that tells how to repeat the failure: the seed, and the calls that led to it, with long texts cut. */
export function reportFailure(details: RunDetails<[(FuzzedCall | null)[]]>): void {
  if (!details.failed) return;
  const { seed, counterexample, errorInstance, numRuns, interrupted } = details;
  const calls = counterexample?.[0].filter((call) => call !== null).map((call) => JSON.stringify(call, cut));
  const why =
    interrupted && !counterexample ? `only ${numRuns} rows were done in time` : String(errorInstance);
  throw new Error([`FUZZ_SEED=${seed}: ${why}`, ...(calls ?? [])].join('\n'), { cause: errorInstance });
}

function cut(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= TEXT_SHOWN) return value;
  return `${value.slice(0, TEXT_SHOWN)}… (${value.length})`;
}
