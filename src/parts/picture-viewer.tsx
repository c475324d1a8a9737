import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './picture-viewer.module.css';

const MOST_ZOOM = 4;
const QUARTERS = 4;

interface PictureViewerProps {
  name: string;
  /** The address of the picture's bytes; null until they are read. */
  url: string | null;
  /** Whether there are no bytes to be read. */
  isLost?: boolean;
  onClose: () => void;
}

/** Shows a picture over the whole screen; it can be turned and zoomed. */
export function PictureViewer({ name, url, isLost = false, onClose }: PictureViewerProps) {
  const { t } = useTranslation(['attachments', 'common']);
  const stage = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const [isBroken, setBroken] = useState(false);

  /** Zooms and keeps the point in the middle of the stage where it is. */
  function zoomTo(next: number) {
    const box = stage.current;
    if (!box || next < 1 || next > MOST_ZOOM) return;
    const across = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    const down = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
    flushSync(() => setZoom(next));
    box.scrollLeft = across * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = down * box.scrollHeight - box.clientHeight / 2;
  }

  const actions = (
    <>
      <Button variant="quiet" type="button" icon={ZoomIn} onClick={() => zoomTo(zoom + 1)}>
        {t('viewer.closer')}
      </Button>
      <Button variant="quiet" type="button" icon={ZoomOut} onClick={() => zoomTo(zoom - 1)}>
        {t('viewer.farther')}
      </Button>
      <Button variant="quiet" type="button" icon={RotateCw} onClick={() => setTurns((turns + 1) % QUARTERS)}>
        {t('viewer.turn')}
      </Button>
    </>
  );

  function show() {
    if (isBroken || isLost) return <p>{t('broken')}</p>;
    if (url === null) return <Skeleton label={t('opening')} />;
    return (
      <div ref={stage} className={styles.stage}>
        {/* The frame is a button: a press zooms in, and while it has the focus the arrow keys scroll a picture larger than the screen. */}
        <button
          type="button"
          className={styles.frame}
          data-zoom={zoom}
          data-turns={turns}
          onClick={() => zoomTo(zoom === MOST_ZOOM ? 1 : zoom + 1)}
        >
          <img className={styles.picture} src={url} alt={name} onError={() => setBroken(true)} />
        </button>
      </div>
    );
  }

  return (
    <Dialog title={name} fills onClose={onClose} closeLabel={t('common:close')} actions={actions}>
      {show()}
    </Dialog>
  );
}
