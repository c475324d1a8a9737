import { useTranslation } from 'react-i18next';
import { listRuns, MODULE_MM, readModules } from '../../lib/qr-code.ts';
import styles from './receipt.module.css';

/** The same code and words as in the PDF, for the printed page. */
export function PrintedCode({ address }: { address: string }) {
  const { t } = useTranslation('receipt');
  const modules = readModules(address);
  const { length: side } = modules;
  return (
    <section className={styles.printOnly}>
      <h2>{t('signed.heading')}</h2>
      <div className={styles.code}>
        {side > 0 && (
          <svg
            role="img"
            aria-label={t('signed.alt')}
            viewBox={`0 0 ${side} ${side}`}
            width={`${side * MODULE_MM}mm`}
            height={`${side * MODULE_MM}mm`}
            shapeRendering="crispEdges"
          >
            <rect width={side} height={side} fill="#fff" />
            <path
              d={listRuns(modules)
                .map(({ row, from, to }) => `M${from} ${row}h${to - from}v1H${from}z`)
                .join('')}
            />
          </svg>
        )}
        <div>
          <p>{t('signed.how')}</p>
          <p className={styles.address}>{address}</p>
        </div>
      </div>
    </section>
  );
}
