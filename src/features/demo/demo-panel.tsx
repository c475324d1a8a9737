import { useTranslation } from 'react-i18next';
import { resetDemo } from '../../api/demo-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ClockSection } from './clock-section.tsx';
import { FaultsSection } from './faults-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { RepresentationSection } from './representation-section.tsx';
import { SeedSection } from './seed-section.tsx';
import { type RunDemo, useDemo } from './use-demo.ts';

/** Stands behind the scenes of the pretend server; no part of a production build. */
export function DemoPanel() {
  const { t } = useTranslation(['demo', 'common']);
  const { state, hasFailed, run } = useDemo();
  const title = t('title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title}>
      <Stack gap={4}>
        <p>{t('intro')}</p>
        {hasFailed && (
          <Notice tone="warning">
            <p>{t('failed')}</p>
          </Notice>
        )}
        {state ? (
          <>
            <ClockSection now={state.now} run={run} />
            <OfficeSection requests={state.requests} run={run} />
            <FaultsSection faults={state.faults} run={run} />
            <RepresentationSection representations={state.representations} run={run} />
            <SeedSection run={run} />
            <ResetSection run={run} />
          </>
        ) : (
          !hasFailed && <Skeleton label={t('loading')} />
        )}
      </Stack>
    </Page>
  );
}

function ResetSection({ run }: { run: RunDemo }) {
  const { t } = useTranslation('demo');
  return (
    <section>
      <h2>{t('reset.heading')}</h2>
      <p>{t('reset.hint')}</p>
      <Button variant="danger" type="button" onClick={() => run(resetDemo)}>
        {t('reset.button')}
      </Button>
    </section>
  );
}
