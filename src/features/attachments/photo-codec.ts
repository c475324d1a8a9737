interface Size {
  width: number;
  height: number;
}

/** A decoded picture, turned upright. */
export interface DecodedPhoto extends Size {
  hasTransparency(): boolean;
  /** Encodes the pixels alone, without the place, the date and the camera. Null where the browser cannot write this type. */
  encode(size: Size, type: PhotoType, quality: number): Promise<Blob | null>;
  close(): void;
}

export type PhotoType = 'image/jpeg' | 'image/webp';

export interface PhotoCodec {
  /** Rejects where the browser cannot read the picture. */
  decode(photo: Blob): Promise<DecodedPhoto>;
}

/** Transparency is looked for at this size, so that a single clear pixel among millions does not count. */
const LOOK_SIDE_PX = 400;
/** The alpha value from which a pixel is opaque: scaling a picture down may leave its edges slightly below 255. */
const OPAQUE_FROM = 250;

export const browserCodec: PhotoCodec = {
  async decode(photo) {
    // Every browser turns a photo upright unasked; those before Chrome 112 reject `from-image`.
    const bitmap = await createImageBitmap(photo);
    const { width, height } = bitmap;
    return {
      width,
      height,
      hasTransparency() {
        const small = draw(bitmap, fitInto(LOOK_SIDE_PX, bitmap));
        const pixels = small.getContext('2d')?.getImageData(0, 0, small.width, small.height).data ?? [];
        for (let alpha = 3; alpha < pixels.length; alpha += 4) {
          if ((pixels[alpha] ?? 0) < OPAQUE_FROM) return true;
        }
        return false;
      },
      encode(size, type, quality) {
        return new Promise((resolve) => draw(bitmap, size).toBlob(resolve, type, quality));
      },
      close: () => bitmap.close(),
    };
  },
};

/** The size of a picture that is fitted into a square, never enlarged. */
export function fitInto(sidePx: number, { width, height }: Size): Size {
  const scale = Math.min(1, sidePx / Math.max(width, height));
  const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return { width: scaled(width), height: scaled(height) };
}

function draw(bitmap: ImageBitmap, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

/** Large enough to recognise a paper, small enough for the rows of the list. */
const THUMBNAIL_SIDE_PX = 160;

/** Returns a small picture, or null where the browser cannot read the original (HEIC in most browsers); an icon is then shown instead. */
export async function makeThumbnail(bytes: ArrayBuffer, type: string): Promise<ArrayBuffer | null> {
  if (!type.startsWith('image/')) return null;
  try {
    const photo = await browserCodec.decode(new Blob([bytes], { type }));
    const small = await photo.encode(fitInto(THUMBNAIL_SIDE_PX, photo), 'image/webp', 0.8);
    photo.close();
    return small && (await small.arrayBuffer());
  } catch {
    return null;
  }
}
