/** A picture in hand, upright as the camera was held. */
export interface DecodedPhoto {
  width: number;
  height: number;
  hasTransparency(): boolean;
  /** Null where the browser cannot write this type. Nothing of what was not drawn goes along: no place, no date, no camera. */
  encode(size: { width: number; height: number }, type: PhotoType, quality: number): Promise<Blob | null>;
  close(): void;
}

export type PhotoType = 'image/jpeg' | 'image/webp';

export interface PhotoCodec {
  /** Rejects what the browser cannot read. */
  decode(photo: Blob): Promise<DecodedPhoto>;
}

/** Transparent parts are looked for in a picture of this size: a single clear point in a photo of millions is none. */
const LOOK_SIDE_PX = 400;
/** Drawing a full picture smaller may leave its edges a shade under. */
const OPAQUE_FROM = 250;

export const browserCodec: PhotoCodec = {
  async decode(photo) {
    const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const { width, height } = bitmap;
    return {
      width,
      height,
      hasTransparency() {
        const scale = Math.min(1, LOOK_SIDE_PX / Math.max(width, height));
        const small = draw(bitmap, { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
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

function draw(bitmap: ImageBitmap, { width, height }: { width: number; height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}
