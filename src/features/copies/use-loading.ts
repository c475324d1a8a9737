import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedCopy, MakeThumbnail } from '../../db/copies/import-copy.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { CopyProblem } from '../../domain/copies/copy-format.ts';
import { err, type Result } from '../../lib/result.ts';
import { announce } from '../../ui/live-region.tsx';

/** `unreadable`: the browser could not give the file's bytes. */
export type LoadProblem = Omit<CopyProblem, 'code'> & { code: CopyProblem['code'] | 'unreadable' };

export type LoadResult = Result<ImportedCopy, LoadProblem>;

export function useLoading(makeThumbnail: MakeThumbnail) {
  const { t } = useTranslation('copies');
  const db = useDatabase();
  const [isLoading, setIsLoading] = useState(false);
  const [outcome, setOutcome] = useState<LoadResult | null>(null);

  async function read(file: File): Promise<LoadResult> {
    try {
      const { importCopy } = await import('../../db/copies/import-copy.ts');
      return await importCopy(db, file, new Date(), makeThumbnail);
    } catch {
      // A file that was moved or changed since it was chosen.
      return err({ code: 'unreadable' });
    }
  }

  async function load(file: File) {
    setOutcome(null);
    setIsLoading(true);
    announce(t('loading'));
    const result = await read(file);
    setIsLoading(false);
    setOutcome(result);
    if (result.ok) announce(`${t('loaded')}. ${t('drafts', { count: result.value.drafts })}`);
    else announce(t('problem.title'), 'assertive');
  }

  return { isLoading, outcome, load: (file: File) => void load(file) };
}
