import { useTranslation } from 'react-i18next';
import type { StatisticsLine } from '../../db/search/request-statistics.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import styles from './statistics.module.css';

const LIST_GROUPS: readonly ListGroup[] = ['needsYou', 'inProgress', 'finished'];

interface StatisticsTableProps {
  of: 'topic' | 'kind';
  lines: StatisticsLine[];
  nameOf: (line: StatisticsLine) => string;
}

/** The bar repeats for the eye what the total says in figures. */
export function StatisticsTable({ of, lines, nameOf }: StatisticsTableProps) {
  const { t, i18n } = useTranslation('statistics');
  const most = Math.max(...lines.map(({ total }) => total));
  const figure = new Intl.NumberFormat(i18n.language);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>{t(`caption.${of}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`column.${of}`)}</th>
            {LIST_GROUPS.map((group) => (
              <th key={group} scope="col" className={styles.number}>
                {t(`column.${group}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('column.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{nameOf(line)}</bdi>
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.bar} style={{ inlineSize: `${(100 * line.total) / most}%` }} />
                </span>
              </th>
              {LIST_GROUPS.map((group) => (
                <td key={group} className={styles.number}>
                  <span className={styles.columnName}>{t(`column.${group}`)}</span>
                  <span>{figure.format(line.counts[group])}</span>
                </td>
              ))}
              <td className={styles.number}>
                <span className={styles.columnName}>{t('column.total')}</span>
                <span>{figure.format(line.total)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
