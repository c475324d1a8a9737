import { useTranslation } from 'react-i18next';
import { GLOSSARY_IDS } from '../../../domain/glossary.ts';
import { ContentIndex } from '../../ui/content-index.tsx';
import { ContentFrame } from './content-frame.tsx';
import { groupByLetter } from './group-by-letter.ts';
import styles from './help.module.css';

/** A rule of the usability seal: more choices on a level are too many to take in. */
const MAX_GROUPS = 9;

/** The hard words, by the alphabet of the language they are read in. */
export function GlossaryPage() {
  const { t, i18n } = useTranslation(['glossary', 'legal']);
  const terms = GLOSSARY_IDS.map((id) => ({ id, ...t(`terms.${id}`, { returnObjects: true }) }));
  const groups = groupByLetter(terms, i18n.language, MAX_GROUPS);
  return (
    <ContentFrame heading={t('heading')} intro={t('intro')}>
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
    </ContentFrame>
  );
}
