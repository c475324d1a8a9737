import styles from './attachment-names.module.css';

/** Of attachments that wait, which cannot be opened from here. */
export function AttachmentNames({ attachments }: { attachments: readonly { id: string; name: string }[] }) {
  return (
    <ul className={styles.list}>
      {attachments.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
