import { Download, Printer } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { findDayAhead } from '../../../domain/day-ahead.ts';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { serverDay } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readProfile, readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readAboutReference } from '../../db/requests/requests.ts';
import { readKeptStatusCode } from '../../db/requests/status-codes.ts';
import { CalendarButton } from '../../parts/calendar-button.tsx';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { DownloadLine } from '../../parts/use-download.tsx';
import { ActionList } from '../../ui/action-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import styles from './receipt.module.css';
import { PrintedCode } from './receipt-body.tsx';
import { usePdf } from './use-pdf.ts';

const ShareItem = lazyPart(() => import('./share-item.tsx'), 'ShareItem');

interface ReceiptActionsProps {
  request: CitizenRequest;
  /** More items for the list. */
  children?: ReactNode;
}

/** **Descarregar comprovativo (PDF)**, and in a list **Imprimir**, **Partilhar** and the due date for a calendar. */
export function ReceiptActions({ request, children }: ReceiptActionsProps) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();

  async function make() {
    const [profile, aboutReference, statusCode] = await Promise.all([
      readProfile(db),
      readAboutReference(db, request),
      readKeptStatusCode(db, request.id),
    ]);
    // The code that makes a PDF is larger than the app, so it is fetched only when the button is pressed.
    const { makeReceipt } = await import('./make-receipt.ts');
    const citizen = profile?.citizen ?? null;
    return makeReceipt({ request, citizen, aboutReference, statusCode }, new Date());
  }

  /** Prints the page with the receipt's code, once that has been fetched and drawn. */
  async function print() {
    await PrintedCode.preload();
    requestAnimationFrame(() => window.print());
  }

  const pdf = usePdf(make, t('pdf.failed'));
  const { clockOffsetMs, extraHolidays } = useQuery(readCalendar) ?? { clockOffsetMs: 0, ...DEFAULT_LIMITS };
  const day = findDayAhead(request, serverDay(new Date(), clockOffsetMs), extraHolidays);
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
        <DownloadLine {...pdf} />
        <ActionList>
          <li>
            <Button variant="quiet" type="button" icon={Printer} onClick={() => void print()}>
              {t('print')}
            </Button>
          </li>
          <Suspense>
            <ShareItem label={t('share.share')} make={make} />
          </Suspense>
          {day && (
            <li>
              <CalendarButton request={request} day={day} />
            </li>
          )}
          {children}
        </ActionList>
      </Stack>
    </div>
  );
}

async function readCalendar(db: CitizenDatabase) {
  const [{ clockOffsetMs }, { extraHolidays }] = await Promise.all([readSyncState(db), readLimits(db)]);
  return { clockOffsetMs, extraHolidays };
}
