import { useTranslation } from 'react-i18next';
import { ContentIndex } from './content-index.tsx';
import { ContentSection } from './content-section.tsx';
import styles from './help.module.css';
import type { HelpGroup } from './use-help-groups.tsx';

/** Topics that belong together, with a list of them on top. */
export function HelpGroupSection({ id, heading, topics }: HelpGroup) {
  const { t } = useTranslation('help');
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      <ContentIndex sections={topics.map(({ content }) => content)} />
      {topics.map(({ content }) => (
        <ContentSection key={content.id} level={3} {...content} />
      ))}
      <p>
        <a href="#indice">{t('toIndex')}</a>
      </p>
    </section>
  );
}
