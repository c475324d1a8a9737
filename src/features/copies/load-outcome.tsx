import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CopyProblem } from '../../../domain/copies/copy-format.ts';
import { ISSUE_CODES, type Issue } from '../../../domain/issue.ts';
import type { Result } from '../../../shared/result.ts';
import type { ImportedCopy } from '../../db/copies/import-copy.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Notice } from '../../ui/notice.tsx';

/** A problem with a copy. `unreadable` means that the browser could not read the file's bytes. */
type LoadProblem = Omit<CopyProblem, 'code'> & { code: CopyProblem['code'] | 'unreadable' };

export type LoadResult = Result<ImportedCopy, LoadProblem>;

export function LoadOutcome({ outcome }: { outcome: LoadResult }) {
  return outcome.ok ? <Loaded copy={outcome.value} /> : <NotLoaded problem={outcome.error} />;
}

function Loaded({ copy }: { copy: ImportedCopy }) {
  const { t } = useTranslation(['copies', 'issues']);
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
        <Link to={ADDRESSES.requests}>{t('seeDrafts')}</Link>
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
