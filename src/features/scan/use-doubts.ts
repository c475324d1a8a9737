import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Corners, Doubt } from '../../lib/paper/pixels.ts';
import { announce } from '../../ui/live-region.tsx';
import type { PaperDesk } from './paper-calls.ts';

/** The time after which a corner counts as settled: doubts are not announced for each place that a moving corner passes. */
const SETTLED_AFTER_MS = 400;

/** Returns the reasons why the sheet between these corners may be hard to read. `looks` keeps what was seen of each sheet, to compare later ones with. */
export function useDoubts(
  desk: PaperDesk | null,
  id: string,
  corners: Corners | null,
  looks: Map<string, SheetLook>,
): readonly Doubt[] {
  const { t } = useTranslation('scan');
  const [doubts, setDoubts] = useState<readonly Doubt[]>([]);

  useEffect(() => {
    if (!desk || !corners) return setDoubts([]);
    let isLeft = false;
    const timer = setTimeout(() => {
      const others = [...looks].flatMap(([other, look]) => (other === id ? [] : [look]));
      desk.look(corners, others).then(
        (seen) => {
          if (isLeft) return;
          looks.set(id, seen.look);
          setDoubts(seen.doubts);
          const [first] = seen.doubts;
          if (first) announce(t(`doubt.${first}`));
        },
        // A sheet that cannot be examined can still be used.
        () => undefined,
      );
    }, SETTLED_AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [desk, id, corners, looks, t]);

  return doubts;
}
