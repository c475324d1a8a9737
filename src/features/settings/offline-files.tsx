import { Download } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { APP_PART } from '../../../shared/file-list.ts';
import { type KeptPart, keepParts, readKeptParts } from '../../db/storage/kept-parts.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { LANGUAGES } from '../../state/kept-preferences.ts';
import { CancellableButton } from '../../ui/cancellable-button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { takeLostFocus } from '../../ui/use-focus-on.ts';

type Outcome = 'done' | 'failed' | 'cancelled';

/** The parts whose names are texts of the app. All other parts are languages, each with its own name. */
const NAMED_PARTS = [APP_PART, 'letters', 'pictures', 'film'] as const;

/** Says which parts of e-Clic open without a connection on this device, and offers **Ter tudo sem ligação**. */
export function OfflineFiles({ initial }: { initial: readonly KeptPart[] | null }) {
  const { t } = useTranslation('settings');
  const sizeOf = useFileSize();
  const { parts, progress, outcome, getAll, cancel } = useGetting(initial);
  if (!parts) return <p>{t('offline.notKept')}</p>;

  const kept = parts.filter(({ missing }) => missing === 0);
  const missing = parts.filter((part) => part.missing > 0);
  const sum = (of: 'kept' | 'missing') => sizeOf(bytesOf(parts, of));
  const rows = [
    { term: t('offline.kept'), value: <Named parts={kept} size={sum('kept')} /> },
    ...(missing.length > 0
      ? [{ term: t('offline.missing'), value: <Named parts={missing} size={sum('missing')} /> }]
      : []),
  ];
  return (
    <>
      <SummaryList rows={rows} />
      {missing.length > 0 && (
        <CancellableButton
          icon={Download}
          label={t('offline.getAll')}
          cancelLabel={t('offline.cancel')}
          progress={
            progress && {
              label: t('offline.getting'),
              value: progress.come,
              max: progress.all,
              text: t('offline.come', { come: sizeOf(progress.come), all: sizeOf(progress.all) }),
            }
          }
          onStart={getAll}
          onCancel={cancel}
        />
      )}
      {outcome && (
        // Once everything is here the button is gone, so this line takes its focus.
        <p ref={outcome === 'done' ? takeLostFocus : undefined} tabIndex={-1}>
          {t(`offline.outcome.${outcome}`)}
        </p>
      )}
    </>
  );
}

function bytesOf(parts: readonly KeptPart[], of: 'kept' | 'missing'): number {
  return parts.reduce((bytes, part) => bytes + part[of], 0);
}

/** Names the parts, as in *Todas as páginas, English e imagens da Ajuda (2,4 MB)*. Each language is marked as such. */
function Named({ parts, size }: { parts: readonly KeptPart[]; size: string }) {
  const { t, i18n } = useTranslation('settings');
  const names = parts.map(({ part }): { text: string; lang?: string } => {
    const known = NAMED_PARTS.find((each) => each === part);
    if (known) return { text: t(`offline.part.${known}`) };
    return { text: LANGUAGES.find(({ code }) => code === part)?.name ?? part, lang: part };
  });
  const list = new Intl.ListFormat(i18n.language).formatToParts(names.map((_, at) => `${at}`));
  const words = list.map(({ type, value }): ReactNode => {
    const name = type === 'element' ? names[Number(value)] : undefined;
    return name ? (
      <span key={value} lang={name.lang}>
        {name.text}
      </span>
    ) : (
      value
    );
  });
  return (
    <>
      {words} ({size})
    </>
  );
}

function useGetting(initial: readonly KeptPart[] | null) {
  const { t } = useTranslation('settings');
  const [parts, setParts] = useState(initial);
  /** Null while nothing is being fetched. */
  const [progress, setProgress] = useState<{ come: number; all: number } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const giveUp = useRef<AbortController>(null);

  async function keep(signal: AbortSignal): Promise<Outcome> {
    const onProgress = (come: number, all: number) => setProgress({ come, all });
    try {
      return (await keepParts(() => true, { onProgress, signal })) ? 'done' : 'failed';
    } catch {
      return signal.aborted ? 'cancelled' : 'failed';
    }
  }

  async function getAll() {
    setOutcome(null);
    // Set before the files on this device are read, so that a second press finds the fetch begun.
    setProgress({ come: 0, all: bytesOf(parts ?? [], 'missing') });
    announce(t('offline.getting'));
    giveUp.current = new AbortController();
    const reached = await keep(giveUp.current.signal);
    setParts(await readKeptParts().catch(() => null));
    setProgress(null);
    setOutcome(reached);
    announce(t(`offline.outcome.${reached}`), reached === 'failed' ? 'assertive' : 'polite');
  }

  return { parts, progress, outcome, getAll: () => void getAll(), cancel: () => giveUp.current?.abort() };
}
