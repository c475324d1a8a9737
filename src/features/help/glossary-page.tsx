import { useTranslation } from 'react-i18next';
import { GLOSSARY_IDS } from '../../domain/glossary.ts';
import { formatDay } from '../../lib/format-date.ts';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { CONTENT_DATE } from './content-date.ts';
import { ContentIndex } from './content-index.tsx';
import { groupByLetter } from './group-by-letter.ts';
import styles from './help.module.css';
import { useHashFocus } from './use-hash-focus.ts';

/** A rule of the usability seal: more choices on a level are too many to take in. */
const MAX_GROUPS = 9;

/** The hard words, by the alphabet of the language they are read in. */
export function GlossaryPage() {
  const { t, i18n } = useTranslation(['glossary', 'legal', 'common']);
  useHashFocus();
  const heading = t('heading');
  const terms = GLOSSARY_IDS.map((id) => ({ id, ...t(`terms.${id}`, { returnObjects: true }) }));
  const groups = groupByLetter(terms, i18n.language, MAX_GROUPS);
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading}>
      <Stack gap={4}>
        <p>{t('intro')}</p>
        <p>{t('legal:updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        <nav aria-label={t('index')}>
          <ContentIndex sections={groups.map(({ id, letters }) => ({ id, heading: letters }))} />
        </nav>
        {groups.map(({ id, letters, terms: those }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} tabIndex={-1}>
              {letters}
            </h2>
            <dl>
              {those.map((term) => (
                <div key={term.id}>
                  <dt id={term.id} tabIndex={-1} className={styles.term}>
                    {term.name}
                  </dt>
                  <dd className={styles.meaning}>{term.meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Stack>
    </Page>
  );
}
