import { useRef, useState } from 'react';
import { checkReceipt, type Outcome, type ReadKeys } from './check-receipt.ts';

/** Checks receipts one after the other. If two checks run at once, the later one counts. */
export function useCheck(readKeys: ReadKeys, onOutcome: (outcome: Outcome) => void) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const last = useRef(0);

  async function check(find: () => string | null | Promise<string | null>) {
    last.current += 1;
    const own = last.current;
    setIsChecking(true);
    setOutcome(null);
    // A file that was moved or changed after it was chosen counts as having no receipt.
    const jws = await Promise.resolve()
      .then(find)
      .catch(() => null);
    const found = await checkReceipt(jws, readKeys);
    if (own !== last.current) return;
    setIsChecking(false);
    setOutcome(found);
    onOutcome(found);
  }

  return { outcome, isChecking, check: (find: Parameters<typeof check>[0]) => void check(find) };
}
