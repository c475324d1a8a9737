import { Upload } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKindNames } from '../../../domain/file-kinds.ts';
import { megabytes } from '../../../shared/format-bytes.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useOwn } from '../../db/core/database-context.ts';
import { useLimits } from '../../db/core/use-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readPhotoOffers } from '../../db/drafts/smaller-photos.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import { CHOOSE_FILES_ID } from '../../parts/file-issues.ts';
import { holdNotices } from '../../state/notice-place.ts';
import { ProgressBar } from '../../ui/bar.tsx';
import { Beside } from '../../ui/beside.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FieldError } from '../../ui/field.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { Stack } from '../../ui/layout.tsx';
import type { AttachmentIssue } from './attach-files.ts';
import { AttachmentList } from './attachment-list.tsx';
import styles from './attachments.module.css';
import { browserCodec, type PhotoCodec } from './photo-codec.ts';
import { useAttaching } from './use-attaching.ts';
import { useFileDrop, useFilePaste } from './use-page-files.ts';

interface AttachmentPickerProps {
  draftId: string;
  /** The files read from the device before the page was shown. */
  initial?: InitialFiles | null;
  errors: readonly string[];
  /** Whether the files belong to a reply, which has no steps. */
  isReply?: boolean;
  /** Called with the issues of the last choice and those that it overlaps; empty when all files are good. Must be stable between renderings. */
  onIssues: (issues: AttachmentIssue[]) => void;
  onReading: (isReading: boolean) => void;
  /** Another way to add files, shown beside the button. */
  paper?: ReactNode;
  /** Reads and writes photos. */
  codec?: PhotoCodec;
}

export function AttachmentPicker(props: AttachmentPickerProps) {
  const {
    draftId,
    initial = null,
    errors,
    isReply = false,
    onIssues,
    onReading,
    paper,
    codec = browserCodec,
  } = props;
  const { t } = useTranslation('attachments');
  const limits = useLimits();
  const files = useQuery((db) => readFiles(db, draftId), [draftId], useOwn(initial));
  const { progress, fitted, attach, attachPasted } = useAttaching(draftId, codec, onIssues);
  const isOver = useFileDrop(attach);
  useFilePaste(attachPasted);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isReading = progress !== null;
  const each = megabytes(limits.attachmentMaxBytes);
  const total = megabytes(limits.attachmentsMaxTotalBytes);

  useEffect(() => onReading(isReading), [isReading, onReading]);

  const errorId = (index: number) => `${CHOOSE_FILES_ID}-${index}`;
  const describedBy = errors.map((_, index) => `${errorId(index)}-error`).join(' ');
  return (
    <Stack>
      <Beside>
        <div>
          <p>{t(isReply ? 'optionalReply' : 'optional')}</p>
          <ul>
            <li>{t('rules.count', { count: limits.attachmentsMaxCount, each, total })}</li>
            <li>{t('rules.types', { types: fileKindNames(limits.acceptedTypes) })}</li>
          </ul>
        </div>
      </Beside>
      <div className={classNames(styles.area, isOver && styles.over)}>
        {errors.map((error, index) => (
          <FieldError key={error} id={errorId(index)} error={error} />
        ))}
        <FileInput ref={input} multiple onFiles={attach} />
        <div className={styles.ways}>
          <Button
            ref={button}
            id={CHOOSE_FILES_ID}
            variant="secondary"
            type="button"
            icon={Upload}
            busy={isReading}
            aria-describedby={describedBy || undefined}
            onClick={() => input.current?.click()}
          >
            {t('choose')}
          </Button>
          {files?.attachments.length === 0 && <div ref={holdNotices} className={styles.notices} />}
          {paper}
        </div>
        <p className={styles.drop}>{t(isOver ? 'dropNow' : 'drop')}</p>
        {progress && (
          <ProgressBar
            label={t(progress.work)}
            value={progress.done}
            max={progress.total}
            text={t('readingText', { ...progress })}
          />
        )}
      </div>
      {fitted.length > 0 && <p>{t('photos.tooBig', { names: fitted.join(', ') })}</p>}
      {files && files.attachments.length > 0 && (
        <AttachmentList
          attachments={files.attachments}
          offers={files.offers}
          codec={codec}
          onEmptied={() => button.current?.focus()}
        />
      )}
    </Stack>
  );
}

/** The files that were read before the list is drawn. `citizenId` is their owner: they are shown to nobody else. */
export type InitialFiles = Awaited<ReturnType<typeof readFiles>>;

/** Reads files and offers together, so that no file is drawn without its offer. */
export async function readFiles(db: CitizenDatabase, draftId: string) {
  const attachments = await listAttachments(db, draftId);
  return { citizenId: db.citizenId, attachments, offers: await readPhotoOffers(db, attachments) };
}
