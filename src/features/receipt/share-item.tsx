import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedBlob } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';

interface ShareItemProps {
  label: string;
  make: () => Promise<NamedBlob>;
}

type Stage = { status: 'idle' | 'working' | 'failed' } | { status: 'ready'; file: File };

/** Whether the browser can hand files to other apps. Few desktop browsers can, and Firefox cannot; citizens can download the file instead. */
function canShareFiles(): boolean {
  return navigator.canShare?.({ files: [new File([' '], 'x.pdf', { type: 'application/pdf' })] }) ?? false;
}

/** **Partilhar** in a list of actions: hands a PDF to another app of the device. Nothing is drawn where the browser cannot do that. */
export function ShareItem(props: ShareItemProps) {
  return (
    canShareFiles() && (
      <li>
        <ShareButton {...props} />
      </li>
    )
  );
}

function ShareButton({ label, make }: ShareItemProps) {
  const { t } = useTranslation('receipt');
  const { stage, press } = useSharing(make, { ready: t('share.ready'), failed: t('share.failed') });
  const { status } = stage;
  return (
    <>
      <Button variant="quiet" type="button" icon={Share2} busy={status === 'working'} onClick={press}>
        {label}
      </Button>
      {status === 'ready' && <p>{t('share.ready')}</p>}
      {status === 'failed' && <p>{t('share.failed')}</p>}
    </>
  );
}

function useSharing(make: ShareItemProps['make'], words: { ready: string; failed: string }) {
  const [stage, setStage] = useState<Stage>({ status: 'idle' });

  async function makeFile(): Promise<File> {
    const { name, blob } = await make();
    return new File([blob], name, { type: blob.type });
  }

  async function share() {
    const made = stage.status === 'ready' ? stage.file : null;
    setStage({ status: 'working' });
    const file = made ?? (await makeFile());
    try {
      await navigator.share({ files: [file] });
      setStage({ status: 'idle' });
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      if (name === 'AbortError') setStage({ status: 'idle' });
      // Making the PDF took longer than the browser remembers the press. At the next press it is ready.
      else if (name === 'NotAllowedError' && !made) {
        setStage({ status: 'ready', file });
        announce(words.ready);
      } else throw error;
    }
  }

  function fail() {
    setStage({ status: 'failed' });
    announce(words.failed, 'assertive');
  }

  return { stage, press: () => void share().catch(fail) };
}
