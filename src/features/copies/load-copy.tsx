import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakeThumbnail } from '../../db/copies/import-copy.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { err } from '../../lib/result.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { LoadOutcome, type LoadResult } from './load-outcome.tsx';

/** **Carregar cópia**: brings the drafts of a copy back, and says what came in and what did not. */
export function LoadCopy({ makeThumbnail }: { makeThumbnail: MakeThumbnail }) {
  const { t } = useTranslation('copies');
  const input = useRef<HTMLInputElement>(null);
  const { isLoading, outcome, load } = useLoading(makeThumbnail);
  return (
    <>
      <p>{t('loadHint')}</p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) load(file);
          // Choosing the same file again must be a change again.
          event.currentTarget.value = '';
        }}
      />
      <Button
        variant="secondary"
        type="button"
        icon={Upload}
        busy={isLoading}
        onClick={() => input.current?.click()}
      >
        {t('load')}
      </Button>
      {isLoading && <p>{t('loading')}</p>}
      {outcome && <LoadOutcome outcome={outcome} />}
    </>
  );
}

function useLoading(makeThumbnail: MakeThumbnail) {
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
