import styles from './attachment-names.module.css';

/** The names of attachments that wait to be sent, which cannot be opened here. */
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
