import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Message } from '../../../contract/types.ts';
import { formatDate, formatDateTime } from '../../../shared/format-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { listMessages } from '../../db/requests/messages.ts';
import { DownloadLine } from '../../parts/use-download.tsx';
import { ActionList } from '../../ui/action-list.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './receipt.module.css';
import { ShareItem } from './share-item.tsx';
import { usePdf } from './use-pdf.ts';

/** An answer of the office, and the messages that the citizen wrote between the answer before and this one. */
interface AnswerWithQuestions {
  answer: Message;
  asked: Message[];
}

/** Returns the answers to a request, newest last. */
export async function readAnswers(db: CitizenDatabase, requestId: string): Promise<AnswerWithQuestions[]> {
  const answers: AnswerWithQuestions[] = [];
  let asked: Message[] = [];
  for (const message of await listMessages(db, requestId)) {
    if (message.author === 'citizen') asked.push(message);
    if (message.purpose !== 'answer') continue;
    answers.push({ answer: message, asked });
    asked = [];
  }
  return answers;
}

/** A download of **Comprovativo da resposta** for each answer; nothing while there is none. */
export function AnswerReceipts({
  request,
  answers,
}: {
  request: CitizenRequest;
  answers: AnswerWithQuestions[];
}) {
  const { t, i18n } = useTranslation('receipt');
  const dayOf = ({ sentAt }: Message) => formatDate(sentAt, i18n.language);
  const days = answers.map(({ answer }) => dayOf(answer));
  function momentOf(answer: Message): string {
    const isOnlyOne = days.filter((day) => day === dayOf(answer)).length === 1;
    return isOnlyOne ? dayOf(answer) : formatDateTime(answer.sentAt, i18n.language);
  }
  if (answers.length === 0) return null;
  return (
    <section className={styles.screenOnly}>
      <h2>{t('answer.section')}</h2>
      {answers.map((each) => (
        <AnswerActions key={each.answer.id} request={request} day={momentOf(each.answer)} {...each} />
      ))}
    </section>
  );
}

interface AnswerActionsProps extends AnswerWithQuestions {
  request: CitizenRequest;
  /** The day of the answer in words, with the time where other answers have the same day. */
  day: string;
}

function AnswerActions({ request, answer, asked, day }: AnswerActionsProps) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();

  async function make() {
    const profile = await readProfile(db);
    const { makeAnswerReceipt } = await import('./make-receipt.ts');
    return makeAnswerReceipt({ request, asked, answer, citizen: profile?.citizen ?? null }, new Date());
  }

  const pdf = usePdf(make, t('answer.failed'));
  return (
    <>
      <ActionList>
        <li>
          <Button
            variant="secondary"
            type="button"
            icon={Download}
            busy={pdf.status === 'working'}
            onClick={pdf.start}
          >
            {t('answer.download', { day })}
          </Button>
        </li>
        <ShareItem label={t('answer.share', { day })} make={make} />
      </ActionList>
      <DownloadLine {...pdf} />
    </>
  );
}
