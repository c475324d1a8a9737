import { CalendarPlus, Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { turnOf } from '../../../domain/request-state.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { readAboutReference } from '../../db/requests/requests.ts';
import { writeCalendarDay } from '../../lib/calendar-file.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useDownload } from '../../parts/use-download.ts';
import { ActionList } from '../../ui/action-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { DownloadLine } from './download-line.tsx';
import styles from './receipt.module.css';

interface ReceiptActionsProps {
  request: CitizenRequest;
  /** Further items of the list. */
  children?: ReactNode;
}

/** **Descarregar comprovativo (PDF)**, and in a list **Imprimir** and the due date for a calendar. */
export function ReceiptActions({ request, children }: ReceiptActionsProps) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();
  const pdf = useDownload({
    async make() {
      const [profile, aboutReference] = await Promise.all([readProfile(db), readAboutReference(db, request)]);
      // The code that makes a PDF is larger than the app: it is fetched at the press.
      const { makeReceipt } = await import('./make-receipt.ts');
      return makeReceipt({ request, citizen: profile?.citizen ?? null, aboutReference }, new Date());
    },
    words: {
      working: t('pdf.working'),
      done: (name) => t('pdf.done', { name }),
      failed: t('pdf.failed'),
    },
  });
  const calendar = useDownload({
    make: async () =>
      makeCalendar(request, t('calendar.event', { reference: request.reference, ...ofKind(request.kind) })),
    words: { done: (name) => t('calendar.done', { name }), failed: t('calendar.failed') },
  });
  // Whether an answer is due on a day that is known.
  const awaitsAnswer = turnOf(request.state) !== 'nobody' && !request.deadlinePaused;
  return (
    <div className={styles.screenOnly}>
      <Stack gap={1}>
        <div>
          <Button
            variant="primary"
            type="button"
            icon={Download}
            busy={pdf.status === 'working'}
            onClick={pdf.start}
          >
            {t('downloadPdf')}
          </Button>
        </div>
        <DownloadLine download={pdf} working={t('pdf.working')} />
        <ActionList>
          <li>
            <Button variant="quiet" type="button" icon={Printer} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </li>
          {awaitsAnswer && (
            <li>
              <Button variant="quiet" type="button" icon={CalendarPlus} onClick={calendar.start}>
                {t('calendar.add')}
              </Button>
            </li>
          )}
          {children}
        </ActionList>
        <DownloadLine download={calendar} />
      </Stack>
    </div>
  );
}

/** Makes the calendar file. Like a notification it has no content: others may see a calendar. */
function makeCalendar({ id, reference, dueOn, updatedAt }: CitizenRequest, summary: string) {
  const stampedAt = new Date(updatedAt);
  const text = writeCalendarDay({ uid: `prazo-${id}@e-clic`, day: dueOn, summary, stampedAt });
  return { name: `prazo-${reference}.ics`, blob: new Blob([text], { type: 'text/calendar' }) };
}
