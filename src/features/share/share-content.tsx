import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPicture } from '../../../domain/file-kinds.ts';
import type { SharedContent, SharedFile } from '../../db/core/device-database.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { useFileSize } from '../../parts/use-file-size.ts';
import { Alert } from '../../ui/alert.tsx';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/pictured-rows.module.css';
import { useObjectUrl } from '../../ui/use-object-url.ts';
import type { SharedIssue } from './join-share.ts';
import styles from './share.module.css';

/** Shows the shared content, so that citizens know what they add. */
export function ShareContent({ share }: { share: SharedContent }) {
  const { t } = useTranslation('share');
  const { text, files, leftOut } = share;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{t('shared.heading')}</h2>
      {text !== '' && (
        <blockquote className={styles.words}>
          <OwnWords text={text} />
        </blockquote>
      )}
      {files.length > 0 && (
        <ul className={rows.list}>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <p>
          {t('shared.leftOut', {
            count: leftOut.length,
            names: leftOut.map((name) => `«${name}»`).join(', '),
          })}
        </p>
      )}
    </section>
  );
}

function FileRow({ file }: { file: SharedFile }) {
  const sizeOf = useFileSize();
  const url = useObjectUrl(isPicture(file.type) ? file.bytes : null);
  return (
    <li className={rows.row}>
      <div className={classNames(rows.picture, styles.picture)}>
        {url ? <img src={url} alt="" /> : <FileText />}
      </div>
      <div className={rows.facts}>
        <p className={rows.name}>
          <bdi>{file.name}</bdi>
        </p>
        <p>{sizeOf(file.bytes.byteLength)}</p>
      </div>
    </li>
  );
}

/** Says which files could not be attached, and why. */
export function ShareIssues({ issues }: { issues: readonly SharedIssue[] }) {
  const { t } = useTranslation(['share', 'issues']);
  // Two empty files of the same name need only one sentence.
  const texts = [...new Set(issues.map(({ code, params }) => t(`issues:${code}`, params ?? {})))];
  if (texts.length === 0) return null;
  return (
    <Alert title={t('notJoined')}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
