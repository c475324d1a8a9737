import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKindNames } from '../../../domain/file-kinds.ts';
import type { Limits } from '../../../domain/limits.ts';
import { megabytes } from '../../../shared/format-bytes.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AnswerBody } from './answer-body.tsx';
import { type ContentText, GlossaryText } from './content-section.tsx';
import { Film } from './film.tsx';
import styles from './help.module.css';
import { HELP_GROUPS, HELP_TOPICS, type HelpTopicKey, type TopicFacts } from './help-topics.ts';

/** A topic of help. `words` are everyday words that find it although its text does not hold them. */
export type HelpTopic = { content: ContentText; words: string };

export type HelpGroup = ReturnType<typeof useHelpGroups>[number];

/** The texts of a topic. `more` leads over to its short answer. */
type TopicTexts = Pick<ContentText, 'heading' | 'text' | 'items' | 'after'> & {
  words: string;
  more?: string;
};

/** Returns all help in the interface's language, with the server's limits in its texts. */
export function useHelpGroups(limits: Limits) {
  const { t } = useTranslation('help');
  return useMemo(
    () =>
      HELP_GROUPS.map(({ id, key, topics }) => ({
        id,
        heading: t(`groups.${key}`),
        topics: topics.map((topic) => describeTopic(t, topic, limits)),
      })),
    [t, limits],
  );
}

function describeTopic(t: TFunction<'help'>, key: HelpTopicKey, limits: Limits): HelpTopic {
  const { id, isOrdered, answerId, links = [] }: TopicFacts = HELP_TOPICS[key];
  const { words, more, ...texts }: TopicTexts = t(`topics.${key}`, {
    returnObjects: true,
    ...figuresOf(limits),
  });
  const furtherOn = (
    <>
      {key === 'how' && (
        <>
          <HowItWorks />
          <Film />
        </>
      )}
      {more && <p>{more}</p>}
      {answerId && <AnswerBody id={answerId} />}
      {links.map((link) => (
        <p key={link}>
          <Link to={ADDRESSES[link]}>{t(`links.${link}`)}</Link>
        </p>
      ))}
    </>
  );
  return { words, content: { id, isOrdered, ...texts, more: furtherOn } };
}

function figuresOf(limits: Limits) {
  return {
    min: limits.descriptionMinGraphemes,
    max: limits.descriptionMaxGraphemes,
    files: limits.attachmentsMaxCount,
    each: megabytes(limits.attachmentMaxBytes),
    total: megabytes(limits.attachmentsMaxTotalBytes),
    types: fileKindNames(limits.acceptedTypes),
    general: limits.generalWorkingDays,
    complaint: limits.complaintWorkingDays,
  };
}

/** The four steps of a request, and the answer. */
export const STEP_KEYS = ['describe', 'topic', 'attach', 'review', 'answer'] as const;

/** Shows how a request goes from a phone to its answer, with a picture of each real screen. */
function HowItWorks() {
  const { t } = useTranslation('help');
  return (
    <ol className={styles.steps}>
      {STEP_KEYS.map((step) => (
        <li key={step}>
          <div className={styles.step}>
            <p>
              <GlossaryText text={t(`steps.${step}.text`)} />
            </p>
            <picture>
              <source
                srcSet={`${import.meta.env.BASE_PATH}/story/${step}-dark.webp`}
                media="(prefers-color-scheme: dark)"
              />
              <img
                src={`${import.meta.env.BASE_PATH}/story/${step}-light.webp`}
                alt={t(`steps.${step}.picture`)}
                width={360}
                height={640}
                loading="lazy"
                className={styles.screen}
              />
            </picture>
          </div>
        </li>
      ))}
    </ol>
  );
}
