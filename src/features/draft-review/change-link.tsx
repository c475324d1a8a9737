import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { forEachField } from '../../domain/written/words.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

export const PART_ADDRESSES = {
  kind: STEP_ADDRESSES.description,
  onBehalfOf: STEP_ADDRESSES.description,
  ...forEachField(() => STEP_ADDRESSES.description),
  topic: STEP_ADDRESSES.topic,
  attachments: STEP_ADDRESSES.attachments,
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
