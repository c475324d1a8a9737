import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';
import { ChooseFile } from './choose-file.tsx';
import { type Compared, compareFile } from './compare.ts';

type Stage =
  | { status: 'idle' | 'reading' | 'failed' }
  | { status: 'compared'; name: string; compared: Compared };

/** **Comparar um ficheiro**: says whether the receipt stands for a file, or for the content of a ZIP of e-Clic. */
export function CompareFile({ claims }: { claims: ReceiptClaims }) {
  const { t } = useTranslation('verify');
  const [stage, setStage] = useState<Stage>({ status: 'idle' });
  const say = useSentences();

  async function compare(file: File) {
    setStage({ status: 'reading' });
    const compared = await compareFile(file, claims);
    setStage({ status: 'compared', name: file.name, compared });
    announce(say(compared).lines.join(' '));
  }

  function fail() {
    setStage({ status: 'failed' });
    announce(t('compare.failed'), 'assertive');
  }

  return (
    <>
      <h3>{t('compare.heading')}</h3>
      <ChooseFile
        label={t('compare.choose')}
        hint={t('compare.hint')}
        busy={stage.status === 'reading'}
        onFile={(file) => void compare(file).catch(fail)}
      />
      {stage.status === 'failed' && (
        <Notice tone="warning">
          <p>{t('compare.failed')}</p>
        </Notice>
      )}
      {stage.status === 'compared' && <ComparedView name={stage.name} {...say(stage.compared)} />}
    </>
  );
}

function ComparedView({ name, tone, lines }: { name: string; tone: Tone; lines: string[] }) {
  return (
    <Notice tone={tone} title={<bdi>{name}</bdi>}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

function useSentences(): (compared: Compared) => { tone: Tone; lines: string[] } {
  const { t } = useTranslation('verify');
  return (compared) => {
    if (compared.is === 'file') {
      return compared.isDelivered
        ? { tone: 'success', lines: [t('compare.same')] }
        : { tone: 'danger', lines: [t('compare.other'), t('compare.otherHint')] };
    }
    const { found, total, words } = compared;
    const isWhole = words === 'same' && found === total;
    return {
      tone: isWhole ? 'success' : words === 'changed' ? 'danger' : 'warning',
      lines: [t(`compare.words.${words}`), ...(total > 0 ? [t('compare.found', { found, total })] : [])],
    };
  };
}
