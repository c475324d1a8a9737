import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { announce } from '../../ui/live-region.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { NotConfirmed, Outcome } from './check-receipt.ts';
import { ChooseFile } from './choose-file.tsx';
import { type Compared, compareFile } from './compare.ts';

/** The id of the outcome's heading, which takes the focus. */
export const OUTCOME_ID = 'outcome';

/** The outcomes that say nothing against a receipt, since it could not be examined. */
const UNKNOWN: readonly NotConfirmed[] = ['no-keys', 'old-keys', 'not-found', 'unreadable'];

export function OutcomeView({ outcome }: { outcome: Outcome }) {
  return (
    <section aria-labelledby={OUTCOME_ID}>
      {outcome.ok ? <Proven claims={outcome.claims} /> : <Unproven why={outcome.why} />}
    </section>
  );
}

function Proven({ claims }: { claims: ReceiptClaims }) {
  const { t, i18n } = useTranslation('verify');
  const { kind, ref, at, iss, files } = claims;
  const rows = [
    { term: t('reference'), value: <NoWrap text={ref} /> },
    { term: t('what'), value: t(`kind.${kind}`) },
    {
      term: t(kind === 'answer' ? 'sentAt' : 'receivedAt'),
      value: <time dateTime={at}>{formatDateTime(at, i18n.language)}</time>,
    },
    { term: t('service'), value: iss },
    { term: t('files'), value: files.length > 0 ? t('fileCount', { count: files.length }) : t('noFiles') },
  ];
  return (
    <>
      <Notice tone="success">
        <h2 id={OUTCOME_ID} tabIndex={-1}>
          {t('proven')}
        </h2>
        <p>{t(`proves.${kind}`)}</p>
        <p>{t('compareWithPaper')}</p>
      </Notice>
      <SummaryList rows={rows} />
      <CompareFile claims={claims} />
    </>
  );
}

function Unproven({ why }: { why: NotConfirmed }) {
  const { t } = useTranslation('verify');
  return (
    <Notice tone={UNKNOWN.includes(why) ? 'warning' : 'danger'}>
      <h2 id={OUTCOME_ID} tabIndex={-1}>
        {t('notConfirmed')}
      </h2>
      <p>{t(`why.${why}.text`)}</p>
      <p>{t(`why.${why}.next`)}</p>
    </Notice>
  );
}

type Stage =
  | { status: 'idle' | 'reading' | 'failed' }
  | { status: 'compared'; name: string; compared: Compared };

/** **Comparar um ficheiro**: says whether the receipt stands for a file, or for the content of a ZIP of e-Clic. */
function CompareFile({ claims }: { claims: ReceiptClaims }) {
  const { t } = useTranslation('verify');
  const [stage, setStage] = useState<Stage>({ status: 'idle' });
  const say = useSentences();

  async function compare(file: File) {
    setStage({ status: 'reading' });
    const compared = await compareFile(file, claims);
    setStage({ status: 'compared', name: file.name, compared });
    announce(say(compared).lines.join(' '));
  }

  function fail() {
    setStage({ status: 'failed' });
    announce(t('compare.failed'), 'assertive');
  }

  return (
    <>
      <h3>{t('compare.heading')}</h3>
      <ChooseFile
        label={t('compare.choose')}
        hint={t('compare.hint')}
        busy={stage.status === 'reading'}
        onFile={(file) => void compare(file).catch(fail)}
      />
      {stage.status === 'failed' && (
        <Notice tone="warning">
          <p>{t('compare.failed')}</p>
        </Notice>
      )}
      {stage.status === 'compared' && <ComparedView name={stage.name} {...say(stage.compared)} />}
    </>
  );
}

function ComparedView({ name, tone, lines }: { name: string; tone: Tone; lines: string[] }) {
  return (
    <Notice tone={tone} title={<bdi>{name}</bdi>}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

function useSentences(): (compared: Compared) => { tone: Tone; lines: string[] } {
  const { t } = useTranslation('verify');
  return (compared) => {
    if (compared.is === 'file') {
      return compared.isDelivered
        ? { tone: 'success', lines: [t('compare.same')] }
        : { tone: 'danger', lines: [t('compare.other'), t('compare.otherHint')] };
    }
    const { found, total, words } = compared;
    const isWhole = words === 'same' && found === total;
    return {
      tone: isWhole ? 'success' : words === 'changed' ? 'danger' : 'warning',
      lines: [t(`compare.words.${words}`), ...(total > 0 ? [t('compare.found', { found, total })] : [])],
    };
  };
}
