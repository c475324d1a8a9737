import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import type { DayAhead } from '../../domain/day-ahead.ts';
import { Button } from '../ui/button.tsx';
import { ofKind } from './of-kind.ts';
import { DownloadLine, useDownload } from './use-download.tsx';

interface CalendarButtonProps {
  request: CitizenRequest;
  day: DayAhead;
}

/** Parts of the file's name and of the event's id. They must never change: a calendar that imports an id again updates its event. */
const NAMES: Record<DayAhead['what'], string> = {
  answerDue: 'prazo',
  lastToReply: 'responder',
  lastToAsk: 'perguntar',
  reminder: 'lembrete',
};

/** **Adicionar ao calendário**, with a line that says how the download ended. */
export function CalendarButton({ request, day }: CalendarButtonProps) {
  const { t } = useTranslation('receipt');
  const { id, kind, reference } = request;
  const { what, on } = day;
  const name = `${NAMES[what]}-${reference}.ics`;
  const download = useDownload({
    // The event's title holds no content of the request, as in a notification: other people may see the calendar.
    async make() {
      const { writeCalendarDay } = await import('../lib/calendar-file.ts');
      const text = writeCalendarDay({
        uid: `${NAMES[what]}-${id}@e-clic`,
        day: on,
        summary: t(`calendar.event.${what}`, { reference, ...ofKind(kind) }),
        stampedAt: new Date(),
      });
      return { name, blob: new Blob([text], { type: 'text/calendar' }) };
    },
    words: { done: (made) => t('calendar.done', { name: made }), failed: t('calendar.failed') },
  });
  return (
    <>
      <Button variant="quiet" type="button" icon={CalendarPlus} onClick={download.start}>
        {t(what === 'reminder' ? 'calendar.addReminder' : 'calendar.add')}
      </Button>
      <DownloadLine {...download} />
    </>
  );
}
