import { useRouter } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstWords } from '../../../shared/first-words.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { ScanRow, Sheet } from '../../db/core/file-schema.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { changeScan, detachScan } from '../../db/drafts/scans.ts';
import type { Tone } from '../../lib/paper/pixels.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { draftPlace } from '../../parts/draft-place.ts';
import { readInTurn, useReadingProgress } from '../../parts/read-in-turn.ts';
import { useOnce } from '../../parts/use-once.ts';
import { useTellWhereLeft } from '../../parts/use-tell-where-left.ts';
import { showNotice } from '../../state/notices.ts';
import { Alert } from '../../ui/alert.tsx';
import { ProgressBar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { attachFile, type Joined, type JoiningProblem, useProblemText } from './attach-file.ts';
import type { OpenDesk } from './paper-desk.ts';

/** The longest name of a PDF, in graphemes. */
const NAME_GRAPHEMES = 100;

const TONES: readonly Tone[] = ['colour', 'grey', 'black-white'];

interface JoinFormProps {
  draft: DraftRow;
  scan: ScanRow;
  /** The sheets that become the PDF, in their order. */
  sheets: readonly Sheet[];
  openDesk: OpenDesk;
  /** Called with the sheets when the making of the PDF begins, and with null when it ends, or the next page is there. */
  onMaking: (sheets: readonly Sheet[] | null) => void;
}

/** The choices for the PDF (its look and its name) and the button **Juntar como um PDF**. */
export function JoinForm({ draft, scan, sheets, openDesk, onMaking }: JoinFormProps) {
  const { t, i18n } = useTranslation(['scan', 'attachments']);
  const db = useDatabase();
  const router = useRouter();
  const textOf = useProblemText();
  const [typed, setTyped] = useState(scan.name);
  const pdf = nameOfPdf(typed);
  const progress = useReadingProgress(draft.id);
  const isJoining = progress?.work === 'joining';
  const tellWhereLeft = useTellWhereLeft();
  const [problem, setProblem] = useState<JoiningProblem | null>(null);
  const { status, start } = useOnce(() => {
    onMaking(sheets);
    return whileUnderWay(join()).finally(() => onMaking(null));
  });

  async function makeAndAttach(title: string, onProgress: (done: number) => void): Promise<Joined> {
    const now = new Date();
    // The code that makes a PDF is larger than the app, so it is fetched only when the button is pressed.
    const { makeScanPdf } = await import('./make-scan-pdf.ts');
    const facts = { title, author: 'e-Clic', lang: i18n.language, createdAt: now };
    const blob = await makeScanPdf(db, facts, {
      sheets,
      tone: scan.tone,
      openDesk,
      limits: await readLimits(db),
      altOf: (number) => t('alt', { number, total: sheets.length }),
      onProgress,
    });
    return attachFile(db, draft.id, { name: `${title}.pdf`, blob }, sheets, now);
  }

  async function join(): Promise<boolean> {
    const title = pdf.name || t('defaultName');
    const here = router.state.location.pathname;
    announce(t('attachments:joining'));
    setProblem(null);
    const joined = await readInTurn(
      draft.id,
      sheets.length,
      (onProgress) => makeAndAttach(title, onProgress).catch(() => ({ problem: 'failed' as const })),
      'joining',
    );
    if ('problem' in joined) {
      const isTold = await tellWhereLeft(db, draft.id, [textOf(joined.problem)]);
      if (!isTold) setProblem(joined.problem);
      return false;
    }
    // Who has left the page meanwhile is not pulled back.
    if (router.state.location.pathname === here)
      await router.navigate(draftPlace(draft, STEP_ADDRESSES.attachments));
    const undo = () => void detachScan(db, draft.id, joined.fileId, sheets, new Date());
    showNotice({ text: t('joined', { name: joined.name }), undo: { label: t('undo'), run: undo } });
    return true;
  }

  function rename(next: string) {
    setTyped(next);
    void changeScan(db, draft.id, { name: next });
    const { name, isShortened } = nameOfPdf(next);
    if (isShortened && name !== pdf.name) announce(t('nameShortened', { name }));
  }

  const isTooBig = typeof problem === 'object' && problem?.code === 'attachmentTooBig';
  return (
    <Stack>
      <RadioGroup
        legend={t('tone.legend')}
        name="tone"
        id="scan-tone"
        options={TONES.map((value) => ({ value, label: t(`tone.${value}`) }))}
        value={scan.tone}
        onChange={(tone) => void changeScan(db, draft.id, { tone })}
        isCompact
      />
      <TextField
        id="scan-name"
        label={t('name')}
        hint={pdf.isShortened ? t('nameShortened', pdf) : t('nameHint', { name: t('defaultName') })}
        value={typed}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      {problem && <Alert title={textOf(problem)}>{isTooBig && <p>{t('tooBigAdvice')}</p>}</Alert>}
      {isJoining && (
        <ProgressBar
          label={t('attachments:joining')}
          value={progress.done}
          max={progress.total}
          text={t('joiningText', { number: progress.done + 1, total: progress.total })}
        />
      )}
      <div>
        <Button
          variant="primary"
          type="button"
          icon={FileText}
          busy={isJoining || status === 'running'}
          onClick={() => void start()}
        >
          {t('join')}
        </Button>
      </div>
    </Stack>
  );
}

/** Returns the name that the PDF gets; empty where none was typed. */
function nameOfPdf(typed: string) {
  const whole = typed.replace(/\s+/g, ' ').trim();
  const name = firstWords(whole, NAME_GRAPHEMES);
  return { name, isShortened: name !== whole };
}
