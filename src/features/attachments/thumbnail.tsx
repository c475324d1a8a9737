import { FileImage, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './attachments.module.css';

function iconOf(type: string): LucideIcon {
  if (type.startsWith('image/')) return FileImage;
  return type.includes('sheet') ? FileSpreadsheet : FileText;
}

/** Says nothing that the name and the kind beside it do not say. */
export function Thumbnail({ bytes, type }: { bytes: ArrayBuffer | null; type: string }) {
  const url = useObjectUrl(bytes);
  const Icon = iconOf(type);
  return (
    <span className={styles.thumbnail} aria-hidden="true">
      {url ? <img src={url} alt="" /> : <Icon size={32} />}
    </span>
  );
}

function useObjectUrl(bytes: ArrayBuffer | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes]));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes]);
  return url;
}
