import { Download, ExternalLink, Eye } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { safeFileName } from '../../domain/copies/copy-paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';

export type FileAction = 'view' | 'open' | 'download';

const ICONS = { view: Eye, open: ExternalLink, download: Download };

interface AttachmentActionProps {
  action: FileAction;
  name: string;
  /** Where the bytes are, once they are here. */
  url: string | null;
  /** The last one that the citizen pressed in this row. */
  isPressed: boolean;
  /** Only of what opens and closes in place. */
  isOpen: boolean | undefined;
  isBusy: boolean;
  onPress: () => void;
}

/** A button that fetches; a link of the same name once there is something to lead to. */
export function AttachmentAction(props: AttachmentActionProps) {
  const { action, name, url, isPressed, isOpen, isBusy, onPress } = props;
  const { t } = useTranslation('thread');
  const link = useFocusKept(isPressed && url !== null);
  const Icon = ICONS[action];
  const label: ReactNode = (
    <span>
      {t(`attachment.${action}`)}
      <HiddenName>{name}</HiddenName>
    </span>
  );
  if (action === 'view' || url === null) {
    return (
      <Button
        variant="quiet"
        type="button"
        icon={Icon}
        busy={isBusy}
        aria-expanded={isOpen}
        onClick={onPress}
      >
        {label}
      </Button>
    );
  }
  const way = action === 'open' ? { target: '_blank', rel: 'noopener' } : { download: safeFileName(name) };
  return (
    <a ref={link} href={url} {...way} className={buttonClass('quiet')}>
      <Icon size={20} aria-hidden="true" />
      {label}
    </a>
  );
}

/** The link takes the place of the button that was pressed, and the focus that would be lost with it; whoever has gone on is left alone. */
function useFocusKept(takesOver: boolean) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesOver && document.activeElement === document.body) link.current?.focus({ preventScroll: true });
  }, [takesOver]);
  return link;
}
