import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Corners, Doubt } from '../../lib/paper/pixels.ts';
import { announce } from '../../ui/live-region.tsx';
import type { PaperDesk } from './paper-calls.ts';

/** Whoever still moves a corner is not told of each place that it passes. */
const SETTLED_AFTER_MS = 400;

/** What may keep somebody from reading the sheet between these corners; `others` are the ids of the sheets before it, with a space between. */
export function useDoubts(
  desk: PaperDesk | null,
  id: string,
  corners: Corners | null,
  others: string,
): readonly Doubt[] {
  const { t } = useTranslation('scan');
  const [doubts, setDoubts] = useState<readonly Doubt[]>([]);

  useEffect(() => {
    if (!desk || !corners) return setDoubts([]);
    let isLeft = false;
    const timer = setTimeout(() => {
      desk.look(id, corners, others.split(' ')).then(
        (found) => {
          if (isLeft) return;
          setDoubts(found);
          for (const doubt of found) announce(t(`doubt.${doubt}`));
        },
        // A page that cannot be looked at can still be used.
        () => undefined,
      );
    }, SETTLED_AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [desk, id, corners, others, t]);

  return doubts;
}
