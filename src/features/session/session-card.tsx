import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySession } from '../../../contract/types.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { Tag } from '../../ui/tag.tsx';

interface SessionCardProps {
  session: MySession;
  isBusy: boolean;
  onEnd: () => void;
  onErase: () => void;
}

const TONES = { open: 'info', ended: 'neutral', mustErase: 'warning', erased: 'success' } as const;

export function SessionCard({ session, isBusy, onEnd, onErase }: SessionCardProps) {
  const { t, i18n } = useTranslation('settings');
  const { state, isCurrent, way, shared, begunAt, lastUsedAt, erasedAt } = session;
  const at = (instant: string) => formatDateTime(instant, i18n.language);
  const device = session.device ?? t('sessions.unknownDevice');
  return (
    <Card as="li">
      <Stack gap={2}>
        <Cluster>
          <h3>{device}</h3>
          <Tag tone={TONES[state]}>{t(isCurrent ? 'sessions.current' : `sessions.state.${state}`)}</Tag>
          {shared && <Tag tone="neutral">{t('sessions.shared')}</Tag>}
        </Cluster>
        <p>
          {t('sessions.begun', { at: at(begunAt), way: t(`sessions.way.${way}`) })}
          <br />
          {t('sessions.used', { at: at(lastUsedAt) })}
        </p>
        {state !== 'open' && <p>{t(`sessions.text.${state}`, { at: erasedAt ? at(erasedAt) : '' })}</p>}
        {!isCurrent && (
          <Cluster>
            {state === 'open' && (
              <Button variant="secondary" type="button" busy={isBusy} onClick={onEnd}>
                {t('sessions.end')}
                <HiddenName>{device}</HiddenName>
              </Button>
            )}
            {(state === 'open' || state === 'ended') && (
              <EraseThere device={device} state={state} isBusy={isBusy} onErase={onErase} />
            )}
          </Cluster>
        )}
      </Stack>
    </Card>
  );
}

interface EraseThereProps {
  device: string;
  state: 'open' | 'ended';
  isBusy: boolean;
  onErase: () => void;
}

/** Erases the data on the other device, after a question: anything that was not sent from there is lost. */
function EraseThere({ device, state, isBusy, onErase }: EraseThereProps) {
  const { t } = useTranslation('settings');
  const [isAsking, setIsAsking] = useState(false);
  const label = t(state === 'open' ? 'sessions.endAndErase' : 'sessions.erase');
  return (
    <>
      <Button variant="danger" type="button" busy={isBusy} onClick={() => setIsAsking(true)}>
        {label}
        <HiddenName>{device}</HiddenName>
      </Button>
      {isAsking && (
        <Dialog
          title={t('sessions.eraseHeading', { device })}
          onClose={() => setIsAsking(false)}
          closeLabel={t('sessions.cancel')}
          actions={
            <Button
              variant="danger"
              type="button"
              onClick={() => {
                setIsAsking(false);
                onErase();
              }}
            >
              {label}
            </Button>
          }
        >
          <p>{t('sessions.eraseWhat')}</p>
          <p>{t('sessions.eraseWhen')}</p>
        </Dialog>
      )}
    </>
  );
}
