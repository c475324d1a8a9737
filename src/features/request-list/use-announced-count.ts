import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import type { Found } from './use-found.ts';

/** The results follow each key; the ear hears how many there are once the keys have come to rest. */
const REST_MS = 1_000;

/** Says how many were found, once for each question: a count that changes because news came in by itself is not said again. */
export function useAnnouncedCount(key: string, found: Found | null, unsentCount: number): void {
  const { t } = useTranslation('requests');
  const saidFor = useRef<string>(undefined);
  const isAnswered = found?.isComplete === true && JSON.stringify(found.query) === key;
  const sentence = isAnswered ? t('find.found', { count: found.total + unsentCount }) : null;

  useEffect(() => {
    if (sentence === null || saidFor.current === key) return;
    const timer = setTimeout(() => {
      saidFor.current = key;
      announce(sentence);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [key, sentence]);
}
