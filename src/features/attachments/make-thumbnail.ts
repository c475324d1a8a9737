/** Large enough to recognise a paper by, small enough to lie in the list's rows. */
const MAX_SIDE_PX = 160;

/** A small picture, or null where the browser cannot read it (HEIC in most): an icon stands there then. */
export async function makeThumbnail(bytes: ArrayBuffer, type: string): Promise<ArrayBuffer | null> {
  if (!type.startsWith('image/')) return null;
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8));
    return small && (await small.arrayBuffer());
  } catch {
    return null;
  }
}
