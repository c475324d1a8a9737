import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLimits } from '../../db/core/use-limits.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Details } from '../../ui/details.tsx';
import { ContentIndex } from '../../ui/indexed.tsx';
import { ContentFrame } from './content-frame.tsx';
import { ContentBody } from './content-section.tsx';
import styles from './help.module.css';
import { HelpSearch } from './help-search.tsx';
import { HELP_TOPICS } from './help-topics.ts';
import { type HelpGroup, useHelpGroups } from './use-help-groups.tsx';

/** **Ajuda** explains what the screens do not explain themselves. */
export function HelpPage() {
  const { t } = useTranslation(['help', 'legal', 'glossary']);
  const groups = useHelpGroups(useLimits());
  return (
    <ContentFrame heading={t('heading')}>
      <p>{t('intro')}</p>
      <HelpSearch topics={groups.flatMap(({ topics }) => topics)} />
      <nav aria-labelledby="indice">
        <h2 id="indice">{t('legal:index')}</h2>
        <ContentIndex sections={groups} />
        <p>
          <Link to={ADDRESSES.glossary}>{t('glossary:link')}</Link>
        </p>
      </nav>
      {groups.map((group) => (
        <HelpGroupSection key={group.id} {...group} />
      ))}
    </ContentFrame>
  );
}

function HelpGroupSection({ id, heading, topics }: HelpGroup) {
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      {topics.map(({ content: { id: topicId, heading: topic, ...body } }) => (
        <Details
          key={topicId}
          isOpenAtFirst={topicId === HELP_TOPICS.how.id}
          summary={
            <h3 id={topicId} tabIndex={-1}>
              {topic}
            </h3>
          }
        >
          <ContentBody {...body} />
        </Details>
      ))}
    </section>
  );
}
