import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countTry, giveBackTry, type Tries } from './sign-in-tries.ts';

const LIMIT = { blocksAt: 5, withinMs: 60_000 };
const NOW = 1_000_000;

/** A server judges no try while this holds. */
function isBlocked(tries: Tries | undefined): boolean {
  return (tries?.blockedUntil ?? 0) > NOW;
}

it('right tries that were counted beforehand leave what the wrong ones alone would have left, in whatever order they end', () => {
  const tries = fc.array(fc.record({ isRight: fc.boolean(), endsAs: fc.nat() }), { maxLength: 12 });
  fc.assert(
    fc.property(tries, (all) => {
      let counted: Tries | undefined;
      const judged = all.filter(() => {
        if (isBlocked(counted)) return false;
        counted = countTry(counted, LIMIT, NOW);
        return true;
      });
      expect(judged.length).toBeLessThanOrEqual(LIMIT.blocksAt);
      for (const { isRight } of judged.toSorted((one, other) => one.endsAs - other.endsAs))
        if (isRight && counted) counted = giveBackTry(counted, LIMIT, NOW);
      let wrong: Tries | undefined;
      for (const { isRight } of judged) if (!isRight) wrong = countTry(wrong, LIMIT, NOW);
      const left = ({ count = 0, blocks = 0, blockedUntil = 0 }: Partial<Tries> = {}) => ({
        count,
        blocks,
        blockedUntil,
      });
      expect(left(counted)).toEqual(left(wrong));
    }),
  );
});

it('nothing is given back of a block that is over, nor below none', () => {
  const over: Tries = { count: 0, since: 0, blocks: 2, blockedUntil: NOW, lastAt: 0 };
  expect(giveBackTry(over, LIMIT, NOW)).toEqual(over);
});
