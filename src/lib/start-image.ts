import { START_IMAGE_SIZES, startImagePath } from '../../shared/start-images.ts';

const ID = 'start-image';

interface Screen {
  /** Sizes are in CSS pixels, however the device is held. */
  width: number;
  height: number;
}

/**
 * Names the picture that an iPhone or iPad shows while the installed app starts. The device asks for it only when the app is put on the home
 * screen: a page that named all the pictures would weigh more everywhere.
 */
export function nameStartImage({ width, height }: Screen = screen, ratio = devicePixelRatio): void {
  if (!('standalone' in navigator) || document.getElementById(ID)) return;
  const [short, long] = [Math.min(width, height) * ratio, Math.max(width, height) * ratio];
  const size = START_IMAGE_SIZES.find(([wide, high]) => wide === short && high === long);
  if (!size) return;
  const href = `${import.meta.env.BASE_PATH}/${startImagePath(size[0], size[1])}`;
  const image = Object.assign(document.createElement('link'), {
    id: ID,
    rel: 'apple-touch-startup-image',
    href,
  });
  // Without this element iOS shows no picture, whatever the manifest says.
  const mode = Object.assign(document.createElement('meta'), {
    name: 'apple-mobile-web-app-capable',
    content: 'yes',
  });
  document.head.append(image, mode);
}
