import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isChosen } from '../../../domain/topics/written-topic.ts';
import { askedOf } from '../../../domain/written/asked-words.ts';
import { isOptional } from '../../../domain/written/rules.ts';
import { forEachField, wordsOf } from '../../../domain/written/words.ts';
import { formatDay } from '../../../shared/format-date.ts';
import type { AttachmentRow } from '../../db/core/file-schema.ts';
import type { Profile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { ADDRESSES, SCREEN_ADDRESSES } from '../../parts/addresses.ts';
import { AnswerPromise } from '../../parts/answer-promise.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { useFileSize } from '../../parts/use-file-size.ts';
import { AboutRequest, TopicWords } from '../../parts/use-request-rows.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './draft-review.module.css';

export const PART_ADDRESSES = {
  kind: SCREEN_ADDRESSES.description,
  onBehalfOf: SCREEN_ADDRESSES.description,
  ...forEachField((field) => SCREEN_ADDRESSES[isOptional(field) ? 'details' : 'description']),
  aboutRequestId: SCREEN_ADDRESSES.description,
  topic: SCREEN_ADDRESSES.topic,
  attachments: SCREEN_ADDRESSES.attachments,
} as const;

export type ReviewPart = keyof typeof PART_ADDRESSES;

export interface Review {
  /** The owner of the draft, who alone may see it. */
  citizenId: string;
  draft: DraftRow;
  attachments: readonly AttachmentRow[];
  /** How many photos of paper are in no attachment yet. */
  photographed: number;
  profile: Profile | null;
  /** The day (yyyy-mm-dd) of the answer if the server received the draft at this moment; null while no kind is chosen. */
  dueDay: string | null;
}

/** Whether the citizen can choose for whom the request is. */
export function mayActForOthers({ draft, profile }: Pick<Review, 'draft' | 'profile'>): boolean {
  return draft.onBehalfOf !== null || (profile?.representations.length ?? 0) > 0;
}

interface ReviewListProps {
  review: Review;
  errorsOf: (part: ReviewPart) => readonly string[];
}

/** Everything that will be sent, each part with a link to change it. */
export function ReviewList({ review, errorsOf }: ReviewListProps) {
  const { t, i18n } = useTranslation(['draft', 'requests']);
  const { draft, attachments, profile, dueDay } = review;
  const words = wordsOf(draft);

  /** Returns the row of a part: its value, its issues and the link **Alterar**. */
  const part = (name: ReviewPart, value: ReactNode, hasChange = true) => ({
    term: t(`review.${name}`),
    value: (
      <>
        <div id={`review-${name}`}>
          {errorsOf(name).map((error, index) => (
            <FieldError key={error} id={`review-${name}-${index}`} error={error} />
          ))}
        </div>
        {value ?? <p>{t('review.nothing')}</p>}
      </>
    ),
    ...(hasChange && { action: <ChangeLink draftId={draft.id} part={name} /> }),
  });
  const rows = [
    part('onBehalfOf', <Person draft={draft} profile={profile} />, mayActForOthers(review)),
    part('kind', draft.kind && t(`kind.${draft.kind}`)),
    ...(draft.aboutRequestId
      ? [part('aboutRequestId', <AboutRequest requestId={draft.aboutRequestId} />)]
      : []),
    ...askedOf(draft.kind).map((field) => {
      const isBlank = words[field].trim() === '';
      const none = <p>{t(isOptional(field) ? 'review.notGiven' : 'review.nothing')}</p>;
      return part(field, isBlank ? none : <OwnWords text={words[field]} />);
    }),
    part(
      'topic',
      isChosen(draft.topic) ? (
        <p>
          <TopicWords topic={draft.topic} />
        </p>
      ) : null,
    ),
    part(
      'attachments',
      <>
        <FileNames attachments={attachments} />
        {review.photographed > 0 && <PhotographedPages draftId={draft.id} count={review.photographed} />}
      </>,
    ),
    {
      term: t('requests:row.answer'),
      value: (
        <p>
          <AnswerPromise contact={profile?.contact} />
        </p>
      ),
    },
  ];
  const due = dueDay && {
    term: t('review.due'),
    value: (
      <>
        <p>{t('review.dueOn', { date: formatDay(dueDay, i18n.language) })}</p>
        <p className={styles.size}>{t('review.dueNote', ofKind(draft.kind))}</p>
      </>
    ),
  };
  return <SummaryList rows={due ? [...rows, due] : rows} />;
}

/** The link **Alterar** to a step. **Continuar** in that step comes back to the summary. */
function ChangeLink({ draftId, part }: { draftId: string; part: ReviewPart }) {
  const { t } = useTranslation('draft');
  return (
    <Link
      to={PART_ADDRESSES[part]}
      params={{ draftId }}
      search={{ voltar: 'resumo' }}
      state={{ field: part }}
      aria-describedby={`review-${part}`}
    >
      {t('review.change')}
      <VisuallyHidden> {t(`review.changeWhat.${part}`)}</VisuallyHidden>
    </Link>
  );
}

/** Says for whom the request is. A well-formed NISS proves no identity, so a citizen who acts for another person is asked to check the name. */
function Person({ draft, profile }: Pick<Review, 'draft' | 'profile'>) {
  const { t } = useTranslation('draft');
  const { onBehalfOf } = draft;
  if (!onBehalfOf) return profile ? <bdi>{profile.citizen.name}</bdi> : <p>{t('review.whoeverSignsIn')}</p>;
  const person = profile?.representations.find(({ id }) => id === onBehalfOf.id);
  return (
    <>
      <p>
        <strong>
          <bdi>{onBehalfOf.name}</bdi>
        </strong>{' '}
        {person && <span className={styles.size}>{t('review.niss', { niss: person.maskedNiss })}</span>}
      </p>
      {person && (
        <p>
          {t(person.holder === 'person' ? 'review.confirmPerson' : 'review.confirmOrganisation', {
            ...ofKind(draft.kind),
          })}
        </p>
      )}
      {profile && !person && (
        <Notice tone="warning">
          <p>{t('onBehalfOf.ended', { name: onBehalfOf.name })}</p>
        </Notice>
      )}
    </>
  );
}

function FileNames({ attachments }: Pick<Review, 'attachments'>) {
  const { t } = useTranslation('draft');
  const sizeOf = useFileSize();
  if (attachments.length === 0) return <p>{t('review.noAttachments')}</p>;
  return (
    <ul className={styles.files}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <bdi>{name}</bdi> <span className={styles.size}>{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Says that photos of paper will not be sent, and leads to where they become a PDF. */
function PhotographedPages({ draftId, count }: { draftId: string; count: number }) {
  const { t } = useTranslation('draft');
  return (
    <Notice tone="warning">
      <p>{t('review.photographed', { count })}</p>
      <p>
        <Link to={ADDRESSES.scan} params={{ draftId }}>
          {t('review.goOnScanning')}
        </Link>
      </p>
    </Notice>
  );
}
