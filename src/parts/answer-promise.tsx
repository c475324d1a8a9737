import { useTranslation } from 'react-i18next';
import type { Contact } from '../../contract/types.ts';

/** Says where the answer will be and how the citizen hears of it, in the same words before sending and after. */
export function AnswerPromise({ contact }: { contact: Contact | null | undefined }) {
  const { t } = useTranslation('requests');
  return contact ? t(`answer.${contact.channel}`, { contact: contact.masked }) : t('answer.here');
}
