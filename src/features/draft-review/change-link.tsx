import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

export const PART_ADDRESSES = {
  kind: '/rascunhos/$draftId/descricao',
  onBehalfOf: '/rascunhos/$draftId/descricao',
  description: '/rascunhos/$draftId/descricao',
  complaintOffice: '/rascunhos/$draftId/descricao',
  complaintHappenedOn: '/rascunhos/$draftId/descricao',
  complaintWanted: '/rascunhos/$draftId/descricao',
  topic: '/rascunhos/$draftId/tema',
  attachments: '/rascunhos/$draftId/anexos',
} as const;

export type ReviewPart = keyof typeof PART_ADDRESSES;

/** *Alterar*; *Continuar* comes back here from the step it leads to. */
export function ChangeLink({ draftId, part }: { draftId: string; part: ReviewPart }) {
  const { t } = useTranslation('draft');
  return (
    <Link to={PART_ADDRESSES[part]} params={{ draftId }} search={{ voltar: 'resumo' }}>
      {t('review.change')}
      <VisuallyHidden> {t(`review.changeWhat.${part}`)}</VisuallyHidden>
    </Link>
  );
}
