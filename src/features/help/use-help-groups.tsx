import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKindNames } from '../../domain/file-kinds.ts';
import type { Limits } from '../../domain/limits.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AnswerBody } from './answer-body.tsx';
import type { ContentText } from './content-section.tsx';
import { HELP_GROUPS, type HelpTopicKey, topicFacts } from './help-topics.ts';
import { HowItWorks } from './how-it-works.tsx';

export interface HelpTopic {
  content: ContentText;
  /** Everyday words that it is found by and that it does not say. */
  words: string;
}

export interface HelpGroup {
  id: string;
  heading: string;
  topics: HelpTopic[];
}

const PAGES = {
  contacts: ADDRESSES.contacts,
  settings: ADDRESSES.settings,
  privacy: ADDRESSES.privacy,
  accessibility: ADDRESSES.accessibility,
} as const;

interface TopicTexts {
  heading: string;
  words: string;
  text?: string[];
  items?: string[];
  after?: string[];
  /** Leads over to the short answer. */
  more?: string;
}

/** Everything that help tells, in the language chosen and with the server's figures. */
export function useHelpGroups(limits: Limits): HelpGroup[] {
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
  const { id, isOrdered, answerId, links = [] } = topicFacts(key);
  const { words, more, ...texts }: TopicTexts = t(`topics.${key}`, {
    returnObjects: true,
    ...figuresOf(limits),
  });
  const furtherOn = (
    <>
      {key === 'how' && <HowItWorks />}
      {more && <p>{more}</p>}
      {answerId && <AnswerBody id={answerId} />}
      <TopicLinks links={links} />
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

/** Links to the pages that say more. */
function TopicLinks({ links }: { links: readonly (keyof typeof PAGES)[] }) {
  const { t } = useTranslation('help');
  return links.map((link) => (
    <p key={link}>
      <Link to={PAGES[link]}>{t(`links.${link}`)}</Link>
    </p>
  ));
}
