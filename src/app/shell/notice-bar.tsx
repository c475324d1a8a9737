import { Link, useParams } from '@tanstack/react-router';
import { Undo2, X } from 'lucide-react';
import { useEffect, useId } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useNoticePlace } from '../../state/notice-place.ts';
import { dismissNotice, type NewNotice, type ShownNotice } from '../../state/notices.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { NoWrap } from '../../ui/no-wrap.tsx';
import styles from './notice-bar.module.css';

/**
 * The bar stands over the page, which does not move. It stays until it is closed or replaced, so nobody has to hurry. A page on which the focus stays
 * far from its start has a place of its own for it.
 */
export function NoticeBar({ text, undo, link }: ShownNotice) {
  const { t } = useTranslation('common');
  const textId = useId();
  const { place } = useNoticePlace();
  const bar = (
    <section ref={handFocusOn} aria-labelledby={textId} className={styles.bar}>
      <p id={textId} className={styles.text}>
        <NoWrap text={text} />
      </p>
      <div className={styles.actions}>
        {undo && <UndoButton {...undo} />}
        {link && <NoticeLink {...link} />}
        <Button variant="quiet" type="button" icon={X} onClick={dismissNotice}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
  return place ? createPortal(bar, place) : bar;
}

function UndoButton({ label, run }: NonNullable<NewNotice['undo']>) {
  function bringBack() {
    dismissNotice();
    run();
  }

  return (
    <Button variant="quiet" type="button" icon={Undo2} onClick={bringBack}>
      {label}
    </Button>
  );
}

/** The link of a notice. Where the page that it leads to is shown already, that page tells the same, and the notice goes. */
function NoticeLink({ label, requestId }: NonNullable<NewNotice['link']>) {
  const shown = useParams({ strict: false }).requestId;
  const isThere = requestId !== null && shown === requestId;

  useEffect(() => {
    if (isThere) dismissNotice();
  }, [isThere]);

  const className = buttonClass('quiet');
  if (requestId === null) {
    return (
      <Link to={ADDRESSES.requests} className={className} onClick={dismissNotice}>
        {label}
      </Link>
    );
  }
  return (
    <Link to={ADDRESSES.request} params={{ requestId }} className={className} onClick={dismissNotice}>
      {label}
    </Link>
  );
}
