import { Link } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyProblem } from '../../../domain/copies/copy-format.ts';
import { ISSUE_CODES, type Issue } from '../../../domain/issue.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { ImportedCopy, MakeThumbnail } from '../../db/copies/import-copy.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { listAddress } from '../../parts/addresses.ts';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { showNotice } from '../../state/notices.ts';
import { CancellableButton } from '../../ui/cancellable-button.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** A problem with a copy. `unreadable` means that the browser could not read the file's bytes. */
type LoadProblem = Omit<CopyProblem, 'code'> & { code: CopyProblem['code'] | 'unreadable' };

type LoadResult = Result<ImportedCopy, LoadProblem>;

/** **Carregar cópia**: brings the drafts of a copy back, and says which ones came back and which did not. */
export function LoadCopy({ makeThumbnail }: { makeThumbnail: MakeThumbnail }) {
  const { t } = useTranslation('copies');
  const input = useRef<HTMLInputElement>(null);
  const { part, outcome, load, cancel } = useLoading(makeThumbnail);
  return (
    <>
      <p>{t('loadHint')}</p>
      <FileInput ref={input} accept=".zip,application/zip" onFiles={([file]) => file && load(file)} />
      <CancellableButton
        icon={Upload}
        label={t('load')}
        cancelLabel={t('cancel')}
        progress={
          part === null
            ? null
            : {
                label: t('loading'),
                value: part,
                max: 1,
                text: t('loadedPart', { percent: Math.floor(part * 100) }),
              }
        }
        onStart={() => input.current?.click()}
        onCancel={cancel}
      />
      {outcome && <LoadOutcome outcome={outcome} />}
    </>
  );
}

function useLoading(makeThumbnail: MakeThumbnail) {
  const { t } = useTranslation(['copies', 'common']);
  const db = useDatabase();
  /** How much of the copy is loaded, from 0 to 1; null while no copy is being loaded. */
  const [part, setPart] = useState<number | null>(null);
  const giveUp = useRef<AbortController>(null);
  const [outcome, setOutcome] = useState<LoadResult | null>(null);

  async function read(file: File, signal: AbortSignal): Promise<LoadResult | null> {
    const code = await fetchWithoutReload(() => import('../../db/copies/import-copy.ts')).catch(() => null);
    if (!code) return null;
    try {
      return await code.importCopy(db, file, new Date(), { makeThumbnail, signal, onProgress: setPart });
    } catch {
      // The file was moved or changed after it was chosen.
      return err({ code: 'unreadable' });
    }
  }

  async function load(file: File) {
    setOutcome(null);
    setPart(0);
    giveUp.current = new AbortController();
    announce(t('loading'));
    const result = await whileUnderWay(read(file, giveUp.current.signal));
    setPart(null);
    setOutcome(result);
    if (!result) showNotice({ text: t('common:partNotOpened') });
    else if (result.ok) {
      const { drafts } = result.value;
      announce(drafts === 0 ? t('noDrafts') : `${t('loaded')}. ${t('drafts', { count: drafts })}`);
    } else if (result.error.code === 'cancelled') announce(t('problem.cancelled'));
    else announce(t('problem.title'), 'assertive');
  }

  return { part, outcome, load: (file: File) => void load(file), cancel: () => giveUp.current?.abort() };
}

function LoadOutcome({ outcome }: { outcome: LoadResult }) {
  return outcome.ok ? <Loaded copy={outcome.value} /> : <NotLoaded problem={outcome.error} />;
}

function Loaded({ copy }: { copy: ImportedCopy }) {
  const { t } = useTranslation('copies');
  const db = useDatabase();
  const { drafts, attachments, requests, problems } = copy;
  if (drafts === 0) {
    return (
      <Notice tone="info" title={t('noDrafts')}>
        {requests > 0 && <p>{t('onlyRequests', { count: requests })}</p>}
      </Notice>
    );
  }
  return (
    <Notice tone={problems.length > 0 ? 'warning' : 'success'} title={t('loaded')}>
      <p>
        {t('drafts', { count: drafts })}
        {attachments > 0 && ` ${t('files', { count: attachments })}`}
      </p>
      {problems.length > 0 && (
        <>
          <p>{t('leftOut')}</p>
          <ul>
            {problems.map((problem) => (
              <LeftOut key={JSON.stringify(problem)} problem={problem} />
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to={listAddress(db)}>{t('seeDrafts')}</Link>
      </p>
    </Notice>
  );
}

/** Says why a file was left out, in the same words as for a refused file that was picked. */
function LeftOut({ problem }: { problem: Issue }) {
  const { t } = useTranslation('issues');
  const code = ISSUE_CODES.find((known) => known === problem.code) ?? 'attachmentUnreadable';
  return <li>{t(code, { ...problem.params })}</li>;
}

function NotLoaded({ problem }: { problem: LoadProblem }) {
  const { t } = useTranslation('copies');
  const { code, path } = problem;
  if (code === 'cancelled') return <p>{t('problem.cancelled')}</p>;
  const namesFile = path !== undefined && (code === 'damaged' || code === 'unexpectedFile');
  return (
    <Notice tone="danger" title={t('problem.title')}>
      <p>{namesFile ? t(`problem.${code}At`, { path }) : t(`problem.${code}`)}</p>
      <p>{t('problem.nothingIn')}</p>
    </Notice>
  );
}
