import { Check, Maximize, RotateCw, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Quarters, Sheet } from '../../db/core/file-schema.ts';
import { changeSheet, keepSheet } from '../../db/drafts/scans.ts';
import type { SheetLook } from '../../lib/paper/doubts.ts';
import type { Corners, Point } from '../../lib/paper/pixels.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CornerMoves, useSayPosition } from './corner-handle.tsx';
import { CornerPhoto } from './corner-photo.tsx';
import { type CornerIndex, placeCorner, turnCorners, WHOLE_PHOTO } from './corners.ts';
import type { OpenDesk } from './paper-desk.ts';
import { PhotoButton } from './photo-button.tsx';
import styles from './scan.module.css';
import { UnreadPhoto } from './unread-photo.tsx';
import { useDesk, useDoubts, useOpenPhoto } from './use-desk.ts';
import { TakingProblems, useTaking } from './use-taking.tsx';

interface CornerStepProps {
  draftId: string;
  sheet: Sheet;
  /** The sheet's place among the sheets, from 1. */
  number: number;
  /** What the desk saw of each sheet, by sheet id. */
  looks: Map<string, SheetLook>;
  openDesk: OpenDesk;
  onRemove: () => void;
}

/** The photo of a sheet with its corners, and the actions on it. */
export function CornerStep({ draftId, sheet, number, looks, openDesk, onRemove }: CornerStepProps) {
  const { t } = useTranslation(['scan', 'attachments']);
  const db = useDatabase();
  const sayPosition = useSayPosition();
  const { take, isTaking, problems } = useTaking(draftId);
  const desk = useDesk(openDesk);
  const photo = useOpenPhoto(draftId, sheet, desk);
  /** The turn before **Rodar** was pressed, until the turned photo is there. */
  const [turnedFrom, setTurnedFrom] = useState<Quarters | null>(null);
  const isOpen = photo.status === 'open' && photo.turn === sheet.turn && sheet.corners !== null;
  const shown = isOpen && turnedFrom !== sheet.turn ? photo : null;
  const [active, setActive] = useState<CornerIndex>(0);
  /** The corners as the citizen put them last, and the turn of the photo at that time. */
  const [moved, setMoved] = useState<{ corners: Corners; turn: Quarters } | null>(null);
  const corners = (moved?.turn === sheet.turn ? moved.corners : null) ?? sheet.corners ?? WHOLE_PHOTO;
  const [doubt] = useDoubts(desk, sheet.id, shown ? sheet.corners : null, looks);
  // Until the citizen puts the corners, the advice that none were found says more than doubts about the area between them.
  const isUnfound = shown?.hasFound === false && moved === null;
  const advice = isUnfound ? t('notFound') : doubt && t(`doubt.${doubt}`);
  const [isRefused, setRefused] = useState(false);
  const use = useOnce(async () => {
    setRefused(false);
    // The sheet can be used without its small picture too.
    const small = (await desk?.shrink(corners).catch(() => null)) ?? null;
    await keepSheet(db, draftId, sheet, { turn: sheet.turn, corners, small });
    announce(t('used', { number }));
    return true;
  });

  const move = (next: Corners) => setMoved({ corners: next, turn: sheet.turn });

  /** Keeps a change, and returns whether the device took it. What it refuses again is said again. */
  async function change(patch: { corners: Corners; turn?: Quarters }): Promise<boolean> {
    setRefused(false);
    const isKept = await changeSheet(db, draftId, sheet.id, patch).then(
      () => true,
      () => false,
    );
    setRefused(!isKept);
    return isKept;
  }

  /** Keeps the corners, and says then what became of them. */
  async function keep(next: Corners, sentence?: string) {
    move(next);
    if ((await change({ corners: next })) && sentence) announce(sentence);
  }

  function step(index: CornerIndex, by: Point) {
    const { x, y } = corners[index];
    const placed = placeCorner(corners, index, { x: x + by.x, y: y + by.y });
    void keep(placed, sayPosition(index, placed[index]));
  }

  async function turn() {
    setTurnedFrom(sheet.turn);
    const turned = { corners: turnCorners(corners), turn: ((sheet.turn + 1) % 4) as Quarters };
    if (!(await change(turned))) setTurnedFrom(null);
  }

  // Who hears it presses the next button, which is busy before.
  const hasTurned = shown !== null && turnedFrom !== null;
  useEffect(() => {
    if (!hasTurned) return;
    setTurnedFrom(null);
    announce(t('turned'));
  }, [hasTurned, t]);

  const again = (
    <PhotoButton
      label={t('again')}
      variant="secondary"
      isSingle
      busy={isTaking}
      onPhotos={(photos) => {
        looks.delete(sheet.id);
        void take(photos, sheet.id);
      }}
    />
  );
  const remove = (
    <Button variant="quiet" type="button" icon={Trash2} onClick={onRemove}>
      {t('remove')}
    </Button>
  );
  if (photo.status === 'failed') {
    return (
      <Stack gap={2}>
        <UnreadPhoto draftId={draftId} sheet={sheet}>
          {again}
          {remove}
        </UnreadPhoto>
        <TakingProblems problems={problems} />
      </Stack>
    );
  }
  return (
    <Stack gap={2}>
      <h2>{t('page', { number })}</h2>
      <div className={styles.advice}>
        {advice ? <Notice tone="warning" title={advice} /> : <p>{t('found')}</p>}
      </div>
      <div className={styles.frame}>
        {shown ? (
          <CornerPhoto
            picture={shown.picture}
            proportion={shown.proportion}
            alt={t('photo', { number })}
            corners={corners}
            active={active}
            onActive={setActive}
            onChange={move}
            onSettle={(placed) => void keep(placed)}
            onStep={step}
          />
        ) : (
          <VisuallyHidden>{t('opening')}</VisuallyHidden>
        )}
      </div>
      {(isRefused || use.status === 'failed') && <Alert title={t('notUsed')} />}
      <TakingProblems problems={problems} />
      <Cluster gap={2}>
        <Button
          variant="primary"
          type="button"
          icon={Check}
          busy={!shown || use.status === 'running'}
          onClick={() => void use.start()}
        >
          {t('use')}
        </Button>
        {again}
        <Button variant="secondary" type="button" icon={RotateCw} busy={!shown} onClick={() => void turn()}>
          {t('turn')}
        </Button>
        <Button
          variant="secondary"
          type="button"
          icon={Maximize}
          busy={!shown}
          onClick={() => void keep(WHOLE_PHOTO, t('wholeUsed'))}
        >
          {t('whole')}
        </Button>
        {remove}
      </Cluster>
      <CornerMoves active={active} onStep={(by) => step(active, by)} />
    </Stack>
  );
}
