import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../contract/types.ts';
import styles from './receipt.module.css';

/** Sizes to the byte: the figures are there to be compared with a file that somebody kept. */
export function FilesTable({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation('receipt');
  return (
    <>
      <table className={styles.files}>
        <caption>{t('filesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fileName')}</th>
            <th scope="col">{t('fileSize')}</th>
            <th scope="col">{t('fileHash')}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <bdi>{file.name}</bdi>
              </th>
              <td>{t('fileBytes', { count: file.size })}</td>
              <td>
                <code>{file.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('hashNote')}</p>
    </>
  );
}
