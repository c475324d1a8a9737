import { useTranslation } from 'react-i18next';
import { type DemoRepresentation, setDemoRepresentation } from '../../api/demo-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './demo.module.css';
import type { RunDemo } from './use-demo.ts';

interface RepresentationSectionProps {
  representations: DemoRepresentation[];
  run: RunDemo;
}

/** What a representative and the one represented may do at any time, without the app being told. */
export function RepresentationSection({ representations, run }: RepresentationSectionProps) {
  const { t } = useTranslation('demo');
  return (
    <section>
      <h2>{t('representation.heading')}</h2>
      <p>{t('representation.hint')}</p>
      <ul className={styles.list}>
        {representations.map((one) => {
          const { name, representedName: represented, isActive } = one;
          return (
            <Card as="li" key={`${one.citizenId} ${one.representedId}`}>
              <p>{t(isActive ? 'representation.active' : 'representation.ended', { name, represented })}</p>
              <Button
                variant="secondary"
                type="button"
                onClick={() => run((api) => setDemoRepresentation(api, one, !isActive))}
              >
                {t(isActive ? 'representation.end' : 'representation.restore')}
                <VisuallyHidden> {t('representation.what', { represented })}</VisuallyHidden>
              </Button>
            </Card>
          );
        })}
      </ul>
    </section>
  );
}
