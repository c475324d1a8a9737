import { CalendarPlus, Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { useDownload } from '../../parts/use-download.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { DownloadLine } from './download-line.tsx';
import { awaitsAnswer, makeCalendar } from './make-calendar.ts';
import styles from './receipt.module.css';

/** **Descarregar comprovativo (PDF)**, **Imprimir** and the due date for a calendar. */
export function ReceiptActions({ request }: { request: CitizenRequest }) {
  const { t } = useTranslation('receipt');
  const pdf = useReceiptDownload(request);
  const calendar = useDownload({
    make: async () => makeCalendar(request, t),
    words: { done: (name) => t('calendar.done', { name }), failed: t('calendar.failed') },
  });
  return (
    <div className={styles.screenOnly}>
      <Cluster>
        <Button
          variant="primary"
          type="button"
          icon={Download}
          busy={pdf.status === 'working'}
          onClick={pdf.start}
        >
          {t('downloadPdf')}
        </Button>
        <Button variant="secondary" type="button" icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {awaitsAnswer(request) && (
          <Button variant="secondary" type="button" icon={CalendarPlus} onClick={calendar.start}>
            {t('calendar.add')}
          </Button>
        )}
      </Cluster>
      <DownloadLine download={pdf} working={t('pdf.working')} />
      <DownloadLine download={calendar} />
    </div>
  );
}

function useReceiptDownload(request: CitizenRequest) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();
  return useDownload({
    async make() {
      const profile = await readProfile(db);
      // What makes a PDF weighs more than the whole app: it comes when it is asked for.
      const { makeReceipt } = await import('./make-receipt.ts');
      return makeReceipt(request, profile?.citizen ?? null, new Date());
    },
    words: {
      working: t('pdf.working'),
      done: (name) => t('pdf.done', { name }),
      failed: t('pdf.failed'),
    },
  });
}
