import { useTranslation } from 'react-i18next';
import type { Contact } from '../../contract/types.ts';

/** Where the answer comes and how the citizen hears of it: the same before sending and after. */
export function AnswerPromise({ contact }: { contact: Contact | null | undefined }) {
  const { t } = useTranslation('requests');
  return contact ? t(`answer.${contact.channel}`, { contact: contact.masked }) : t('answer.here');
}
