import { Download, ExternalLink, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/use-query.ts';
import { readDownloadedShare } from '../../db/files/downloads.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { takeLostFocus } from '../../ui/use-focus-on.ts';
import styles from './attachment.module.css';
import type { FileAction } from './use-file-press.ts';

const ICONS = { view: Eye, open: ExternalLink, download: Download };

interface AttachmentActionProps {
  action: FileAction;
  attachmentId: string;
  name: string;
  /** The name under which the file is saved. */
  fileName: string;
  /** The address of the bytes; null until they are on this device. */
  url: string | null;
  /** Whether this was the last action that the citizen pressed in the row. */
  isPressed: boolean;
  isBusy: boolean;
  onPress: () => void;
  onLeave: () => void;
}

/** A button that fetches the attachment and then does what it says; once the bytes are here, a link with the same name. */
export function AttachmentAction(props: AttachmentActionProps) {
  const { action, attachmentId, name, fileName, url, isPressed, isBusy, onPress, onLeave } = props;
  const { t } = useTranslation('thread');
  const Icon = ICONS[action];

  const label = (
    <span>
      {t(`attachment.${action}`)}
      <HiddenName>{name}</HiddenName>
      {isBusy && <FetchingBar attachmentId={attachmentId} />}
    </span>
  );
  if (action === 'view' || url === null) {
    return (
      <Button
        variant="quiet"
        type="button"
        icon={Icon}
        busy={isBusy}
        aria-haspopup={action === 'view' ? 'dialog' : undefined}
        onClick={onPress}
        onBlur={onLeave}
      >
        {label}
      </Button>
    );
  }
  const way = action === 'open' ? { target: '_blank', rel: 'noopener' } : { download: fileName };
  return (
    <a ref={isPressed ? takeLostFocus : undefined} href={url} {...way} className={buttonClass('quiet')}>
      <Icon size={20} />
      {label}
    </a>
  );
}

/** How much of the file has come. It is only seen: the line below the row says to screen readers that the file is on its way, and how that ended. */
function FetchingBar({ attachmentId }: { attachmentId: string }) {
  const share = useQuery((db) => readDownloadedShare(db, attachmentId), [attachmentId]) ?? 0;
  return <progress aria-hidden="true" value={share} className={styles.fetching} />;
}
